import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import { folded } from '../../domain/folded.ts';
import type { Profile } from '../../domain/rights.ts';
import type { ProvisioningKind, UserProvisioning } from '../../domain/user-provisioning.ts';
import { invitationFrom, provisioningTerms } from '../../domain/user-provisioning.ts';
import { peoplePolicyOf, policySetInForce } from '../policy-sets.ts';
import { provisioningColumns } from '../user-provisioning-row.ts';
import type { Actor } from './append-event.ts';
import type { LockedCompany } from './lock-member.ts';
import { linkFor, oweInvitationMail } from './write-provisioning.ts';

export interface NewProvisioning {
  readonly kind: ProvisioningKind;
  readonly userId: string | null;
  readonly membershipId: string | null;
  readonly profile: Profile;
  /** What was written of a person who may not exist. */
  readonly typed: string | null;
}

/** The birth of an invitation: its row, its link and its mail; the event is its caller's. Returns the new row. */
export async function beginProvisioning(
  trx: Knex.Transaction,
  company: LockedCompany,
  asked: NewProvisioning,
  actor: Actor,
  at: Instant,
): Promise<UserProvisioning> {
  const policySetId = await policySetInForce(trx, company.brand_id, at);
  const terms = provisioningTerms(await peoplePolicyOf(trx, policySetId));
  const brand = await trx('brands').where({ id: company.brand_id }).first<{ brand_key: string }>('brand_key');
  const provisioning: UserProvisioning = {
    id: uuidv7(),
    brand: brand.brand_key,
    companyId: company.id,
    kind: asked.kind,
    terms,
    version: 1,
    ...invitationFrom(at, terms),
    acceptedAt: null,
    firstLogInAt: null,
    noRightsAt: null,
    closed: null,
  };
  await trx('user_provisionings').insert({
    id: provisioning.id,
    brand_id: company.brand_id,
    company_id: company.id,
    kind: asked.kind,
    user_id: asked.userId,
    membership_id: asked.membershipId,
    profile: asked.profile,
    typed: asked.typed,
    owner_id: actor.type === 'user' ? actor.id : null,
    policy_set_id: policySetId,
    ...provisioningColumns(provisioning),
    open_key: openKeyOf(company.id, asked),
  });
  await linkFor(trx, provisioning, asked.userId, at);
  if (asked.userId !== null) {
    const kind = asked.kind === 'user' ? 'invitation' : 'membership-invitation';
    await oweInvitationMail(trx, provisioning, kind, at);
  }
  return provisioning;
}

/** At most one open invitation a membership, or a company and what was written. */
function openKeyOf(companyId: string, { membershipId, typed }: NewProvisioning): string {
  const key = membershipId ?? `${companyId} ${folded(typed ?? '')}`;
  return createHash('sha256').update(key).digest('hex');
}
