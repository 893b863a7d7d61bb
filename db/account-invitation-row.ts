/** Between the `account_invitations` row and the domain's invitation. */
import type { Knex } from 'knex';
import type { AccountInvitation, InvitationOutcome } from '../domain/account-invitation.ts';
import { invitationTerms, planForInvitation } from '../domain/account-invitation.ts';
import { brandKeyOf } from './brand-keys.ts';
import { fromDb, toDb, toDbOrNull } from './instants.ts';
import { outcomeAt } from './outcome-at.ts';
import { documentPolicyOf } from './policy-sets.ts';

export interface AccountInvitationRow {
  readonly id: string;
  readonly brand_id: string;
  readonly client_code_id: string;
  readonly policy_set_id: string;
  readonly email: string;
  readonly mailbox: string;
  readonly language: string;
  readonly link_id: string | null;
  readonly version: number;
  readonly invited_at: Date;
  readonly ends_at: Date;
  readonly outcome: InvitationOutcome | null;
  readonly closed_at: Date | null;
}

export async function invitationFrom(knex: Knex, row: AccountInvitationRow): Promise<AccountInvitation> {
  return {
    id: row.id,
    brand: await brandKeyOf(knex, row.brand_id),
    clientCodeId: row.client_code_id,
    terms: invitationTerms(await documentPolicyOf(knex, row.policy_set_id)),
    version: row.version,
    invitedAt: fromDb(row.invited_at),
    endsAt: fromDb(row.ends_at),
    closed: outcomeAt(row.outcome, row.closed_at),
  };
}

/** The columns that change. */
export function invitationColumns(invitation: AccountInvitation): Record<string, unknown> {
  const { terms, closed } = invitation;
  return {
    version: invitation.version,
    invited_at: toDb(invitation.invitedAt),
    ends_at: toDb(invitation.endsAt),
    ends_rule: `IP-02: ${String(terms.linkHours)} hours, policy ${String(terms.version)}`,
    next_act_at: toDbOrNull(planForInvitation(invitation)?.at),
    outcome: closed?.outcome ?? null,
    closed_at: toDbOrNull(closed?.at),
    open_key: closed === null ? invitation.clientCodeId : null,
  };
}
