import { revokeOwnBrowser as change } from '../../db/changes/own-places.ts';
import { noContent } from '../answers.ts';
import { operation } from '../operation.ts';
import { browserParams } from './schemas.ts';
import { takingAway } from './taking-away.ts';

/** A telephone that was sold (SE-05, WF-20). */
export const revokeOwnBrowser = operation({
  id: 'revokeOwnBrowser',
  method: 'delete',
  path: '/v1/me/trusted-browsers/{id}',
  summary: 'Trust a browser no more',
  description: 'It is asked like any other again. Your other sessions end.',
  tags: ['Places'],
  caller: ['user', 'site', 'operator'],
  right: 'self',
  stepUp: true,
  params: browserParams,
  responses: { 204: { description: 'Done.' } },
  refusals: {},
  handle: takingAway(change),
  answer: () => noContent(),
});
