import { trashingById } from '../../db/queries/trash.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { presentTrashing } from './present.ts';
import { trashing, trashingParams } from './schemas.ts';

/** One stay in the trash, over or not (PP-14). */
export const readTrashing = operation({
  id: 'readTrashing',
  method: 'get',
  path: '/v1/trashings/{id}',
  summary: 'Read a stay in the trash',
  description:
    'When the scan will be gone for ever, where restoring puts it; and afterwards how the stay ended.',
  tags: ['Trash'],
  caller: ['user'],
  right: 'document.read',
  params: trashingParams,
  responses: { 200: { description: 'The stay.', schema: trashing } },
  refusals: {},
  handle: async (call, { knex }) =>
    call.allow('document', await trashingById(knex, call.params.id, call.receivedAt)),
  answer: (found, { receivedAt, language }) =>
    ok(presentTrashing(found.trashing, found, receivedAt, language)),
});
