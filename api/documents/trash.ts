import { trashDocument } from '../../db/changes/trash-document.ts';
import { trashingById } from '../../db/queries/trash.ts';
import { created } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { presentTrashing } from '../trashings/present.ts';
import { trashing } from '../trashings/schemas.ts';
import { findDocument } from './find.ts';
import { documentParams } from './schemas.ts';

/** Into the trash, from where it is gone for ever by itself (PP-14). */
export const trashScan = operation({
  id: 'trashDocument',
  method: 'post',
  path: '/v1/documents/{id}/trash',
  summary: 'Put a scan in the trash',
  description:
    'After 30 days, unless policy says otherwise, the scan is gone for ever (`purge.at`); until then it can be read and restored. A life of its ' +
    'own sees to it. The paper is not concerned: decide about it at its letter.',
  tags: ['Documents'],
  caller: ['user'],
  right: 'document.trash',
  params: documentParams,
  responses: { 201: { description: 'It is in the trash.', schema: trashing } },
  refusals: { 409: ['document.in-trash', 'document.purged'] },
  handle: async (call, deps) => {
    const { id } = await findDocument(call, deps);
    const { caller, receivedAt, request } = call;
    const stay = await trashDocument(deps.knex)(id, eventActorOf(caller), receivedAt, request);
    const labels = call.allow('document', await trashingById(deps.knex, stay.id, receivedAt));
    return { stay, labels };
  },
  answer: ({ stay, labels }, { language }) =>
    created(presentTrashing(stay, labels, stay.trashedAt, language), `/v1/trashings/${stay.id}`),
});
