import { noContent } from '../answers.ts';
import { networkOf } from '../limits.ts';
import { operation } from '../operation.ts';
import { reportsBody, violationsIn } from './reports.ts';

/** Where browsers tell that our content policy kept something from being loaded (ASVS 3.4.7). */
export const reportContentPolicy = operation({
  id: 'reportContentPolicy',
  method: 'post',
  path: '/v1/content-policy-reports',
  summary: 'Report a violation of the content policy',
  description: 'For browsers, which send it by themselves. What it says is logged without anything personal.',
  tags: ['Health'],
  caller: 'anyone',
  right: 'public',
  body: reportsBody,
  bodyAs: { mediaTypes: ['application/csp-report', 'application/reports+json'], maxBytes: 16_384 },
  responses: { 204: { description: 'It is noted.' } },
  refusals: { 429: ['request.too-many'] },
  idempotency: { none: 'browsers send none, and a report changes nothing.' },
  handle: async ({ body, clientAddress }, { limits, log, config }) => {
    await limits.spend('reportsFromPlace', networkOf(clientAddress));
    log.warn({ violations: violationsIn(body, config.publicUrl) }, 'a page met the content policy');
  },
  answer: () => noContent(),
});
