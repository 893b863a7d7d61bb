/** What clients gave routers, as the lives and the clients see it (WF-06, RT-04). */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import type { Administration, Router } from '../../domain/router.ts';
import { holderIdOf } from '../../domain/router.ts';
import type { RouterGrant, RouterGrantFacts } from '../../domain/router-grant.ts';
import { fromDb } from '../instants.ts';
import type { RouterGrantRow } from '../router-grant-row.ts';
import { routerGrantFrom } from '../router-grant-row.ts';
import { administrationOf, routerById } from './routers.ts';
import { withOwed } from './owed-mails.ts';

/** The grant as it stands, or null. */
export async function routerGrantById(knex: Knex, id: string): Promise<Owing<RouterGrant> | null> {
  const row = await knex('router_grants').where({ id }).first<RouterGrantRow | undefined>();
  return row === undefined ? null : withOwed(knex, await routerGrantFrom(knex, row));
}

/** Open grants to this router: what happens to its company concerns them. */
export function openRouterGrantsOf(knex: Knex, routerId: string): Promise<readonly string[]> {
  return knex('router_grants').where({ router_id: routerId, closed_at: null }).orderBy('id').pluck('id');
}

/** The open grant of an account to the router whose company this is, or null. */
export async function openRouterGrantTo(
  knex: Knex,
  accountId: string,
  routerCompanyId: string,
): Promise<string | null> {
  const row = await knex('router_grants as g')
    .join('routers as r', 'r.id', 'g.router_id')
    .where({ 'g.account_id': accountId, 'r.company_id': routerCompanyId, 'g.closed_at': null })
    .first<{ id: string } | undefined>('g.id');
  return row?.id ?? null;
}

/** What the rows around a grant say by now. */
export async function factsOfRouterGrant(
  knex: Knex,
  { accountId, routerId }: Pick<RouterGrant, 'accountId' | 'routerId'>,
): Promise<RouterGrantFacts> {
  const router = await routerById(knex, routerId);
  if (router === null) throw new Error(`no router ${routerId}`);
  return {
    isHeld: (await applicationsHeld(knex, accountId, router)).length > 0,
    administration: await administrationOf(knex, router.companyId),
    hasAccount: router.companyId !== null,
    workers: await workersOn(knex, accountId, router.companyId),
  };
}

/** The applications in which the router holds anything on the account. */
export function applicationsHeld(
  knex: Knex,
  accountId: string,
  router: Pick<Router, 'id' | 'companyId'>,
): Promise<readonly string[]> {
  return knex('holdings as h')
    .join('grants as g', 'g.holding_id', 'h.id')
    .where({
      'h.holder_kind': 'router',
      'h.holder_id': holderIdOf(router),
      'h.account_id': accountId,
      'g.ended_at': null,
    })
    .orderBy('h.application')
    .distinct()
    .pluck('h.application');
}

/** How many people of the router hold anything on the account of the client. */
async function workersOn(knex: Knex, accountId: string, companyId: string | null): Promise<number> {
  if (companyId === null) return 0;
  const found = await knex('holdings as h')
    .join('memberships as m', 'm.id', 'h.holder_id')
    .join('grants as g', 'g.holding_id', 'h.id')
    .where({
      'h.holder_kind': 'user',
      'h.account_id': accountId,
      'm.company_id': companyId,
      'g.ended_at': null,
    })
    .countDistinct('m.id as n')
    .first<{ n: number }>();
  return found.n;
}

/** One of a client's routers on one of its accounts. */
export interface ClientRouter {
  readonly router: Router;
  readonly accountId: string;
  readonly accountNumber: string;
  readonly grantedSince: Instant;
  readonly endsAt: Instant;
  readonly workingSince: Instant | null;
  readonly applications: readonly string[];
  readonly workers: number;
  readonly administration: Administration;
}

/** The routers that hold anything on the accounts of a client, by name and account. */
export async function routersOfClient(knex: Knex, companyId: string): Promise<readonly ClientRouter[]> {
  const rows: (RouterGrantRow & { readonly account_number: string })[] = await knex('router_grants as g')
    .join('accounts as a', 'a.id', 'g.account_id')
    .join('routers as r', 'r.id', 'g.router_id')
    .where({ 'g.company_id': companyId, 'g.closed_at': null })
    .orderBy(['r.name', 'r.number', 'a.number'])
    .limit(500)
    .select('g.*', 'a.number as account_number');
  const found = await Promise.all(rows.map((row) => clientRouter(knex, row)));
  return found.filter(({ applications }) => applications.length > 0);
}

async function clientRouter(
  knex: Knex,
  row: RouterGrantRow & { readonly account_number: string },
): Promise<ClientRouter> {
  const router = await routerById(knex, row.router_id);
  if (router === null) throw new Error(`no router ${row.router_id}`);
  return {
    router,
    accountId: row.account_id,
    accountNumber: row.account_number,
    grantedSince: fromDb(row.waits_since_at),
    endsAt: fromDb(row.ends_at),
    workingSince: row.working_since_at && fromDb(row.working_since_at),
    applications: await applicationsHeld(knex, row.account_id, router),
    workers: await workersOn(knex, row.account_id, router.companyId),
    administration: await administrationOf(knex, router.companyId),
  };
}
