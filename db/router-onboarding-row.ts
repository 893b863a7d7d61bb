/** Between the `router_onboardings` row and the domain's onboarding. */
import type { Knex } from 'knex';
import type { OnboardingOutcome, RouterOnboarding } from '../domain/router-onboarding.ts';
import { onboardingStage, onboardingTerms, planForOnboarding } from '../domain/router-onboarding.ts';
import { fromDb, fromDbOrNull, toDb, toDbOrNull } from './instants.ts';
import { outcomeAt } from './outcome-at.ts';
import { peoplePolicyOf } from './policy-sets.ts';

export interface RouterOnboardingRow {
  readonly id: string;
  readonly brand_id: string;
  readonly company_id: string;
  readonly owner_id: string | null;
  readonly policy_set_id: string;
  readonly version: number;
  readonly name: string;
  readonly street: string;
  readonly postal_code: string;
  readonly city: string;
  readonly country: string;
  readonly enterprise_number: string | null;
  readonly email: string | null;
  readonly note: string | null;
  readonly router_id: string | null;
  readonly decision_note: string | null;
  readonly asked_at: Date;
  readonly due_at: Date;
  readonly overdue_at: Date | null;
  readonly listed_at: Date | null;
  readonly account_at: Date | null;
  readonly confirm_asked_at: Date | null;
  readonly reminders: number;
  readonly ends_at: Date | null;
  readonly outcome: OnboardingOutcome | null;
  readonly closed_at: Date | null;
}

export async function onboardingFrom(knex: Knex, row: RouterOnboardingRow): Promise<RouterOnboarding> {
  const brand = await knex('brands').where({ id: row.brand_id }).first<{ brand_key: string }>('brand_key');
  return {
    id: row.id,
    brand: brand.brand_key,
    companyId: row.company_id,
    terms: onboardingTerms(await peoplePolicyOf(knex, row.policy_set_id)),
    version: row.version,
    askedAt: fromDb(row.asked_at),
    dueAt: fromDb(row.due_at),
    overdueAt: fromDbOrNull(row.overdue_at),
    routerId: row.router_id,
    listedAt: fromDbOrNull(row.listed_at),
    accountAt: fromDbOrNull(row.account_at),
    confirmAskedAt: fromDbOrNull(row.confirm_asked_at),
    reminders: row.reminders,
    endsAt: fromDbOrNull(row.ends_at),
    closed: outcomeAt(row.outcome, row.closed_at),
  };
}

/** The columns that change during an onboarding. */
export function onboardingColumns(onboarding: RouterOnboarding): Record<string, unknown> {
  const { vettingHours, version } = onboarding.terms;
  return {
    version: onboarding.version,
    due_at: toDb(onboarding.dueAt),
    due_rule: `RT-03: ${String(vettingHours)} opening hours, policy ${String(version)}`,
    overdue_at: toDbOrNull(onboarding.overdueAt),
    router_id: onboarding.routerId,
    listed_at: toDbOrNull(onboarding.listedAt),
    account_at: toDbOrNull(onboarding.accountAt),
    confirm_asked_at: toDbOrNull(onboarding.confirmAskedAt),
    reminders: onboarding.reminders,
    ends_at: toDbOrNull(onboarding.endsAt),
    stage: onboardingStage(onboarding),
    next_act_at: toDbOrNull(planForOnboarding(onboarding)?.at),
    outcome: onboarding.closed?.outcome ?? null,
    closed_at: toDbOrNull(onboarding.closed?.at),
    ...(onboarding.closed === null ? {} : { open_key: null }),
  };
}
