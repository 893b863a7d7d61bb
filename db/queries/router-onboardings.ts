/** Routers on their way into the directory, as their lives, the client, the router and staff see them (WF-06). */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import type { Router } from '../../domain/router.ts';
import type { OnboardingStage, RouterOnboarding } from '../../domain/router-onboarding.ts';
import { toDb } from '../instants.ts';
import type { RouterOnboardingRow } from '../router-onboarding-row.ts';
import { onboardingFrom } from '../router-onboarding-row.ts';
import { routerById } from './routers.ts';
import { withOwed } from './owed-mails.ts';

/** The onboarding as it stands, or null. */
export async function routerOnboardingById(knex: Knex, id: string): Promise<Owing<RouterOnboarding> | null> {
  const row = await rowOf(knex, id);
  return row === null ? null : withOwed(knex, await onboardingFrom(knex, row));
}

/** What the client wrote, what staff made of it, and where it stands. */
export interface OnboardingSeen {
  readonly onboarding: RouterOnboarding;
  readonly companyName: string;
  readonly asked: Pick<
    RouterOnboardingRow,
    'name' | 'street' | 'postal_code' | 'city' | 'country' | 'enterprise_number' | 'email' | 'note'
  >;
  readonly decisionNote: string | null;
  readonly router: Router | null;
}

export async function onboardingSeen(knex: Knex, id: string): Promise<OnboardingSeen | null> {
  const row = await rowOf(knex, id);
  return row === null ? null : seen(knex, row);
}

export interface OnboardingSearch {
  /** The client that asked, or the router that is meant, is this company; null for staff. */
  readonly companyId: string | null;
  readonly stages: readonly OnboardingStage[] | null;
  readonly limit: number;
  /** Due instant and id of the last one of the page before. */
  readonly after: readonly [Instant, string] | null;
}

/** By the instant until which staff answer, what is overdue first. */
export async function searchOnboardings(
  knex: Knex,
  { companyId, stages, limit, after }: OnboardingSearch,
): Promise<readonly OnboardingSeen[]> {
  const query = knex('router_onboardings').orderBy(['due_at', 'id']).limit(limit);
  if (stages !== null) void query.whereIn('stage', [...stages]);
  if (companyId !== null) {
    const own = knex('routers').where({ company_id: companyId }).select('id');
    void query.where((concerned) => {
      void concerned.where({ company_id: companyId }).orWhereIn('router_id', own);
    });
  }
  if (after !== null) {
    const [dueAt, id] = after;
    void query.where((later) => {
      void later.where('due_at', '>', toDb(dueAt)).orWhere((same) => {
        void same.where('due_at', toDb(dueAt)).where('id', '>', id);
      });
    });
  }
  const rows = (await query.select()) as RouterOnboardingRow[];
  return Promise.all(rows.map((row) => seen(knex, row)));
}

/** Open onboardings that made this entry: what happens to it concerns them. */
export function openOnboardingsOf(knex: Knex, routerId: string): Promise<readonly string[]> {
  return knex('router_onboardings').where({ router_id: routerId, closed_at: null }).orderBy('id').pluck('id');
}

async function seen(knex: Knex, row: RouterOnboardingRow): Promise<OnboardingSeen> {
  const company = await knex('companies').where({ id: row.company_id }).first<{ name: string }>('name');
  return {
    onboarding: await onboardingFrom(knex, row),
    companyName: company.name,
    asked: row,
    decisionNote: row.decision_note,
    router: row.router_id === null ? null : await routerById(knex, row.router_id),
  };
}

async function rowOf(knex: Knex, id: string): Promise<RouterOnboardingRow | null> {
  return (await knex('router_onboardings').where({ id }).first<RouterOnboardingRow | undefined>()) ?? null;
}
