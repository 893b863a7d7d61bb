/** Whose rights on what: the user is found as everywhere, and the account as far as his company has to do with it. */
import { accountById, scopeValuesOf } from '../../db/queries/accounts.ts';
import type { Account } from '../../db/queries/accounts.ts';
import { givingOf } from '../../db/queries/giving.ts';
import type { Giving } from '../../db/queries/giving.ts';
import { holdingOf } from '../../db/queries/rights.ts';
import type { AccountValue } from '../../domain/account-values.ts';
import type { Application } from '../../domain/application.ts';
import type { Holding } from '../../domain/holding.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { findUser } from '../users/find.ts';
import type { UserSeen } from '../users/present.ts';

export type RightsCall = Call<
  { readonly id: string; readonly userId: string; readonly accountId: string; readonly application: string },
  unknown,
  unknown
>;

export interface RightsGround {
  readonly seen: UserSeen;
  readonly account: Account;
  readonly application: Application;
  readonly holding: Holding | null;
  /** What the account has to scope by, with the words for it. */
  readonly accountValues: readonly AccountValue[];
  /** What the caller may give there. */
  readonly giving: Giving;
}

/** Refuses `not-found` for a user, an account or an application that is none of the caller's to see. */
export async function findRights(call: RightsCall, deps: Deps): Promise<RightsGround> {
  const { knex, registry } = deps;
  const seen = await findUser(call, deps);
  const { companyId, membershipId } = seen.user;
  const application = registry.get(call.params.application);
  const account = await accountById(knex, call.params.accountId);
  if (application === undefined || account === null) throw new Refused(hidden);
  const standing = call.caller.kind === 'operator' ? 'internal' : 'administrator';
  const giving = await givingOf(knex, companyId, { id: call.caller.id, standing }, application, account);
  const key = { holderKind: 'user', holderId: membershipId, accountId: account.accountId } as const;
  const holding = await holdingOf(knex, { ...key, application: application.key });
  const accountValues = await scopeValuesOf(knex, account.accountId);
  return { seen, account, application, holding, giving, accountValues };
}
