/** For whom a recovery by letter may be begun, and whether it is still needed when something is done about it. */
import type { AdministratorRecovery } from './administrator-recovery.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseState } from './verdict.ts';

interface Person {
  /** In the company whose address the letter goes to. */
  readonly isActive: boolean;
  readonly isStaff: boolean;
}

/** What is at most once open: one of the company, and one of each person for his factors. */
export function openKeyOf({ purpose, companyId, candidateId }: AdministratorRecovery): string {
  return purpose === 'factors' && candidateId !== null ? candidateId : companyId;
}

/** Only where nobody administers any more, and for somebody who is active in the company (UM-06). */
export function checkAdministratorNeeded(activeAdministrators: number, candidate: Person): Verdict {
  return firstRefusal(
    activeAdministrators === 0 ? allow : refuseState('administrator-recovery.not-needed'),
    candidate.isActive && !candidate.isStaff
      ? allow
      : refuseState('administrator-recovery.candidate-not-active'),
  );
}

/**
 * Only for somebody who is active in the company and has factors to lose. Who has used one since it was proposed has not
 * lost them, whoever it was that asked. Staff have no company with an address: they come in anew. Refuses
 * `administrator-recovery.person-is-staff`, `….person-not-active`, `….no-factor`, `….factor-used`.
 */
export function checkFactorsLost(
  person: Person & { readonly hasFactor: boolean; readonly hasUsedOne: boolean },
): Verdict {
  return firstRefusal(
    person.isStaff ? refuseState('administrator-recovery.person-is-staff') : allow,
    person.isActive ? allow : refuseState('administrator-recovery.person-not-active'),
    person.hasFactor ? allow : refuseState('administrator-recovery.no-factor'),
    person.hasUsedOne ? refuseState('administrator-recovery.factor-used') : allow,
  );
}

/** The letter goes to where the register says that the company sits. */
export function checkAddress(hasAddress: boolean): Verdict {
  return hasAddress ? allow : refuseState('administrator-recovery.address-missing');
}
