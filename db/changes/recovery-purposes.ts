/** What a recovery by letter is for: whether it is needed, what the code does, and which mails tell of it. */
import type { Knex } from 'knex';
import type { AdministratorRecovery, RecoveryPurpose } from '../../domain/administrator-recovery.ts';
import { checkAdministratorNeeded, checkFactorsLost } from '../../domain/recovery-need.ts';
import { isActive } from '../../domain/user.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import { hasFactor, hasUsedFactorSince } from '../queries/second-factors.ts';
import type { Granting } from './appoint-administrator.ts';
import { appointAdministrator } from './appoint-administrator.ts';
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
  /** What the right code does; returns whom it was for, and what the event says of it. */
  readonly grant: (
    trx: Knex.Transaction,
    granting: Granting,
  ) => Promise<{ readonly candidateId: string; readonly facts: object }>;
  readonly mails: { readonly notice: string; readonly codeCounts: string; readonly granted: string };
}

export const purposes: Readonly<Record<RecoveryPurpose, Purpose>> = {
  administrator: {
    checkNeeded: async (trx, { companyId, candidateId }) => {
      // An applicant is nobody's member yet; staff have seen his case.
      const applicant = { isActive: true, isStaff: false };
      const candidate = candidateId === null ? applicant : await personOf(trx, companyId, candidateId);
      orThrow(checkAdministratorNeeded(await otherAdministrators(trx, companyId, null), candidate));
    },
    checkTyping: () => Promise.resolve(),
    grant: async (trx, granting) => ({ candidateId: await appointAdministrator(trx, granting), facts: {} }),
    mails: {
      notice: 'administrator-notice',
      codeCounts: 'administrator-code-counts',
      granted: 'administrator-appointed',
    },
  },
  factors: {
    checkNeeded: async (trx, { companyId, candidateId, proposedAt }) => {
      if (candidateId === null) throw new Refused(hidden);
      const person = await personOf(trx, companyId, candidateId);
      const hasUsedOne = await hasUsedFactorSince(trx, candidateId, proposedAt);
      orThrow(checkFactorsLost({ ...person, hasFactor: await hasFactor(trx, candidateId), hasUsedOne }));
    },
    checkTyping: async (trx, { candidateId: userId }, { credentialVersion }) => {
      const isProven =
        userId !== null &&
        credentialVersion !== undefined &&
        (await isStillSo(trx, { userId, credentialVersion }));
      if (!isProven) throw new Refused(hidden);
    },
    grant: async (trx, { recovery: { candidateId }, at }) => {
      if (candidateId === null) throw new Refused(hidden);
      return { candidateId, facts: await removeAllFactors(trx, candidateId, at) };
    },
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
