/** What a recovery by letter is for: whether it is needed, what the code does, and which mails tell of it. */
import type { Knex } from 'knex';
import type { AdministratorRecovery, RecoveryPurpose } from '../../domain/administrator-recovery.ts';
import type { Instant } from '../../domain/calendar.ts';
import { checkAdministratorNeeded, checkFactorsLost } from '../../domain/recovery-need.ts';
import { isActive } from '../../domain/user.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import { hasFactor, hasUsedFactorSince } from '../queries/second-factors.ts';
import { isStillSo } from './log-in-attempts.ts';
import { lockMember, otherAdministrators } from './lock-member.ts';
import { removeAllFactors } from './remove-all-factors.ts';

/** As far as the purposes look at it; the company and the person are locked. */
type Recovery = Pick<AdministratorRecovery, 'companyId' | 'candidateId' | 'proposedAt'>;

interface Purpose {
  /** Asked when it is proposed, approved, and before the right code does anything: it may have changed meanwhile. */
  readonly checkNeeded: (trx: Knex.Transaction, recovery: Recovery) => Promise<void>;
  /** Who types the code is still who was let in to type it. */
  readonly checkTyping: (
    trx: Knex.Transaction,
    recovery: Recovery,
    typing: { readonly credentialVersion?: number },
  ) => Promise<void>;
  /** What the right code does; returns what the event says of it. */
  readonly grant: (trx: Knex.Transaction, recovery: Recovery, at: Instant) => Promise<object>;
  readonly mails: { readonly notice: string; readonly codeCounts: string; readonly granted: string };
}

export const purposes: Readonly<Record<RecoveryPurpose, Purpose>> = {
  administrator: {
    checkNeeded: async (trx, { companyId, candidateId }) => {
      const candidate = await personOf(trx, companyId, candidateId);
      orThrow(checkAdministratorNeeded(await otherAdministrators(trx, companyId, ''), candidate));
    },
    checkTyping: () => Promise.resolve(),
    grant: async (trx, { companyId, candidateId }) => {
      await trx('memberships')
        .where({ company_id: companyId, user_id: candidateId })
        .update({ profile: 'administrator', version: trx.raw('version + 1') });
      return {};
    },
    mails: {
      notice: 'administrator-notice',
      codeCounts: 'administrator-code-counts',
      granted: 'administrator-appointed',
    },
  },
  factors: {
    checkNeeded: async (trx, { companyId, candidateId, proposedAt }) => {
      const person = await personOf(trx, companyId, candidateId);
      const hasUsedOne = await hasUsedFactorSince(trx, candidateId, proposedAt);
      orThrow(checkFactorsLost({ ...person, hasFactor: await hasFactor(trx, candidateId), hasUsedOne }));
    },
    checkTyping: async (trx, { candidateId: userId }, { credentialVersion }) => {
      const isProven =
        credentialVersion !== undefined && (await isStillSo(trx, { userId, credentialVersion }));
      if (!isProven) throw new Refused(hidden);
    },
    grant: (trx, { candidateId }, at) => removeAllFactors(trx, candidateId, at),
    mails: {
      notice: 'factors-notice',
      codeCounts: 'factors-code-counts',
      granted: 'factors-removed',
    },
  },
};

async function personOf(trx: Knex.Transaction, companyId: string, userId: string) {
  const member = await lockMember(trx, companyId, userId);
  return { isActive: member !== null && isActive(member), isStaff: member?.isStaff ?? false };
}
