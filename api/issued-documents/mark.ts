/** Read or not is each reader's own (IP-10). */
import { markDocumentRead, markDocumentUnread } from '../../db/changes/mark-read.ts';
import { noContent } from '../answers.ts';
import { operation } from '../operation.ts';
import { findIssuedDocument } from './find.ts';
import { documentParams } from './schemas.ts';

const common = {
  path: '/v1/issued-documents/{id}/read',
  tags: ['Issued documents'] as [string],
  caller: ['user'] as ['user'],
  right: 'issued-document.mark',
  params: documentParams,
  refusals: {},
} as const;

export const markIssuedDocumentRead = operation({
  ...common,
  id: 'markIssuedDocumentRead',
  method: 'put',
  summary: 'Mark a document as read',
  description: 'For you alone: others see their own marks, and no issuer sees any.',
  responses: { 204: { description: 'It counts as read for you.' } },
  handle: async (call, deps) => {
    const { id } = await findIssuedDocument(call, deps);
    await markDocumentRead(deps.knex)(call.caller.id, id, call.receivedAt);
  },
  answer: () => noContent(),
});

export const markIssuedDocumentUnread = operation({
  ...common,
  id: 'markIssuedDocumentUnread',
  method: 'delete',
  summary: 'Mark a document as unread',
  description: 'For you alone: it shows as new again.',
  responses: { 204: { description: 'It counts as unread for you.' } },
  handle: async (call, deps) => {
    const { id } = await findIssuedDocument(call, deps);
    await markDocumentUnread(deps.knex)(call.caller.id, id);
  },
  answer: () => noContent(),
});
