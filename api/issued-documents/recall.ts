/** What an issuer does to a document it has published: withdraw it, or put another in its place (WF-33). */
import { correctDocument, withdrawDocument } from '../../db/changes/recall-document.ts';
import { openCaseOf } from '../../db/queries/document-cases.ts';
import { caseCommands } from '../../domain/document-case.ts';
import { checkCorrectable, checkInForce } from '../../domain/issued-document.ts';
import { orThrow } from '../../domain/verdict.ts';
import * as messages from '../../workflows/document-case/messages.ts';
import { created, ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { Call, RequestMark } from '../operation.ts';
import { operation } from '../operation.ts';
import { findIssuedDocument, groundOfCaller } from './find.ts';
import { presentDocument } from './present.ts';
import { shownDocument } from './publish.ts';
import { documentParams, issuedDocument } from './schemas.ts';
import {
  documentForm,
  maxFormBytes,
  readDocumentForm,
  sealedAndRecorded,
  takeInRefusals,
} from './take-in.ts';

const common = {
  method: 'post',
  tags: ['Issued documents'] as [string],
  caller: ['issuer'] as ['issuer'],
  right: 'issued-document.publish',
  params: documentParams,
} as const;

export const withdrawIssuedDocument = operation({
  ...common,
  id: 'withdrawIssuedDocument',
  path: '/v1/issued-documents/{id}/withdrawal',
  summary: 'Withdraw a document',
  description:
    'From now on nobody sees it, and who could is told by mail; what is being downloaded at this moment arrives. It stays on ' +
    'record, and its number stays taken: only a correction may bear it, which may be the same document where the withdrawal was a mistake.',
  responses: { 200: { description: 'It is withdrawn.', schema: issuedDocument } },
  refusals: {
    409: [
      'issued-document.withdrawn',
      'issued-document.destroyed',
      'document-case.waiting',
      'document-case.over',
    ],
    503: ['service.temporal-away'],
  },
  handle: async (call, deps) => {
    const { id } = await findIssuedDocument(call, deps);
    await call.once(() => withdraw(call, deps, id, call.request));
    return shownDocument(id, deps);
  },
  answer: ({ document, waits }, call) => ok(presentDocument(document, call, waits)),
});

export const correctIssuedDocument = operation({
  ...common,
  id: 'correctIssuedDocument',
  path: '/v1/issued-documents/{id}/correction',
  summary: 'Put a corrected document in the place of one',
  description:
    'The same two parts as for a new document, with the same number. The one before is withdrawn and stays on record; who could ' +
    'see it is told by mail. What was withdrawn may come back as it was, and what waits for its day or for our staff may be the same with another day; a correction that is ' +
    'refused leaves it waiting. What stands in the books is corrected by a credit note: this is for a wrong picture or wrong data.',
  upload: {
    mediaTypes: ['multipart/form-data'],
    maxBytes: maxFormBytes,
    description: 'The corrected document.',
    form: documentForm,
  },
  responses: { 201: { description: 'It has taken the place.', schema: issuedDocument } },
  refusals: {
    ...takeInRefusals,
    409: [
      'issued-document.destroyed',
      'document-case.waiting',
      'issued-document.superseded',
      'issued-document.unchanged',
    ],
    422: [...takeInRefusals[422], 'issued-document.other-number'],
  },
  handle: async (call, deps) => {
    const before = await findIssuedDocument(call, deps);
    orThrow(checkCorrectable({ ...before.standing, holdsNumber: true }));
    const ground = await groundOfCaller(call, deps);
    const corrected = await deps.intake.slots.within(async () => {
      const { document, request } = await readDocumentForm(call, ground);
      return call.once(async () => {
        const recall = {
          documentId: before.id,
          ground,
          actor: eventActorOf(call.caller),
          at: call.receivedAt,
        };
        return sealedAndRecorded(document, ground, deps, (prepared) =>
          correctDocument(deps.knex)(recall, prepared, request),
        );
      }, request);
    });
    return shownDocument(corrected.documentId, deps);
  },
  answer: ({ document, waits }, call) =>
    created(presentDocument(document, call, waits), `/v1/issued-documents/${document.id}`),
});

type RecallCall = Call<{ readonly id: string }, unknown, unknown>;

/** What waits for its day or for staff is its case's to take back; the rest is withdrawn at once. */
async function withdraw(call: RecallCall, deps: Deps, id: string, request: RequestMark): Promise<unknown> {
  if (await withdrawWaiting(call, deps, id, request)) return null;
  const document = await findIssuedDocument(call, deps);
  orThrow(checkInForce(document.standing));
  const ground = await groundOfCaller(call, deps);
  const recall = { documentId: id, ground, actor: eventActorOf(call.caller), at: call.receivedAt };
  return withdrawDocument(deps.knex)(recall, request);
}

/** True when it was waiting. */
async function withdrawWaiting(
  call: RecallCall,
  deps: Deps,
  id: string,
  request: RequestMark,
): Promise<boolean> {
  const open = await openCaseOf(deps.knex, id);
  if (open === null || open.recalled !== null) return false;
  orThrow(caseCommands.withdraw(open));
  await deps.lives.command({
    life: 'document-case',
    id: open.id,
    update: messages.withdraw,
    check: caseCommands.withdraw,
    message: { caseId: open.id, actor: eventActorOf(call.caller), request, input: null },
  });
  return true;
}
