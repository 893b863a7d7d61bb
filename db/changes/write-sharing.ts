import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import type { Sharing } from '../../domain/sharing.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { withOwed } from '../queries/owed-mails.ts';
import type { SharingRow } from '../sharing-row.ts';
import { sharingColumns, sharingFromRow } from '../sharing-row.ts';
import { lifeActor } from './actors.ts';
import type { NewEvent } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import type { AccountRow } from './lock-accounts.ts';
import { lockAccount } from './lock-accounts.ts';
import { killLinks, makeLink } from './one-time-links.ts';
import { owePersonMail } from './owe-person-mail.ts';

/** The life itself acts. */
export const sharingLife = lifeActor('sharing');

export interface LockedSharing {
  readonly account: AccountRow;
  readonly row: SharingRow;
  readonly sharing: Sharing;
}

/** The row with its account locked before it. Refuses `not-found`. */
export async function lockSharing(trx: Knex.Transaction, id: string): Promise<LockedSharing> {
  const found = await trx('sharings').where({ id }).first<{ account_id: string } | undefined>('account_id');
  if (found === undefined) throw new Refused(hidden);
  const account = await lockAccount(trx, found.account_id);
  const row = await trx('sharings').where({ id }).forUpdate().first<SharingRow>();
  return { account, row, sharing: await sharingFromRow(trx, row) };
}

type Told = Pick<NewEvent, 'actor' | 'wakes' | 'command'> & {
  readonly event: string;
  readonly facts?: object;
  /** Null: nobody is told. */
  readonly mail?: string | null;
};

/** Writes the invitation as a rule left it, what it owes and the event; with its end the link is dead. */
export async function writeSharing(
  trx: Knex.Transaction,
  sharing: Sharing,
  { event, facts = {}, mail = null, ...by }: Told,
  at: Instant,
): Promise<Owing<Sharing>> {
  const { id, version, closed } = sharing;
  await trx('sharings').where({ id }).update(sharingColumns(sharing));
  if (closed !== null) await killLinks(trx, { purpose: 'sharing', life_id: id }, at);
  if (mail !== null) await oweSharingMail(trx, sharing, mail, at);
  await tellOfSharing(trx, sharing, { ...by, event, facts: { version, ...facts } }, at);
  return withOwed(trx, sharing);
}

/** Something happened to a sharing; ids only, for the event log outlives names and addresses. */
export async function tellOfSharing(
  trx: Knex.Transaction,
  { id, accountId }: Pick<Sharing, 'id' | 'accountId'>,
  { event, facts = {}, ...by }: Omit<Told, 'mail'>,
  at: Instant,
): Promise<void> {
  await appendEvent(trx, {
    ...by,
    kind: `sharing.${event}`,
    subjectType: 'sharing',
    subjectId: id,
    companyId: null,
    at,
    body: { accountId, ...facts },
  });
}

/** The version tells this mail from the next of its kind. */
export function oweSharingMail(
  trx: Knex.Transaction,
  { id, version }: Pick<Sharing, 'id' | 'version'>,
  kind: string,
  at: Instant,
): Promise<void> {
  return owePersonMail(trx, { life: 'sharing', lifeId: id, kind, which: version }, at);
}

/** A new link; the one before is dead. */
export async function linkForSharing(
  trx: Knex.Transaction,
  { id, endsAt }: Pick<Sharing, 'id' | 'endsAt'>,
  at: Instant,
): Promise<void> {
  const linkId = await makeLink(trx, { purpose: 'sharing', lifeId: id, userId: null, endsAt, at });
  await trx('sharings').where({ id }).update({ link_id: linkId });
}
