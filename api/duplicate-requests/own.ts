/** Somebody asks for a duplicate of a document of a client code that he reads, and fetches it (WF-38; IP-01). */
import { Readable } from 'node:stream';
import { askForDuplicate as ask } from '../../db/changes/ask-for-duplicate.ts';
import type { DuplicateSeen, ReadClient } from '../../db/queries/duplicate-requests.ts';
import {
  duplicateSeen,
  duplicatesOf,
  readClients,
  sealedDuplicateOf,
} from '../../db/queries/duplicate-requests.ts';
import { issuedDocumentById } from '../../db/queries/issued-documents.ts';
import { stampDuplicate } from '../../documents/stamp-duplicate.ts';
import { checkFetch, deliveryFault } from '../../domain/duplicate-request.ts';
import { clientCodeKey } from '../../domain/client-code.ts';
import { hidden, orThrow, Refused, refuseState } from '../../domain/verdict.ts';
import { duplicateStamp } from '../../texts/duplicate-request.ts';
import { pickLanguage } from '../../texts/languages.ts';
import { created, ok, streamed } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { attachment } from '../documents/disposition.ts';
import { openDocument } from '../issued-documents/open.ts';
import type { Call } from '../operation.ts';
import { operation } from '../operation.ts';
import { presentOwnDuplicate } from './present.ts';
import { duplicateBody, duplicateParams, ownDuplicate, ownDuplicates } from './schemas.ts';

const common = { tags: ['Duplicates'] as [string], caller: ['user'] as ['user'], right: 'self' as const };

export const askForDuplicate = operation({
  ...common,
  id: 'askForDuplicate',
  method: 'post',
  path: '/v1/me/duplicate-requests',
  summary: 'Ask for a duplicate of a document',
  description:
    'Also of one that went out on paper or is too old to be listed. What is stored comes at once; else its issuer has 24 ' +
    'opening hours, unless policy says otherwise, and does not learn who you are. A mail tells you when it is there. Asked again while it is open it is the same request.',
  body: duplicateBody,
  responses: { 201: { description: 'It is asked for.', schema: ownDuplicate } },
  refusals: {
    409: [
      ...['duplicate-request.withdrawn', 'duplicate-request.destroyed'],
      'duplicate-request.reception-ended',
    ],
    422: ['duplicate-request.unknown-client', 'duplicate-request.which-issuer'],
  },
  handle: async (call, { knex }) => {
    const { clientCode, number, issuerId = null } = call.body;
    const asked = { clientCode: clientCodeKey(clientCode), number, issuerId };
    const id = await ask(knex)(asked, eventActorOf(call.caller), call.request);
    const seen = await duplicateSeen(knex, id);
    if (seen === null) throw new Refused(hidden);
    return seen;
  },
  answer: (seen) => created(presentOwnDuplicate(seen), '/v1/me/duplicate-requests'),
});

export const listOwnDuplicates = operation({
  ...common,
  id: 'listOwnDuplicates',
  method: 'get',
  path: '/v1/me/duplicate-requests',
  summary: 'Duplicates that you asked for',
  description: 'How each stands, and until when you can fetch it.',
  responses: { 200: { description: 'Your requests.', schema: ownDuplicates } },
  refusals: {},
  handle: ({ caller }, { knex }) => duplicatesOf(knex, caller.id),
  answer: (items) => ok({ items: items.map(presentOwnDuplicate) }),
});

export const readDuplicateContent = operation({
  ...common,
  id: 'readDuplicateContent',
  method: 'get',
  path: '/v1/me/duplicate-requests/{id}/content',
  summary: 'The duplicate itself',
  description:
    'A PDF with the word duplicate on every page, in your language when you asked. As long as its days last and you read the ' +
    'client code, and unless the document is withdrawn or destroyed meanwhile. What its issuer hands in after you stopped receiving is ' +
    'not yours any more.',
  params: duplicateParams,
  responses: { 200: { description: 'The duplicate.', mediaType: 'application/pdf' } },
  refusals: {
    409: [
      ...['duplicate-request.waiting', 'duplicate-request.refused', 'duplicate-request.ended'],
      ...['duplicate-request.withdrawn', 'duplicate-request.destroyed', 'duplicate-request.unreadable'],
      ...['duplicate-request.reception-ended', 'issued-document.destroyed'],
    ],
    500: ['scan.unreadable'],
    503: ['request.busy', 'service.object-store-away'],
  },
  handle: async (call, deps) => {
    const { seen, readings } = await findReadable(call, deps);
    orThrow(checkFetch(seen.request, readings, call.receivedAt));
    await checkStillThere(seen, deps);
    const sealed = await sealedDuplicateOf(deps.knex, seen.request);
    if (sealed === null) throw new Refused(refuseState('duplicate-request.destroyed'));
    return deps.intake.slots.within(async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of await openDocument(sealed, { start: 0, end: sealed.bytes }, deps))
        chunks.push(chunk as Buffer);
      return { seen, stamped: await stamp(Buffer.concat(chunks), seen, deps) };
    });
  },
  answer: ({ seen, stamped }) =>
    streamed(200, Readable.from([stamped]), {
      'Content-Type': 'application/pdf',
      'Content-Length': String(stamped.length),
      'Content-Disposition': attachment(nameOf(seen)),
      'Content-Security-Policy': "default-src 'none'; sandbox",
    }),
});

type ContentCall = Call<{ readonly id: string }, unknown, unknown>;

/** His own, as long as he reads the client code; for everybody else it does not exist. */
async function findReadable(
  { params, caller }: ContentCall,
  { knex }: Deps,
): Promise<{ readonly seen: DuplicateSeen; readonly readings: ReadClient['readings'] }> {
  const seen = await duplicateSeen(knex, params.id);
  if (seen?.askedById !== caller.id) throw new Refused(hidden);
  const read = await readClients(knex, caller.id, seen.clientCode);
  const client = read.find(({ id }) => id === seen.request.clientCodeId);
  if (client === undefined) throw new Refused(hidden);
  return { seen, readings: client.readings };
}

async function checkStillThere({ request }: DuplicateSeen, { knex }: Deps): Promise<void> {
  if (request.documentId === null) return;
  const document = await issuedDocumentById(knex, request.documentId, null);
  const fault = document === null ? 'destroyed' : deliveryFault(document.standing);
  if (fault !== null) throw new Refused(refuseState(`duplicate-request.${fault}`));
}

async function stamp(pdf: Buffer, { language, request }: DuplicateSeen, { log }: Deps): Promise<Buffer> {
  try {
    return Buffer.from(await stampDuplicate(pdf, duplicateStamp(pickLanguage(language, 'en'))));
  } catch (error) {
    log.warn({ err: error, duplicateId: request.id }, 'a document could not be stamped');
    throw new Refused(refuseState('duplicate-request.unreadable'));
  }
}

function nameOf({ clientCode, number, language }: DuplicateSeen): string {
  const word = duplicateStamp(pickLanguage(language, 'en')).toLowerCase();
  return `${clientCode} ${number} ${word}.pdf`.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_');
}
