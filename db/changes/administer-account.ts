/** What staff do to the customer accounts of a company: locked, asked, written, told (UM-11, UM-26; decided.md, Rights). */
import type { Knex } from 'knex';
import { checkScopeValues } from '../../domain/account-values.ts';
import type { AccountValue } from '../../domain/account-values.ts';
import type { Registry } from '../../domain/application.ts';
import type { Instant } from '../../domain/calendar.ts';
import { postboxDimension } from '../../domain/postbox-rights.ts';
import { hidden, orThrow, Refused, refuseState } from '../../domain/verdict.ts';
import { accountById, scopeValuesInUse, scopeValuesOf } from '../queries/accounts.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { checkBoxes } from './check-boxes.ts';
import { lockCompany, onBehalf, staffOnly } from './lock-member.ts';
import { openAccount, registerScopeValues } from './open-account.ts';

export interface AccountAsked {
  readonly companyId: string;
  /** Null: the next free one. */
  readonly number: string | null;
  readonly name: string;
}

/** A further account of a company. Refuses `not-found`, `right.missing`, `account.number-taken`. */
export const openAccountOf =
  (knex: Knex) =>
  (
    { companyId, number, name }: AccountAsked,
    actor: Actor,
    at: Instant,
    request: ChangeRequest,
  ): Promise<{ readonly accountId: string }> =>
    change(knex, request, async (trx) => {
      const company = await lockCompany(trx, companyId);
      await staffOnly(trx, companyId, actor);
      const accountId = await openAccount(trx, company, { number, name }, at);
      await appendEvent(trx, {
        kind: 'account.opened',
        subjectType: 'account',
        subjectId: accountId,
        companyId,
        actor,
        at,
        body: onBehalf(actor, companyId),
      });
      return { accountId };
    });

export interface ScopeValuesAsked {
  readonly accountId: string;
  readonly dimension: string;
  readonly values: readonly Omit<AccountValue, 'dimension'>[];
  readonly version: number;
}

/**
 * All that an account has in one dimension from now on. Nobody gains or loses a right by it. Refuses `not-found`,
 * `right.missing`, `account.version-stale`, `account.box-of-other-company`, and what `checkScopeValues` refuses.
 */
export const setScopeValues =
  (knex: Knex, registry: Registry) =>
  (asked: ScopeValuesAsked, actor: Actor, at: Instant): Promise<void> =>
    change(knex, null, async (trx) => {
      const { accountId, dimension, values } = asked;
      const owner = await accountById(trx, accountId);
      if (owner === null) throw new Refused(hidden);
      const { companyId } = owner;
      await lockCompany(trx, companyId);
      await staffOnly(trx, companyId, actor);
      const version = (await accountById(trx, accountId))?.version ?? 0;
      if (version !== asked.version) throw new Refused(refuseState('account.version-stale', { version }));
      const known = (await scopeValuesOf(trx, accountId)).filter((each) => each.dimension === dimension);
      const inUse = await scopeValuesInUse(trx, accountId, dimension);
      orThrow(checkScopeValues(registry, dimension, values, known, inUse));
      const named = values.map(({ value }) => value);
      await checkBoxes(trx, companyId, dimension === postboxDimension ? named : [], 'values');
      await trx('account_scope_values')
        .where({ account_id: accountId, dimension })
        .whereNotIn('value', named)
        .delete();
      await registerScopeValues(trx, accountId, dimension, values);
      await trx('accounts')
        .where({ id: accountId })
        .update({ version: version + 1 });
      await appendEvent(trx, {
        kind: 'account.scope-values-set',
        subjectType: 'account',
        subjectId: accountId,
        companyId,
        actor,
        at,
        body: { dimension, values: named, version: version + 1, ...onBehalf(actor, companyId) },
      });
    });
