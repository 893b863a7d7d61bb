/** Between the `router_grants` row and the domain's grant to a router. */
import type { Knex } from 'knex';
import type { RouterGrant, RouterGrantOutcome } from '../domain/router-grant.ts';
import { planForRouterGrant, routerGrantTerms } from '../domain/router-grant.ts';
import { fromDb, fromDbOrNull, toDb } from './instants.ts';
import { peoplePolicyOf } from './policy-sets.ts';

export interface RouterGrantRow {
  readonly id: string;
  readonly brand_id: string;
  readonly company_id: string;
  readonly account_id: string;
  readonly router_id: string;
  readonly owner_id: string | null;
  readonly policy_set_id: string;
  readonly version: number;
  readonly waits_since_at: Date;
  readonly ends_at: Date;
  readonly reminders: number;
  readonly announced_at: Date | null;
  readonly working_since_at: Date | null;
  readonly unattended_at: Date | null;
  readonly outcome: RouterGrantOutcome | null;
  readonly closed_at: Date | null;
}

export async function routerGrantFrom(knex: Knex, row: RouterGrantRow): Promise<RouterGrant> {
  const brand = await knex('brands').where({ id: row.brand_id }).first<{ brand_key: string }>('brand_key');
  const closedAt = fromDbOrNull(row.closed_at);
  return {
    id: row.id,
    brand: brand.brand_key,
    companyId: row.company_id,
    accountId: row.account_id,
    routerId: row.router_id,
    terms: routerGrantTerms(await peoplePolicyOf(knex, row.policy_set_id)),
    version: row.version,
    waitsSince: fromDb(row.waits_since_at),
    endsAt: fromDb(row.ends_at),
    reminders: row.reminders,
    announcedAt: fromDbOrNull(row.announced_at),
    workingSince: fromDbOrNull(row.working_since_at),
    unattendedAt: fromDbOrNull(row.unattended_at),
    closed: row.outcome !== null && closedAt !== null ? { outcome: row.outcome, at: closedAt } : null,
  };
}

/** The columns that change while a grant waits or is worked with. */
export function routerGrantColumns(grant: RouterGrant): Record<string, unknown> {
  const orNull = (at: string | null | undefined) => (at === null || at === undefined ? null : toDb(at));
  const { unusedDays, zone, version } = grant.terms;
  return {
    version: grant.version,
    waits_since_at: toDb(grant.waitsSince),
    ends_at: toDb(grant.endsAt),
    ends_rule: `RT-04: ${String(unusedDays)} calendar days, ${zone}, policy ${String(version)}`,
    reminders: grant.reminders,
    announced_at: orNull(grant.announcedAt),
    working_since_at: orNull(grant.workingSince),
    unattended_at: orNull(grant.unattendedAt),
    next_act_at: orNull(planForRouterGrant(grant)?.at),
    outcome: grant.closed?.outcome ?? null,
    closed_at: orNull(grant.closed?.at),
    open_key: grant.closed === null ? `${grant.accountId}/${grant.routerId}` : null,
  };
}
