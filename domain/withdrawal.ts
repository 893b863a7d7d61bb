import type { Application } from './application.ts';
import type { LiveGrant, Revocation, SavingPlan } from './granting.ts';
import { planSaving } from './granting.ts';
import { noRights } from './right-set.ts';
import type { Holder } from './right-wish.ts';
import type { Verdict } from './verdict.ts';

interface Withdrawal {
  readonly application: Application;
  readonly holder: Holder;
  readonly live: readonly LiveGrant[];
  readonly profile: string | null;
  readonly revocation: Revocation;
  /** The grants that end. */
  readonly grantIds: readonly string[];
}

/**
 * Takes back these grants and no other: what somebody else gave besides stays, also where it is the same right (WF-43). What
 * is left must stand in the profile. Refuses what `planSaving` refuses.
 */
export function planWithdrawal(withdrawal: Withdrawal): {
  readonly verdict: Verdict;
  readonly plan: SavingPlan;
} {
  const { application, holder, live, profile, revocation, grantIds } = withdrawal;
  const rest = live.filter(({ id }) => !grantIds.includes(id)).map(({ block }) => block);
  const wish = { profile, rights: rest };
  const { verdict, plan } = planSaving({
    application,
    holder,
    live,
    profile,
    wish,
    ceiling: noRights,
    revocation,
  });
  return { verdict, plan: { ...plan, isChanged: true, ended: grantIds, kept: [] } };
}
