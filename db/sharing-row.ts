/** Between the `sharings` row and the domain's sharing. */
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { Sharing, SharingOutcome, SharingTerms } from '../domain/sharing.ts';
import { planForSharing, sharingTerms } from '../domain/sharing.ts';
import { mailboxOf } from '../domain/mailbox.ts';
import { brandKeyOf } from './brand-keys.ts';
import { fromDb, fromDbOrNull, toDb, toDbOrNull } from './instants.ts';
import { outcomeAt } from './outcome-at.ts';
import { documentPolicyOf, peoplePolicyOf } from './policy-sets.ts';

export interface SharingRow {
  readonly id: string;
  readonly brand_id: string;
  readonly account_id: string;
  readonly policy_set_id: string;
  readonly invited_by_id: string;
  readonly user_id: string | null;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly link_id: string | null;
  readonly version: number;
  readonly invited_at: Date;
  readonly ends_at: Date;
  readonly reminded_at: Date | null;
  readonly accepted_at: Date | null;
  readonly revoked_at: Date | null;
  readonly outcome: SharingOutcome | null;
  readonly closed_at: Date | null;
}

export async function sharingTermsOf(knex: Knex, policySetId: string): Promise<SharingTerms> {
  return sharingTerms(await documentPolicyOf(knex, policySetId), await peoplePolicyOf(knex, policySetId));
}

export async function sharingFromRow(knex: Knex, row: SharingRow): Promise<Sharing> {
  return {
    id: row.id,
    brand: await brandKeyOf(knex, row.brand_id),
    accountId: row.account_id,
    terms: await sharingTermsOf(knex, row.policy_set_id),
    version: row.version,
    invitedAt: fromDb(row.invited_at),
    endsAt: fromDb(row.ends_at),
    remindedAt: fromDbOrNull(row.reminded_at),
    closed: outcomeAt(row.outcome, row.closed_at),
  };
}

/** One sharing for an address in an account. */
export function openKey(accountId: string, email: string): string {
  return createHash('sha256')
    .update(`${accountId} ${mailboxOf(email)}`)
    .digest('hex');
}

/** The columns that change with the invitation; one that ended without acceptance frees its address. */
export function sharingColumns(sharing: Sharing): Record<string, unknown> {
  const { closed, terms } = sharing;
  const isFree = closed !== null && closed.outcome !== 'accepted';
  return {
    version: sharing.version,
    invited_at: toDb(sharing.invitedAt),
    ends_at: toDb(sharing.endsAt),
    ends_rule: `WF-35: ${String(terms.linkHours)} hours, policy ${String(terms.version)}`,
    reminded_at: toDbOrNull(sharing.remindedAt),
    next_act_at: toDbOrNull(planForSharing(sharing)?.at),
    outcome: closed?.outcome ?? null,
    closed_at: toDbOrNull(closed?.at),
    ...(isFree && { open_key: null }),
  };
}
