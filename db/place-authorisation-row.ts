/** Between the `place_authorisations` row and the domain's authorisation; with the mails it owes it is a life's state. */
import type { Knex } from 'knex';
import type { PlaceAuthorisation, PlaceAuthorisationOutcome } from '../domain/place-authorisation.ts';
import { planForPlace } from '../domain/place-authorisation.ts';
import { fromDb, toDbOrNull } from './instants.ts';
import { outcomeAt } from './outcome-at.ts';
import { peoplePolicyOf } from './policy-sets.ts';

export interface PlaceAuthorisationRow {
  readonly id: string;
  readonly user_id: string;
  readonly brand_id: string;
  readonly company_id: string | null;
  readonly policy_set_id: string;
  readonly attempt_id: string | null;
  readonly version: number;
  readonly told_by: 'mail' | 'digest';
  readonly asked_at: Date;
  readonly ends_at: Date;
  readonly outcome: PlaceAuthorisationOutcome | null;
  readonly closed_at: Date | null;
}

export async function placeAuthorisationFrom(
  knex: Knex,
  row: PlaceAuthorisationRow,
): Promise<PlaceAuthorisation> {
  const { version, zone, messageSeconds } = await peoplePolicyOf(knex, row.policy_set_id);
  const brand = await knex('brands')
    .where({ id: row.brand_id })
    .first<{ brand_key: string } | undefined>('brand_key');
  return {
    id: row.id,
    brand: brand?.brand_key ?? '',
    companyId: row.company_id,
    userId: row.user_id,
    terms: { version, zone, messageSeconds },
    version: row.version,
    toldBy: row.told_by,
    askedAt: fromDb(row.asked_at),
    endsAt: fromDb(row.ends_at),
    closed: outcomeAt(row.outcome, row.closed_at),
  };
}

/** The columns that change during an authorisation. */
export function placeAuthorisationColumns(authorisation: PlaceAuthorisation): Record<string, unknown> {
  const next = planForPlace(authorisation);
  const { closed, version } = authorisation;
  return {
    version,
    next_act_at: toDbOrNull(next?.at),
    outcome: closed?.outcome ?? null,
    closed_at: toDbOrNull(closed?.at),
  };
}
