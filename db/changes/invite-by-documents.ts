/** Documents that became visible invite the main contacts of their client codes, as far as nobody receives them yet (WF-34). */
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { AccountInvitation } from '../../domain/account-invitation.ts';
import {
  documentAsks,
  invitationTerms,
  invitedFrom,
  isAskedByDocuments,
  renewInvitation,
} from '../../domain/account-invitation.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { ConsentOutcome } from '../../domain/channel-consent.ts';
import type { DocumentPolicy } from '../../domain/document-policy.ts';
import { mailKey } from '../../domain/mail-key.ts';
import { mailboxOf } from '../../domain/mailbox.ts';
import type { AccountInvitationRow } from '../account-invitation-row.ts';
import { invitationColumns, invitationFrom } from '../account-invitation-row.ts';
import { brandKeyOf } from '../brand-keys.ts';
import { toDb } from '../instants.ts';
import type { Actor, NewEvent } from './append-event.ts';
import { killLinksOf, makeLinks } from './one-time-links.ts';
import { mailboxContacts } from '../queries/mailbox-contacts.ts';
import { lockClientCodes } from './write-activation-code.ts';
import { invitationLife } from './write-invitation.ts';

export interface InvitingGround {
  readonly brandId: string;
  readonly policySetId: string;
  readonly policy: DocumentPolicy;
}

interface Client {
  readonly id: string;
  readonly email: string;
  readonly language: string;
}

/** An invitation as it is to be written, with the address its mail goes to. */
interface Sent {
  readonly invitation: AccountInvitation;
  readonly client: Client;
}

/**
 * In as many statements for a hundred client codes as for one. Whoever has no address is not invited, nor who chose paper; nor is
 * anybody in a brand that lets in by codes. Returns the events that the caller appends last (lock order).
 */
export function inviteByDocuments(
  trx: Knex.Transaction,
  clientCodeIds: readonly string[],
  ground: InvitingGround,
  at: Instant,
): Promise<readonly NewEvent[]> {
  return invite(trx, [...new Set(clientCodeIds)], ground, { actor: invitationLife, isNamed: false }, at);
}

/** The issuer or staff name him as contact: also one who chose paper before. */
export function inviteContact(
  trx: Knex.Transaction,
  clientCodeId: string,
  ground: InvitingGround,
  actor: Actor,
  at: Instant,
): Promise<readonly NewEvent[]> {
  return invite(trx, [clientCodeId], ground, { actor, isNamed: true }, at);
}

interface Asking {
  readonly actor: Actor;
  readonly isNamed: boolean;
}

async function invite(
  trx: Knex.Transaction,
  clientCodeIds: readonly string[],
  ground: InvitingGround,
  { actor, isNamed }: Asking,
  at: Instant,
): Promise<readonly NewEvent[]> {
  if (ground.policy.access !== 'invitation' || clientCodeIds.length === 0) return [];
  const ids = (await toInvite(trx, clientCodeIds, isNamed)).map(({ id }) => id);
  if (ids.length === 0) return [];
  await lockClientCodes(trx, ids);
  const clients = await toInvite(trx, ids, isNamed);
  if (clients.length === 0) return [];
  const open = await openInvitations(trx, clients);
  const terms = invitationTerms(ground.policy);
  const brand = await brandKeyOf(trx, ground.brandId);
  const sent = clients.flatMap((client): readonly Sent[] => {
    const known = open.get(client.id) ?? null;
    const asks = documentAsks(known, mailboxOf(client.email), at);
    if (asks === 'nothing') return [];
    if (known !== null) return [{ client, invitation: renewInvitation({ ...known, terms }, at) }];
    const born = { id: uuidv7(), brand, clientCodeId: client.id, terms, version: 1, closed: null };
    return [{ client, invitation: { ...born, ...invitedFrom(at, terms) } }];
  });
  if (sent.length === 0) return [];
  await send(trx, sent, ground, at);
  return sent.map(({ invitation }) => eventOf(invitation, actor, at));
}

interface Receivable {
  readonly id: string;
  readonly email: string | null;
  readonly language: string;
  readonly ended: ConsentOutcome | null;
}

/** Of these those that nobody receives, and whose main contact the issuer knows; with how the last reception ended. */
async function toInvite(
  trx: Knex.Transaction,
  ids: readonly string[],
  isNamed: boolean,
): Promise<readonly Client[]> {
  const last = `SELECT e.outcome FROM receptions e WHERE e.client_code_id = c.id ORDER BY e.consented_at DESC LIMIT 1`;
  const clients: Receivable[] = await trx('client_codes as c')
    .leftJoin('receptions as r', 'r.active_key', 'c.id')
    .whereIn('c.id', [...ids])
    .whereNull('r.id')
    .orderBy('c.id')
    .select('c.id', 'c.email', 'c.language', trx.raw(`(${last}) AS ended`));
  return clients.flatMap(({ id, email, language, ended }) =>
    email !== null && (isNamed || isAskedByDocuments(ended)) ? [{ id, email, language }] : [],
  );
}

async function openInvitations(trx: Knex.Transaction, clients: readonly Client[]) {
  const ids = clients.map(({ id }) => id);
  const rows = (await trx('account_invitations')
    .whereIn('open_key', ids)
    .orderBy('id')
    .forUpdate()) as AccountInvitationRow[];
  const found = await Promise.all(
    rows.map(async (row) => ({ ...(await invitationFrom(trx, row)), mailbox: row.mailbox })),
  );
  return new Map(found.map((invitation) => [invitation.clientCodeId, invitation]));
}

async function send(
  trx: Knex.Transaction,
  sent: readonly Sent[],
  { brandId, policySetId, policy }: InvitingGround,
  at: Instant,
): Promise<void> {
  const endsAt = sent[0]?.invitation.endsAt ?? at;
  const lifeIds = sent.map(({ invitation }) => invitation.id);
  const mailboxes = [...new Set(sent.map(({ client }) => mailboxOf(client.email)))];
  const linkIds = await makeLinks(trx, { purpose: 'account-invitation', lifeIds, endsAt, at });
  const rows = sent.map(({ invitation: { id, clientCodeId, ...of }, client: { email, language } }) => ({
    ...{ id, brand_id: brandId, client_code_id: clientCodeId, policy_set_id: policySetId },
    ...{ email, mailbox: mailboxOf(email), language, link_id: linkIds.get(id) },
    ...invitationColumns({ id, clientCodeId, ...of }),
  }));
  await trx('account_invitations')
    .insert(rows)
    .onConflict('id')
    .merge([
      ...['policy_set_id', 'email', 'mailbox', 'language', 'link_id', 'version'],
      ...['invited_at', 'ends_at', 'ends_rule', 'next_act_at'],
    ]);
  if (policy.invitation.olderLinks === 'die') await killOlder(trx, rows, at);
  const contacts = await mailboxContacts(trx, brandId, mailboxes);
  await trx('notices').insert(
    sent.map(({ invitation: { id, version }, client }) => {
      const kind = contacts.has(mailboxOf(client.email)) ? 'further-number' : 'account-invitation';
      const mail = { life: 'account-invitation', lifeId: id, kind, which: version } as const;
      return { notice_key: mailKey(mail), kind, life: mail.life, life_id: id, owed_at: toDb(at) };
    }),
  );
}

function eventOf(
  { id, version, clientCodeId, endsAt }: AccountInvitation,
  actor: Actor,
  at: Instant,
): NewEvent {
  const subject = { subjectType: 'account-invitation', subjectId: id, companyId: null };
  const told = { ...subject, actor, at, body: { version, clientCodeId, endsAt } };
  return version === 1
    ? { ...told, kind: 'account-invitation.sent', wakes: { life: 'account-invitation', id } }
    : { ...told, kind: 'account-invitation.renewed', wakes: { life: 'account-invitation-of', id } };
}

/** Only the newest link of a mailbox works, where the policy has it so; the others are taken along by it. */
async function killOlder(
  trx: Knex.Transaction,
  rows: readonly { readonly id: string; readonly brand_id: string; readonly mailbox: string }[],
  at: Instant,
): Promise<void> {
  const newest = new Map(rows.map(({ id, mailbox }) => [mailbox, id]));
  const older = (await trx('account_invitations')
    .where({ brand_id: rows[0]?.brand_id })
    .whereIn('mailbox', [...newest.keys()])
    .whereNull('closed_at')
    .whereNotIn('id', [...newest.values()])
    .pluck('id')) as string[];
  await killLinksOf(trx, 'account-invitation', older, at);
}
