/** The work list of quarantine: staff say whose a document is, or reject it (WF-33). */
import type { CaseSeen } from '../../db/queries/document-cases.ts';
import { caseSeen, quarantine } from '../../db/queries/document-cases.ts';
import type { CaseCommandName, CaseInputs, DocumentCase } from '../../domain/document-case.ts';
import { caseCommands, caseStage } from '../../domain/document-case.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import type { CaseMessage } from '../../workflows/document-case/messages.ts';
import * as messages from '../../workflows/document-case/messages.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { Command } from '../lives/lives.ts';
import type { Call } from '../operation.ts';
import { operation } from '../operation.ts';
import { cutPage, idOfCursor } from '../pages.ts';
import { assignmentBody, caseParams, casesPage, casesQuery, documentCase, rejectionBody } from './schemas.ts';

const common = {
  tags: ['Document cases'] as [string],
  caller: ['operator'] as ['operator'],
  right: 'issued-document.assign',
} as const;

const reasons = {
  409: ['document-case.over', 'document-case.not-quarantined'],
  503: ['service.temporal-away'],
};

export const listQuarantine = operation({
  ...common,
  id: 'listQuarantine',
  method: 'get',
  path: '/v1/document-cases',
  summary: 'Documents in quarantine',
  description: 'They name a client code that is not their issuer’s. The oldest first.',
  query: casesQuery,
  responses: { 200: { description: 'A page of cases.', schema: casesPage } },
  refusals: {},
  handle: async (call, { knex }) => {
    call.reach();
    const { limit, after } = call.query;
    const found = await quarantine(knex, {
      limit: limit + 1,
      after: idOfCursor(after),
    });
    return cutPage(found, limit, ({ case: { id } }) => [id]);
  },
  answer: ({ items, next }) => ok({ items: items.map(presentCase), next }),
});

export const assignDocument = operation({
  ...common,
  id: 'assignDocument',
  method: 'post',
  path: '/v1/document-cases/{id}/assignment',
  summary: 'Say whose a document is',
  description: 'It is published to that client code, by the channel of today; an embargo still holds.',
  params: caseParams,
  body: assignmentBody,
  responses: { 200: { description: 'It is assigned.', schema: documentCase } },
  refusals: { ...reasons, 422: ['issued-document.unknown-client'] },
  handle: (call, deps) => commandCase(call, deps, 'assign', messages.assign, call.body),
  answer: (seen) => ok(presentCase(seen)),
});

export const rejectDocument = operation({
  ...common,
  id: 'rejectDocument',
  method: 'post',
  path: '/v1/document-cases/{id}/rejection',
  summary: 'Reject a document',
  description:
    'Nobody gets it. Its number is free again, so that the issuer can deliver it with the right client code.',
  params: caseParams,
  body: rejectionBody,
  responses: { 200: { description: 'It is rejected.', schema: documentCase } },
  refusals: reasons,
  handle: (call, deps) => commandCase(call, deps, 'reject', messages.reject, call.body),
  answer: (seen) => ok(presentCase(seen)),
});

type CaseCall = Call<{ readonly id: string }, unknown, unknown>;

async function commandCase<Name extends CaseCommandName>(
  call: CaseCall,
  deps: Deps,
  name: Name,
  update: Command<'document-case', messages.CaseState, CaseMessage<Name>>['update'],
  input: CaseInputs[Name],
): Promise<CaseSeen> {
  const { case: of } = await findCase(call, deps);
  const check = (row: DocumentCase) => caseCommands[name](row);
  await call.once(() => {
    orThrow(check(of));
    const message = { caseId: of.id, actor: eventActorOf(call.caller), request: call.request, input };
    return deps.lives.command({ life: 'document-case', id: of.id, update, check, message });
  });
  return findCase(call, deps);
}

async function findCase(call: CaseCall, { knex }: Deps): Promise<CaseSeen> {
  const found = await caseSeen(knex, call.params.id);
  if (found === null) throw new Refused(hidden);
  call.allow('issued-document', { issuerId: found.case.issuerId });
  return found;
}

function presentCase({ case: of, rejectReason, issuerName, document }: CaseSeen) {
  const { id, openedAt, visibleFromAt, closed, documentId } = of;
  return {
    ...{ id, stage: caseStage(of), openedAt, visibleFromAt },
    closedAt: closed?.at ?? null,
    rejected: rejectReason,
    issuerName,
    document: { id: documentId, ...document },
  };
}
