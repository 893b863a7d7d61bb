'use strict';

/**
 * Failure messages and stacks go into an encoded payload instead of plain text, so that the codec seals them
 * too (quality check 73). The SDK loads this file by path, in worker, client and workflow bundle alike, with
 * `require`: hence CommonJS.
 */
const { DefaultFailureConverter } = require('@temporalio/common');

exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
