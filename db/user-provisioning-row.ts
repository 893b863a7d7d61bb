/** Between the `user_provisionings` row and the domain's provisioning. */
import type { Knex } from 'knex';
import type { Profile } from '../domain/rights.ts';
import type { ProvisioningKind, ProvisioningOutcome, UserProvisioning } from '../domain/user-provisioning.ts';
import { planForProvisioning, provisioningTerms } from '../domain/user-provisioning.ts';
import { fromDb, fromDbOrNull, toDb, toDbOrNull } from './instants.ts';
import { outcomeAt } from './outcome-at.ts';
import { peoplePolicyOf } from './policy-sets.ts';

export interface UserProvisioningRow {
  readonly id: string;
  readonly brand_id: string;
  readonly company_id: string;
  readonly kind: ProvisioningKind;
  readonly user_id: string | null;
  readonly membership_id: string | null;
  readonly profile: Profile;
  readonly typed: string | null;
  readonly owner_id: string | null;
  readonly policy_set_id: string;
  readonly version: number;
  readonly invited_at: Date;
  readonly ends_at: Date;
  readonly reminded_at: Date | null;
  readonly accepted_at: Date | null;
  readonly first_login_at: Date | null;
  readonly no_rights_at: Date | null;
  readonly link_id: string | null;
  readonly outcome: ProvisioningOutcome | null;
  readonly closed_at: Date | null;
  readonly open_key: string | null;
}

export async function provisioningFrom(knex: Knex, row: UserProvisioningRow): Promise<UserProvisioning> {
  const brand = await knex('brands').where({ id: row.brand_id }).first<{ brand_key: string }>('brand_key');
  return {
    id: row.id,
    brand: brand.brand_key,
    companyId: row.company_id,
    kind: row.kind,
    terms: provisioningTerms(await peoplePolicyOf(knex, row.policy_set_id)),
    version: row.version,
    invitedAt: fromDb(row.invited_at),
    endsAt: fromDb(row.ends_at),
    remindedAt: fromDbOrNull(row.reminded_at),
    acceptedAt: fromDbOrNull(row.accepted_at),
    firstLogInAt: fromDbOrNull(row.first_login_at),
    noRightsAt: fromDbOrNull(row.no_rights_at),
    closed: outcomeAt(row.outcome, row.closed_at),
  };
}

/** The columns that change during an invitation. */
export function provisioningColumns(provisioning: UserProvisioning): Record<string, unknown> {
  return {
    version: provisioning.version,
    invited_at: toDb(provisioning.invitedAt),
    ends_at: toDb(provisioning.endsAt),
    ends_rule: endsRule(provisioning),
    reminded_at: toDbOrNull(provisioning.remindedAt),
    accepted_at: toDbOrNull(provisioning.acceptedAt),
    first_login_at: toDbOrNull(provisioning.firstLogInAt),
    no_rights_at: toDbOrNull(provisioning.noRightsAt),
    next_act_at: toDbOrNull(planForProvisioning(provisioning)?.at),
    outcome: provisioning.closed?.outcome ?? null,
    closed_at: toDbOrNull(provisioning.closed?.at),
    ...(provisioning.closed === null ? {} : { open_key: null }),
  };
}

function endsRule({ terms }: UserProvisioning): string {
  return `UM-21: ${String(terms.invitationHours)} hours, policy ${String(terms.version)}`;
}
