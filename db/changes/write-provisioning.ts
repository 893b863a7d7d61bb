import type { Knex } from 'knex';
import type { Owing } from '../../domain/life-rows.ts';
import type { UserProvisioning } from '../../domain/user-provisioning.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import type { UserProvisioningRow } from '../user-provisioning-row.ts';
import { provisioningColumns, provisioningFrom } from '../user-provisioning-row.ts';
import { lifeActor } from './actors.ts';
import type { NewEvent } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { lockCompany } from './lock-member.ts';
import { owePersonMail } from './owe-person-mail.ts';
import { makeLink } from './one-time-links.ts';
import type { Doing } from './write-mail-item.ts';
import { withOwed } from '../queries/owed-mails.ts';

/** The life itself acts. */
export const provisioningLife = lifeActor('user-provisioning');

export interface LockedProvisioning {
  readonly row: UserProvisioningRow;
  readonly provisioning: UserProvisioning;
}

/** The row of an invitation with its company and its person locked before it. Refuses `not-found`. */
export async function lockProvisioning(trx: Knex.Transaction, id: string): Promise<LockedProvisioning> {
  const found = await trx('user_provisionings')
    .where({ id })
    .first<Pick<UserProvisioningRow, 'company_id' | 'user_id'> | undefined>('company_id', 'user_id');
  if (found === undefined) throw new Refused(hidden);
  await lockCompany(trx, found.company_id);
  if (found.user_id !== null) await trx('users').where({ id: found.user_id }).forUpdate().first('id');
  const row = await trx('user_provisionings').where({ id }).forUpdate().first<UserProvisioningRow>();
  return { row, provisioning: await provisioningFrom(trx, row) };
}

/** What happened to an invitation, and the mail it owes for it. */
interface Told {
  readonly event: string;
  readonly facts?: object;
  /** Null: nobody is told. */
  readonly mail?: string | null;
  /** Its life, where it does not itself carry this out. */
  readonly wakes?: NonNullable<NewEvent['wakes']>;
}

/** Writes the invitation as a rule left it, what it owes and the event. Returns the row as it now stands. */
export async function writeProvisioning(
  trx: Knex.Transaction,
  provisioning: UserProvisioning,
  { event, facts = {}, mail = null, wakes }: Told,
  doing: Doing,
): Promise<Owing<UserProvisioning>> {
  const { id, companyId, version } = provisioning;
  await trx('user_provisionings').where({ id }).update(provisioningColumns(provisioning));
  if (mail !== null) await oweInvitationMail(trx, provisioning, mail, doing.at);
  await appendEvent(trx, {
    kind: `invitation.${event}`,
    subjectType: 'user-provisioning',
    subjectId: id,
    companyId,
    actor: doing.actor,
    at: doing.at,
    body: { version, endsAt: provisioning.endsAt, ...facts },
    ...(wakes && { wakes }),
    ...(doing.command && { wakes: { life: 'user-provisioning', id }, command: doing.command }),
  });
  return withOwed(trx, provisioning);
}

/** The version tells this mail from the next of its kind. */
export function oweInvitationMail(
  trx: Knex.Transaction,
  { id, version }: UserProvisioning,
  kind: string,
  at: string,
): Promise<void> {
  return owePersonMail(trx, { life: 'user-provisioning', lifeId: id, kind, which: version }, at);
}

/** A new link for a new username; the one before is dead. A person who exists gets no link: he logs in. */
export async function linkFor(
  trx: Knex.Transaction,
  { id, kind, endsAt }: UserProvisioning,
  userId: string | null,
  at: string,
): Promise<void> {
  if (kind !== 'user') return;
  const linkId = await makeLink(trx, { purpose: 'invitation', lifeId: id, userId, endsAt, at });
  await trx('user_provisionings').where({ id }).update({ link_id: linkId });
}
