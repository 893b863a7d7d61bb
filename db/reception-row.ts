/** Between the `receptions` row with its bounces and the domain's consent. */
import type { Knex } from 'knex';
import type { ChannelConsent, ConsentOutcome } from '../domain/channel-consent.ts';
import { consentTerms, planForConsent } from '../domain/channel-consent.ts';
import { daysRule } from '../domain/policy.ts';
import { brandKeyOf } from './brand-keys.ts';
import { fromDb, fromDbOrNull, toDbOrNull } from './instants.ts';
import { outcomeAt } from './outcome-at.ts';
import { documentPolicyOf } from './policy-sets.ts';

export interface ReceptionRow {
  readonly id: string;
  readonly brand_id: string;
  readonly client_code_id: string;
  readonly account_id: string;
  readonly policy_set_id: string;
  readonly version: number;
  readonly consented_at: Date;
  readonly asked_at: Date | null;
  readonly answer_ends_at: Date | null;
  readonly outcome: ConsentOutcome | null;
  readonly closed_at: Date | null;
}

export async function consentFrom(knex: Knex, row: ReceptionRow): Promise<ChannelConsent> {
  const terms = consentTerms(await documentPolicyOf(knex, row.policy_set_id));
  const bounces = (await knex('reception_bounces')
    .where({ reception_id: row.id })
    .orderBy('bounced_at', 'desc')
    .limit(terms.count)
    .pluck('bounced_at')) as Date[];
  const [askedAt, endsAt] = [fromDbOrNull(row.asked_at), fromDbOrNull(row.answer_ends_at)];
  return {
    id: row.id,
    brand: await brandKeyOf(knex, row.brand_id),
    clientCodeId: row.client_code_id,
    accountId: row.account_id,
    terms,
    version: row.version,
    consentedAt: fromDb(row.consented_at),
    bounces: bounces.map(fromDb).reverse(),
    asked: askedAt !== null && endsAt !== null ? { at: askedAt, endsAt } : null,
    closed: outcomeAt(row.outcome, row.closed_at),
  };
}

/** The columns that change; with its end the client code is on paper again. */
export function consentColumns(consent: ChannelConsent): Record<string, unknown> {
  const { asked, closed, terms } = consent;
  return {
    version: consent.version,
    asked_at: toDbOrNull(asked?.at),
    answer_ends_at: toDbOrNull(asked?.endsAt),
    answer_rule: asked === null ? null : daysRule('WF-32', terms.answerDays, terms),
    next_act_at: toDbOrNull(planForConsent(consent)?.at),
    ended_at: toDbOrNull(closed?.at),
    outcome: closed?.outcome ?? null,
    closed_at: toDbOrNull(closed?.at),
    active_key: closed === null ? consent.clientCodeId : null,
  };
}
