import type { Member } from './user.ts';

/** `keep`: the applicant's membership ends, the company goes on; `undo`: it never became a customer. */
export type UnusedApproval = 'keep' | 'undo';

/**
 * What becomes of a company when the applicant of its registration has not used the invitation (WF-01, UM-06; decided.md,
 * Registration): it is undone, unless somebody else administers it by then. Who is suspended stays administrator by name, and
 * the recovery route leads on from there (decided.md, People): a company that was in use is not closed by a timer.
 */
export function unusedApproval(others: readonly Member[]): UnusedApproval {
  return others.some(isAdministratorByName) ? 'keep' : 'undo';
}

function isAdministratorByName({ profile, acceptedAt, deactivatedAt }: Member): boolean {
  return profile === 'administrator' && acceptedAt !== null && deactivatedAt === null;
}
