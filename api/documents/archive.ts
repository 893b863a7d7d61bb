import { archiveDocument } from '../../db/changes/trash-document.ts';
import { paperText } from '../../texts/scans.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { findDocument } from './find.ts';
import { documentMoved, documentParams } from './schemas.ts';

/** Out of the inbox and kept (PP-13). */
export const archiveScan = operation({
  id: 'archiveDocument',
  method: 'post',
  path: '/v1/documents/{id}/archive',
  summary: 'Archive a scan',
  description:
    'The scan moves to the archive and stays there; one that is there already stays. The paper is not concerned.',
  tags: ['Documents'],
  caller: ['user'],
  right: 'document.archive',
  params: documentParams,
  responses: { 200: { description: 'It is in the archive.', schema: documentMoved } },
  refusals: { 409: ['document.in-trash', 'document.purged'] },
  handle: async (call, deps) => {
    const { id, mailItemId } = await findDocument(call, deps);
    const { caller, receivedAt, request } = call;
    const moved = await archiveDocument(deps.knex)(id, eventActorOf(caller), receivedAt, request);
    return { id, mailItemId, ...moved };
  },
  answer: (moved, { language }) => ok({ ...moved, paper: paperText(language) }),
});
