/** Between the `email_changes` row and the domain's change of address. */
import type { Knex } from 'knex';
import type { EmailChange } from '../domain/email-change.ts';
import type { Owing } from '../domain/life-rows.ts';
import { fromDb } from './instants.ts';
import { outcomeAt } from './outcome-at.ts';
import { peoplePolicyOf } from './policy-sets.ts';
import { owedMailsOf } from './queries/owed-mails.ts';

export interface EmailChangeRow {
  readonly id: string;
  readonly user_id: string;
  readonly brand_id: string;
  readonly policy_set_id: string;
  readonly old_email: string;
  readonly new_email: string;
  readonly link_id: string | null;
  readonly version: number;
  readonly asked_at: Date;
  readonly ends_at: Date;
  readonly outcome: 'confirmed' | 'expired' | null;
  readonly closed_at: Date | null;
}

/** With the mails it owes by now: what the life goes on from. */
export type EmailChangeState = Owing<EmailChange>;

export async function emailChangeFrom(knex: Knex, row: EmailChangeRow): Promise<EmailChangeState> {
  const { version, zone, messageSeconds } = await peoplePolicyOf(knex, row.policy_set_id);
  const brand = await knex('brands').where({ id: row.brand_id }).first<{ brand_key: string }>('brand_key');
  const owed = await owedMailsOf(knex, row.id);
  return {
    id: row.id,
    brand: brand.brand_key,
    terms: { version, zone, messageSeconds },
    version: row.version,
    askedAt: fromDb(row.asked_at),
    endsAt: fromDb(row.ends_at),
    closed: outcomeAt(row.outcome, row.closed_at),
    toTell: owed.map(({ key }) => ({ key })),
  };
}
