/** What staff do to an entry of the directory: put it right, or take it out (RT-01). */
import type { Knex } from 'knex';
import type { RouterType } from '../../domain/application.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { RouterAddress } from '../../domain/router.ts';
import { checkRouterChange, checkRouterClosing } from '../../domain/router.ts';
import { orThrow } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import { holderIdOf } from '../../domain/router.ts';
import { routerFrom } from '../router-row.ts';
import type { Actor } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { operatorOnly } from './lock-member.ts';
import { tellRouter } from './tell-router-lives.ts';
import { lockRouter } from './write-router-onboarding.ts';

export interface RouterEntry extends RouterAddress {
  readonly name: string;
  readonly type: RouterType;
}

/** Refuses `not-found`, `right.missing`, `router.closed`, `router.version-stale`. Whose entry it is stays. */
export const changeRouter =
  (knex: Knex) =>
  (id: string, entry: RouterEntry, version: number, actor: Actor, at: Instant): Promise<void> =>
    change(knex, null, async (trx) => {
      const router = routerFrom(await lockRouter(trx, id));
      await operatorOnly(trx, actor, 'router.vet');
      orThrow(checkRouterChange(router, version));
      const { name, type, street, postalCode, city, country } = entry;
      const columns = { name, type, street, postal_code: postalCode, city, country };
      await trx('routers')
        .where({ id })
        .update({ ...columns, version: trx.raw('version + 1') });
      await tellRouter(trx, { routerId: id, companyId: null, event: 'changed', facts: { type } }, actor, at);
    });

/**
 * Takes the entry out of the directory and gives its company free. Refuses `not-found`, `right.missing`, `router.closed`, and
 * `router.in-use`
 * while a client's grant stands.
 */
export const closeRouter =
  (knex: Knex) =>
  (id: string, actor: Actor, request: ChangeRequest): Promise<null> =>
    change(knex, request, async (trx) => {
      const at = request.receivedAt;
      const router = routerFrom(await lockRouter(trx, id));
      await operatorOnly(trx, actor, 'router.vet');
      orThrow(checkRouterClosing(router, await clientsOf(trx, holderIdOf(router))));
      await trx('routers')
        .where({ id })
        .update({ closed_at: toDb(at), company_id: null, version: trx.raw('version + 1') });
      const facts = { companyId: router.companyId };
      await tellRouter(trx, { routerId: id, companyId: null, event: 'closed', facts }, actor, at);
      return null;
    });

async function clientsOf(trx: Knex.Transaction, holderId: string): Promise<number> {
  const found = await trx('holdings as h')
    .join('grants as g', 'g.holding_id', 'h.id')
    .join('accounts as a', 'a.id', 'h.account_id')
    .where({ 'h.holder_kind': 'router', 'h.holder_id': holderId, 'g.ended_at': null })
    .countDistinct('a.company_id as n')
    .first<{ n: number }>();
  return found.n;
}
