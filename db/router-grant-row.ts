/** Between the `router_grants` row and the domain's grant to a router. */
import type { Knex } from 'knex';
import type { RouterGrant, RouterGrantOutcome } from '../domain/router-grant.ts';
import { planForRouterGrant, routerGrantTerms } from '../domain/router-grant.ts';
import { fromDb, fromDbOrNull, toDb, toDbOrNull } from './instants.ts';
import { outcomeAt } from './outcome-at.ts';
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
    closed: outcomeAt(row.outcome, row.closed_at),
  };
}

/** The columns that change while a grant waits or is worked with. */
export function routerGrantColumns(grant: RouterGrant): Record<string, unknown> {
  const { unusedDays, zone, version } = grant.terms;
  return {
    version: grant.version,
    waits_since_at: toDb(grant.waitsSince),
    ends_at: toDb(grant.endsAt),
    ends_rule: `RT-04: ${String(unusedDays)} calendar days, ${zone}, policy ${String(version)}`,
    reminders: grant.reminders,
    announced_at: toDbOrNull(grant.announcedAt),
    working_since_at: toDbOrNull(grant.workingSince),
    unattended_at: toDbOrNull(grant.unattendedAt),
    next_act_at: toDbOrNull(planForRouterGrant(grant)?.at),
    outcome: grant.closed?.outcome ?? null,
    closed_at: toDbOrNull(grant.closed?.at),
    open_key: grant.closed === null ? `${grant.accountId}/${grant.routerId}` : null,
  };
}
