import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { findBox } from './find.ts';
import { presentPostbox } from './present.ts';
import { boxParams, postbox } from './schemas.ts';

/** One box with its settings (PP-01). */
export const readPostbox = operation({
  id: 'readPostbox',
  method: 'get',
  path: '/v1/postboxes/{id}',
  summary: 'Read a postbox',
  description: 'The box, its settings, and where its notices go.',
  tags: ['Postboxes'],
  caller: ['user', 'operator'],
  right: 'postbox.read',
  params: boxParams,
  responses: { 200: { description: 'The postbox.', schema: postbox, versioned: true } },
  refusals: {},
  handle: findBox,
  answer: (box, { caller }) => ok(presentPostbox(box, caller), { version: box.version }),
});
