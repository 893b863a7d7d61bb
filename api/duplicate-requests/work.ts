/** The work list of duplicates that are not stored: an issuer finds them or says why not, staff see what is overdue (WF-38). */
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import type { DuplicateSeen } from '../../db/queries/duplicate-requests.ts';
import { duplicateSeen, waitingDuplicates } from '../../db/queries/duplicate-requests.ts';
import { publishingGround } from '../../db/queries/publishing.ts';
import type {
  DuplicateCommandName,
  DuplicateInputs,
  DuplicateRequest,
} from '../../domain/duplicate-request.ts';
import { duplicateCommands } from '../../domain/duplicate-request.ts';
import { orThrow, Refused } from '../../domain/verdict.ts';
import type { DuplicateMessage, DuplicateState } from '../../workflows/duplicate-request/messages.ts';
import * as messages from '../../workflows/duplicate-request/messages.ts';
import { ok } from '../answers.ts';
import { hashOf } from '../canonical.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { removeBlobs, sealPdf } from '../issued-documents/prepare.ts';
import { collected } from '../issued-documents/take-in.ts';
import type { Command } from '../lives/lives.ts';
import type { Call, RequestMark } from '../operation.ts';
import { operation } from '../operation.ts';
import { cutPage, idOfCursor } from '../pages.ts';
import { presentWaitingDuplicate } from './present.ts';
import {
  duplicateParams,
  duplicateRefusalBody,
  duplicatesPage,
  duplicatesQuery,
  waitingDuplicate,
} from './schemas.ts';

const tags = ['Duplicates'] as [string];
const answering = {
  ...{ tags, caller: ['issuer'] as ['issuer'], right: 'duplicate.answer' as const, params: duplicateParams },
};
const reasons = {
  409: ['duplicate-request.over', 'duplicate-request.stored'],
  503: ['service.temporal-away'],
};

export const listWaitingDuplicates = operation({
  id: 'listWaitingDuplicates',
  method: 'get',
  path: '/v1/duplicate-requests',
  summary: 'Duplicates that an issuer has to find',
  description: 'The oldest first, with the instant until which each is due and since when it is overdue.',
  tags,
  caller: ['issuer', 'operator'],
  right: 'duplicate.read',
  query: duplicatesQuery,
  responses: { 200: { description: 'A page of requests.', schema: duplicatesPage } },
  refusals: {},
  handle: async (call, { knex }) => {
    const { limit, after } = call.query;
    const page = { limit: limit + 1, after: idOfCursor(after) };
    return cutPage(await waitingDuplicates(knex, call.reach(), page), limit, ({ request: { id } }) => [id]);
  },
  answer: ({ items, next }) => ok({ items: items.map(presentWaitingDuplicate), next }),
});

export const fulfilDuplicate = operation({
  ...answering,
  id: 'fulfilDuplicate',
  method: 'post',
  path: '/v1/duplicate-requests/{id}/fulfilment',
  summary: 'Hand a duplicate in',
  description:
    'The PDF, checked as every document is. It is stamped when the customer fetches it, and gone after the days of the policy.',
  upload: {
    mediaTypes: ['application/pdf'],
    maxBytes: 25_000_000,
    description: 'The document.',
  },
  responses: { 200: { description: 'It is delivered.', schema: waitingDuplicate } },
  refusals: {
    409: reasons[409],
    422: [
      ...['scan.too-large', 'scan.not-a-pdf', 'scan.encrypted', 'scan.no-pages', 'scan.damaged'],
      ...['scan.too-many-pages', 'scan.check-timed-out', 'scan.too-costly'],
    ],
    503: [...reasons[503], 'request.busy', 'service.object-store-away'],
  },
  handle: async (call, deps) => {
    const seen = await find(call, deps);
    orThrow(duplicateCommands.fulfil(seen.request));
    return deps.intake.slots.within(async () => {
      const pdf = await collected(call.stream);
      const request = call.requestOver(hashOf(pdf.toString('base64')));
      await call.once(() => handIn(call, deps, seen, pdf, request), request);
      return find(call, deps);
    });
  },
  answer: (seen) => ok(presentWaitingDuplicate(seen)),
});

export const refuseDuplicate = operation({
  ...answering,
  id: 'refuseDuplicate',
  method: 'post',
  path: '/v1/duplicate-requests/{id}/refusal',
  summary: 'Say why there is no duplicate',
  description: 'The customer is told the reason by mail.',
  body: duplicateRefusalBody,
  responses: { 200: { description: 'It is refused.', schema: waitingDuplicate } },
  refusals: reasons,
  handle: async (call, deps) => {
    const seen = await find(call, deps);
    await call.once(() => send(call, deps, seen, 'refuse', messages.refuse, call.body, call.request));
    return find(call, deps);
  },
  answer: (seen) => ok(presentWaitingDuplicate(seen)),
});

type AnswerCall = Call<{ readonly id: string }, unknown, unknown>;

/** Sealed, kept beside the command, delivered; where the command is refused no row speaks for the object. */
async function handIn(
  call: AnswerCall,
  deps: Deps,
  seen: DuplicateSeen,
  pdf: Buffer,
  request: RequestMark,
): Promise<DuplicateState> {
  const ground = await publishingGround(deps.knex, seen.request.issuerId, call.receivedAt);
  const copy = await sealPdf(pdf, ground, deps);
  try {
    await keepParticulars(deps.knex)(request, { copy }, call.receivedAt);
    return await send(call, deps, seen, 'fulfil', messages.fulfil, null, request);
  } catch (error) {
    if (error instanceof Refused) await removeBlobs([copy], deps);
    throw error;
  }
}

function send<Name extends DuplicateCommandName>(
  call: AnswerCall,
  deps: Deps,
  { request: of }: DuplicateSeen,
  name: Name,
  update: Command<'duplicate-request', DuplicateState, DuplicateMessage<Name>>['update'],
  input: DuplicateInputs[Name],
  request: RequestMark,
): Promise<DuplicateState> {
  const check = (row: DuplicateRequest) => duplicateCommands[name](row);
  orThrow(check(of));
  const message = { duplicateId: of.id, actor: eventActorOf(call.caller), request, input };
  return deps.lives.command({ life: 'duplicate-request', id: of.id, update, check, message });
}

/** Of the issuer that calls; another one's does not exist for it. */
async function find(call: AnswerCall, { knex }: Deps): Promise<DuplicateSeen> {
  const seen = await duplicateSeen(knex, call.params.id);
  call.allow('issued-document', seen === null ? null : { issuerId: seen.request.issuerId });
  return seen as DuplicateSeen;
}
