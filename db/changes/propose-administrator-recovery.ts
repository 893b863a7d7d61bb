import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import type { AdministratorRecovery, RecoveryPurpose } from '../../domain/administrator-recovery.ts';
import { checkAddress } from '../../domain/recovery-need.ts';
import { recoveryEndsAt, recoveryTerms } from '../../domain/administrator-recovery.ts';
import { hidden, orThrow, Refused, refuseState } from '../../domain/verdict.ts';
import { recoveryColumns } from '../administrator-recovery-row.ts';
import { isDuplicateKey } from '../errors.ts';
import { toDb } from '../instants.ts';
import { peoplePolicyOf, policySetInForce } from '../policy-sets.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import type { LockedCompany } from './lock-member.ts';
import { lockCompany, lockMember, onBehalf, staffOnly } from './lock-member.ts';
import { purposes } from './recovery-purposes.ts';

interface Proposal {
  readonly purpose: RecoveryPurpose;
  readonly companyId: string;
  readonly candidateId: string;
  /** For staff; told to nobody else. */
  readonly reason: string;
}

/**
 * One of the staff proposes a member as administrator of a company that has none, or that a member has lost his factors;
 * nothing happens before a second one approves. Refuses `not-found`, `right.missing`, what `recovery-need.ts` refuses, and
 * `administrator-recovery.open`.
 */
export const proposeRecovery =
  (knex: Knex) =>
  (proposal: Proposal, actor: Actor, at: Instant, request: ChangeRequest): Promise<{ readonly id: string }> =>
    change(knex, request, async (trx) => {
      const { purpose, companyId, candidateId, reason } = proposal;
      const company = await lockCompany(trx, companyId);
      await staffOnly(trx, companyId, actor);
      const member = await lockMember(trx, companyId, candidateId);
      if (member === null) throw new Refused(hidden);
      await purposes[purpose].checkNeeded(trx, { companyId, candidateId, proposedAt: at });
      orThrow(checkAddress(await hasAddress(trx, companyId)));
      return beginRecovery(trx, company, { purpose, candidateId, reason, proposedBy: actor.id }, actor, at);
    });

interface NewRecovery {
  readonly purpose: RecoveryPurpose;
  readonly candidateId: string | null;
  /** The case whose applicant is to administer, when nobody of the company is. */
  readonly registrationId?: string;
  readonly reason: string;
  readonly proposedBy: string | null;
}

/** Row and event, within a change that has locked the company and asked whether it may be. Refuses `administrator-recovery.open`. */
export async function beginRecovery(
  trx: Knex.Transaction,
  company: LockedCompany,
  { purpose, candidateId, registrationId, reason, proposedBy }: NewRecovery,
  actor: Actor,
  at: Instant,
): Promise<{ readonly id: string }> {
  const companyId = company.id;
  const policySetId = await policySetInForce(trx, company.brand_id, at);
  const terms = recoveryTerms(await peoplePolicyOf(trx, policySetId));
  const recovery: AdministratorRecovery = {
    id: uuidv7(),
    purpose,
    brand: '',
    companyId,
    terms,
    version: 1,
    proposedAt: at,
    proposedBy,
    candidateId,
    approvedAt: null,
    objectionEndsAt: null,
    printedAt: null,
    openedAt: null,
    endsAt: recoveryEndsAt(at, terms),
    wrongCodes: 0,
    closed: null,
  };
  await insert(trx, {
    id: recovery.id,
    purpose,
    brand_id: company.brand_id,
    company_id: companyId,
    registration_id: registrationId ?? null,
    policy_set_id: policySetId,
    reason,
    proposed_at: toDb(at),
    ...recoveryColumns(recovery),
  });
  await appendEvent(trx, {
    kind: 'administrator-recovery.proposed',
    subjectType: 'administrator-recovery',
    subjectId: recovery.id,
    companyId,
    actor,
    at,
    body: { purpose, candidateId, endsAt: recovery.endsAt, ...onBehalf(actor, companyId) },
    wakes: { life: 'administrator-recovery', id: recovery.id },
  });
  return { id: recovery.id };
}

async function insert(trx: Knex.Transaction, row: Record<string, unknown>): Promise<void> {
  try {
    await trx('administrator_recoveries').insert(row);
  } catch (error) {
    if (isDuplicateKey(error)) throw new Refused(refuseState('administrator-recovery.open'));
    throw error;
  }
}

/** The letter goes to where the register says that the company sits. */
export async function hasAddress(trx: Knex.Transaction, companyId: string): Promise<boolean> {
  const row = await trx('companies')
    .where({ id: companyId })
    .first<Record<'street' | 'postal_code' | 'city', string | null>>('street', 'postal_code', 'city');
  return Object.values(row).every((part) => part !== null && part !== '');
}
