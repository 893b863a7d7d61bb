import type { Account } from '../../db/queries/accounts.ts';
import { accountById, scopeValuesOf } from '../../db/queries/accounts.ts';
import { holdingOf } from '../../db/queries/rights.ts';
import type { AccountValue } from '../../domain/account-values.ts';
import type { Application } from '../../domain/application.ts';
import type { Holding } from '../../domain/holding.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';

type AccountCall = Call<{ readonly accountId: string }, unknown, unknown>;
type BoundaryCall = Call<{ readonly accountId: string; readonly application: string }, unknown, unknown>;

export interface AccountSeen {
  readonly account: Account;
  readonly values: readonly AccountValue[];
}

/** The account of the path, if the caller may do to its company what the operation declares. */
export async function findAccount(call: AccountCall, { knex }: Deps): Promise<AccountSeen> {
  const account = call.allow('company', await accountById(knex, call.params.accountId));
  return { account, values: await scopeValuesOf(knex, account.accountId) };
}

export interface BoundarySeen {
  readonly account: Account;
  readonly application: Application;
  /** Null: never set. */
  readonly holding: Holding | null;
}

/** What may be held there in that application. */
export async function findBoundary(call: BoundaryCall, deps: Deps): Promise<BoundarySeen> {
  const { account } = await findAccount(call, deps);
  const application = deps.registry.get(call.params.application);
  if (application === undefined) throw new Refused(hidden);
  const { accountId, companyId: holderId } = account;
  const key = { holderKind: 'company', holderId, accountId, application: application.key } as const;
  return { account, application, holding: await holdingOf(deps.knex, key) };
}
