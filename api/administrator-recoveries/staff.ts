import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { RecoveryParticulars } from '../../db/changes/command-administrator-recovery.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import { proposeRecovery } from '../../db/changes/propose-administrator-recovery.ts';
import { viewRecoveryLetter } from '../../db/changes/view-recovery-letter.ts';
import { recoveryById } from '../../db/queries/administrator-recoveries.ts';
import { openRecoveries as openOnes, seenRecovery } from '../../db/queries/administrator-recovery-list.ts';
import type { RecoveryCommandName } from '../../domain/administrator-recovery.ts';
import { recoveryCommands } from '../../domain/administrator-recovery.ts';
import { printedCode, printedCodeBytes, readPrintedCode } from '../../domain/printed-code.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import * as messages from '../../workflows/administrator-recovery/messages.ts';
import { created, ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { operation } from '../operation.ts';
import { cutPage, idOfCursor, pageQuery } from '../pages.ts';
import { findCompany } from '../users/find.ts';
import { companyParams } from '../users/schemas.ts';
import { presentRecovery } from './present.ts';
import { letter, openRecoveries, proposalBody, recovery, recoveryParams } from './schemas.ts';

/** Why a recovery is not, or no longer, needed (domain/recovery-need.ts). */
const neededReasons = [
  'administrator-recovery.not-needed',
  'administrator-recovery.candidate-not-active',
  'administrator-recovery.person-is-staff',
  'administrator-recovery.person-not-active',
  'administrator-recovery.no-factor',
  'administrator-recovery.factor-used',
] as const;

const common = {
  tags: ['Administrator recovery'] as [string],
  caller: ['operator'] as ['operator'],
  right: 'user.suspend' as const,
};

/** A company without an active administrator, or a person without his factors (decided.md, People): one of the staff begins. */
export const proposeAdministrator = operation({
  ...common,
  stepUp: true,
  id: 'proposeAdministrator',
  method: 'post',
  path: '/v1/companies/{id}/administrator-recoveries',
  summary: 'Propose a recovery by letter',
  description:
    'For a company without an active administrator, or for a user who has lost every second factor and recovery code. ' +
    'Another member of the staff must approve within 30 days, unless policy says otherwise; then a letter with a code goes to the registered address, and whom it ' +
    'takes something from may object for five working days: the old administrator, or the user himself and the ' +
    'administrators of the company. Staff who have lost their factors do not come back by this way.',
  params: companyParams,
  body: proposalBody,
  responses: { 201: { description: 'Proposed.', schema: recovery } },
  refusals: {
    409: [...neededReasons, 'administrator-recovery.address-missing', 'administrator-recovery.open'],
  },
  handle: async (call, deps) => {
    const { companyId } = await findCompany(call, deps);
    const { purpose, userId: candidateId, reason } = call.body;
    const asked = { purpose, companyId, candidateId, reason };
    const { id } = await proposeRecovery(deps.knex)(
      asked,
      eventActorOf(call.caller),
      call.receivedAt,
      call.request,
    );
    return seen(deps, id);
  },
  answer: (found) => created(presentRecovery(found), `/v1/administrator-recoveries/${found.recovery.id}`),
});

export const readAdministratorProposal = operation({
  ...common,
  id: 'readAdministratorProposal',
  method: 'get',
  path: '/v1/administrator-recoveries/{id}',
  summary: 'How a recovery stands',
  description: 'For whom it is, and what it waits for.',
  params: recoveryParams,
  responses: { 200: { description: 'The recovery.', schema: recovery } },
  refusals: {},
  handle: (call, deps) => find(call, deps),
  answer: (found) => ok(presentRecovery(found)),
});

/** What waits for one of the staff, or for the mail, the letter, the code. */
export const listAdministratorProposals = operation({
  ...common,
  id: 'listAdministratorProposals',
  method: 'get',
  path: '/v1/administrator-recoveries',
  summary: 'The recoveries that are open',
  description:
    'The oldest first, with those that a registration has opened and nobody of the staff has looked at, and those whose ' +
    'appointed applicant has not accepted his invitation yet.',
  query: z.strictObject(pageQuery),
  responses: { 200: { description: 'Recoveries.', schema: openRecoveries } },
  refusals: {},
  handle: async (call, { knex }) => {
    call.reach();
    const { limit, after } = call.query;
    const found = await openOnes(knex, { limit: limit + 1, after: idOfCursor(after) });
    return cutPage(found, limit, ({ recovery: { id } }) => [id]);
  },
  answer: ({ items, next }) => ok({ items: items.map(presentRecovery), next }),
});

/** A registration proposed it: this is the first of the two people. */
export const endorseAdministrator = operation({
  ...common,
  stepUp: true,
  id: 'endorseAdministrator',
  method: 'post',
  path: '/v1/administrator-recoveries/{id}/endorsement',
  summary: 'Make a proposal of a registration your own',
  description:
    'You are the first of the two people; look at the registration and at the company before. Another one approves.',
  params: recoveryParams,
  responses: { 200: { description: 'Proposed by you.', schema: recovery } },
  refusals: {
    409: ['administrator-recovery.endorsed', 'administrator-recovery.over'],
    503: ['service.temporal-away'],
  },
  handle: (call, deps) => command(call, deps, 'endorse'),
  answer: (found) => ok(presentRecovery(found)),
});

/** The second of the two people; the code is made now and lies sealed until the letter is printed. */
export const approveAdministrator = operation({
  ...common,
  stepUp: true,
  id: 'approveAdministrator',
  method: 'post',
  path: '/v1/administrator-recoveries/{id}/approval',
  summary: 'Approve a recovery',
  description:
    'By another person than the one who proposed it. Who may object is told by mail and has five working days; after that the ' +
    'code works, until 30 days after the approval. Print the letter now. Both numbers are policy.',
  params: recoveryParams,
  responses: { 200: { description: 'Approved.', schema: recovery } },
  refusals: {
    403: ['administrator-recovery.second-person-needed'],
    409: [
      ...neededReasons,
      'administrator-recovery.not-endorsed',
      'administrator-recovery.approved',
      'administrator-recovery.over',
    ],
    503: ['service.temporal-away'],
  },
  handle: (call, deps) =>
    command(call, deps, 'approve', (id) => {
      const code = printedCode(randomBytes(printedCodeBytes));
      return {
        sealedCode: deps.vault.seal(code, ['administrator-recovery', id]),
        codeHash: deps.vault.keyedHash('administrator-recovery', readPrintedCode(code) ?? ''),
      };
    }),
  answer: (found) => ok(presentRecovery(found)),
});

/** What is printed; nobody reads it again once that is confirmed. */
export const readAdministratorLetter = operation({
  ...common,
  stepUp: true,
  id: 'readAdministratorLetter',
  method: 'get',
  path: '/v1/administrator-recoveries/{id}/letter',
  summary: 'The letter to print',
  description:
    'With the code, until its printing is confirmed. The address is the one in the register. Who reads it is told in the event log.',
  params: recoveryParams,
  responses: { 200: { description: 'The letter.', schema: letter } },
  refusals: {
    409: [
      'administrator-recovery.not-approved',
      'administrator-recovery.printed',
      'administrator-recovery.over',
    ],
  },
  handle: async (call, deps) => {
    const { recovery: found } = await find(call, deps);
    const view = viewRecoveryLetter(deps.knex);
    const { sealedCode, ...address } = await view(found.id, eventActorOf(call.caller), call.receivedAt);
    const { purpose = 'administrator' } = found;
    return { ...address, purpose, code: deps.vault.open(sealedCode, ['administrator-recovery', found.id]) };
  },
  answer: (text) => ok(text),
});

export const confirmAdministratorLetter = operation({
  ...common,
  id: 'confirmAdministratorLetter',
  method: 'post',
  path: '/v1/administrator-recoveries/{id}/letter/confirmation',
  summary: 'The letter is printed',
  description: 'The code is destroyed here; from now on it stands in the letter alone.',
  params: recoveryParams,
  responses: { 200: { description: 'Noted.', schema: recovery } },
  refusals: {
    409: [
      'administrator-recovery.not-approved',
      'administrator-recovery.printed',
      'administrator-recovery.over',
    ],
    503: ['service.temporal-away'],
  },
  handle: (call, deps) => command(call, deps, 'confirmPrinted'),
  answer: (found) => ok(presentRecovery(found)),
});

export const withdrawAdministrator = operation({
  ...common,
  id: 'withdrawAdministrator',
  method: 'post',
  path: '/v1/administrator-recoveries/{id}/withdrawal',
  summary: 'Withdraw a recovery',
  description: 'Its code no longer works, and a new recovery may be proposed.',
  params: recoveryParams,
  responses: { 200: { description: 'Withdrawn.', schema: recovery } },
  refusals: { 409: ['administrator-recovery.over'], 503: ['service.temporal-away'] },
  handle: (call, deps) => command(call, deps, 'withdraw'),
  answer: (found) => ok(presentRecovery(found)),
});

type StaffCall = Call<{ readonly id: string }, unknown, unknown>;

async function find(call: StaffCall, deps: Deps) {
  const found = await recoveryById(deps.knex, call.params.id);
  call.allow('company', found);
  return seen(deps, call.params.id);
}

async function seen({ knex }: Deps, id: string) {
  const found = await seenRecovery(knex, id);
  if (found === null) throw new Refused(hidden);
  return found;
}

/** Sends the command; what it must not carry is kept beside it. */
async function command(
  call: StaffCall,
  deps: Deps,
  name: RecoveryCommandName,
  particularsOf: (id: string) => RecoveryParticulars = () => ({}),
) {
  const { request, receivedAt } = call;
  const { recovery: found } = await find(call, deps);
  const actor = eventActorOf(call.caller);
  await call.once(async () => {
    orThrow(recoveryCommands[name](found, actor.id, receivedAt));
    await keepParticulars(deps.knex)(request, particularsOf(found.id), receivedAt);
    return deps.lives.command({
      life: 'administrator-recovery',
      id: found.id,
      update: messages[name],
      check: (row) => recoveryCommands[name](row, actor.id, receivedAt),
      message: { recoveryId: found.id, actor, request },
    });
  });
  return seen(deps, found.id);
}
