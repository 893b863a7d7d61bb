/** Writing the row of a log-in from an unknown place (WF-20). */
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import { hours, plusMilliseconds } from '../../domain/calendar.ts';
import type { PlaceAuthorisation } from '../../domain/place-authorisation.ts';
import { digestHours, tellingOf } from '../../domain/place-authorisation.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import type { PlaceAuthorisationRow } from '../place-authorisation-row.ts';
import { placeAuthorisationColumns, placeAuthorisationFrom } from '../place-authorisation-row.ts';
import { peoplePolicyOf } from '../policy-sets.ts';
import { lifeActor } from './actors.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { makeLink } from './one-time-links.ts';
import { owePersonMail } from './owe-person-mail.ts';

export const placeLife = lifeActor('place-authorisation');

/** Whose policy asks for the mail: of several companies the first that does not let him in. */
export interface AskingCompany {
  readonly brandId: string;
  /** Null: the operator asks one of its staff. */
  readonly companyId: string | null;
  readonly policySetId: string;
}

/**
 * The person proved who he is, from a place that is not authorised: a mail is owed, or the digest of the hour tells of
 * it. His row is locked by the caller: log-ins at the same moment are counted one after the other.
 */
export async function askForPlace(
  trx: Knex.Transaction,
  asked: { readonly userId: string; readonly attemptId: string; readonly by: AskingCompany },
  at: Instant,
): Promise<void> {
  const { userId, attemptId, by } = asked;
  const telling = tellingOf(
    ...(await lately(trx, userId, at)),
    await peoplePolicyOf(trx, by.policySetId),
    at,
  );
  if (telling.by === 'open-digest') return;
  const id = uuidv7();
  await trx('place_authorisations').insert({
    id,
    user_id: userId,
    brand_id: by.brandId,
    company_id: by.companyId,
    policy_set_id: by.policySetId,
    attempt_id: attemptId,
    version: 1,
    told_by: telling.by,
    asked_at: toDb(at),
    ends_at: toDb(telling.endsAt),
    next_act_at: toDb(telling.endsAt),
  });
  if (telling.by === 'mail') {
    await makeLink(trx, { purpose: 'place', lifeId: id, userId, endsAt: telling.endsAt, at });
    await owePlaceMail(trx, id, 'place-asked', at);
  }
  await appendEvent(trx, {
    ...about(userId, id),
    kind: 'place.asked',
    actor: { type: 'user', id: userId },
    at,
    wakes: { life: 'place-authorisation', id },
  });
}

/** Mails of the last hour, and whether a digest is collecting: what `tellingOf` wants to know. */
async function lately(trx: Knex.Transaction, userId: string, at: Instant): Promise<[number, boolean]> {
  const since = plusMilliseconds(at, -hours(digestHours));
  const rows: Pick<PlaceAuthorisationRow, 'told_by' | 'closed_at'>[] = await trx('place_authorisations')
    .where({ user_id: userId })
    .where('asked_at', '>', toDb(since))
    .select('told_by', 'closed_at');
  return [
    rows.filter(({ told_by: by }) => by === 'mail').length,
    rows.some(({ told_by: by, closed_at: closedAt }) => by === 'digest' && closedAt === null),
  ];
}

export function owePlaceMail(
  trx: Knex.Transaction,
  id: string,
  kind: 'place-asked' | 'places-digest',
  at: Instant,
): Promise<void> {
  return owePersonMail(trx, { life: 'place-authorisation', lifeId: id, kind }, at);
}

/** The row with its person locked until commit, the person first (lock order). Refuses `not-found`. */
export async function lockPlaceAuthorisation(
  trx: Knex.Transaction,
  id: string,
): Promise<{ authorisation: PlaceAuthorisation; row: PlaceAuthorisationRow; isActive: boolean }> {
  const found = await trx('place_authorisations')
    .where({ id })
    .first<{ user_id: string } | undefined>('user_id');
  if (found === undefined) throw new Refused(hidden);
  const user = await trx('users')
    .where({ id: found.user_id })
    .forUpdate()
    .first<{ deactivated_at: Date | null }>('deactivated_at');
  const row = await trx('place_authorisations').where({ id }).forUpdate().first<PlaceAuthorisationRow>();
  const authorisation = await placeAuthorisationFrom(trx, row);
  return { authorisation, row, isActive: user.deactivated_at === null };
}

export interface PlaceDoing {
  readonly actor: Actor;
  readonly at: Instant;
  readonly command?: { readonly update: string; readonly updateId: string; readonly args: unknown };
}

/** Writes the row as a rule left it, and the event. */
export async function writePlaceAuthorisation(
  trx: Knex.Transaction,
  authorisation: PlaceAuthorisation,
  kind: string,
  { actor, at, command }: PlaceDoing,
): Promise<void> {
  const { id, userId } = authorisation;
  await trx('place_authorisations').where({ id }).update(placeAuthorisationColumns(authorisation));
  await appendEvent(trx, {
    ...about(userId, id),
    kind: `place.${kind}`,
    actor,
    at,
    ...(command && { wakes: { life: 'place-authorisation', id }, command }),
  });
}

/** Told in the operator's chain, for a person may belong to several companies; never the address itself. */
function about(userId: string, authorisationId: string) {
  return { subjectType: 'user', subjectId: userId, companyId: null, body: { authorisationId } };
}
