import type { Readable } from 'node:stream';
import { viewIdentityDocument } from '../../db/changes/view-identity-document.ts';
import type { SealedIdentityDocument } from '../../db/queries/identity-checks.ts';
import { Refused, refuseState } from '../../domain/verdict.ts';
import { streamed } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { attachment } from '../documents/disposition.ts';
import { operation } from '../operation.ts';
import { Away } from '../refusal.ts';
import { findCase } from './find-case.ts';
import { registrationParams } from './schemas.ts';

const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** Seen by staff on the case, by nobody else, and every time in the log (WF-19, SE-03). */
export const readIdentityDocument = operation({
  id: 'readIdentityDocument',
  method: 'get',
  path: '/v1/registrations/{id}/identity-document',
  summary: 'Look at an identity document',
  description:
    'Decrypted while it flows, never stored on the way. Each look is an event. Once there is a result there is nothing ' +
    'to look at any more.',
  tags: ['Registrations'],
  caller: ['operator'],
  right: 'registration.review',
  params: registrationParams,
  responses: { 200: { description: 'The picture as it was sent.', mediaType: 'application/octet-stream' } },
  refusals: {
    409: ['identity-check.over', 'identity-check.no-document'],
    503: ['service.object-store-away'],
  },
  handle: async (call, deps) => {
    const { identity } = await findCase(call, deps);
    if (identity === null) throw new Refused(refuseState('identity-check.no-document'));
    const actor = eventActorOf(call.caller);
    const document = await viewIdentityDocument(deps.knex)(identity.id, actor, call.receivedAt);
    return { document, content: await opened(document, deps) };
  },
  answer: ({ document, content }) =>
    streamed(200, content, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(document.bytes),
      'Content-Disposition': attachment(`identity-document.${extensions[document.mediaType] ?? 'bin'}`),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'no-store',
    }),
});

async function opened(
  { id, keys }: SealedIdentityDocument,
  { vault, sealedStore, log }: Deps,
): Promise<Readable> {
  try {
    return await sealedStore.readSealed(id, vault.openDataKey(keys.holder, id, keys.data, id));
  } catch (error) {
    log.error({ err: error, documentId: id }, 'an identity document could not be fetched');
    throw new Away('object-store');
  }
}
