import { removeOwnPlace as change } from '../../db/changes/own-places.ts';
import { noContent } from '../answers.ts';
import { operation } from '../operation.ts';
import { placeParams } from './schemas.ts';
import { takingAway } from './taking-away.ts';

/** An office one has left (SE-04, WF-20). */
export const removeOwnPlace = operation({
  id: 'removeOwnPlace',
  method: 'delete',
  path: '/v1/me/places/{id}',
  summary: 'Remove a place',
  description: 'A log-in from there waits for a mail again. Your other sessions end.',
  tags: ['Places'],
  caller: ['user', 'site', 'operator'],
  right: 'self',
  stepUp: true,
  params: placeParams,
  responses: { 204: { description: 'Done.' } },
  refusals: {},
  handle: takingAway(change),
  answer: () => noContent(),
});
