/** What a mail about a letter is made from, and who gets it (PP-07, decided.md Intake and notices). */
import type { Knex } from 'knex';
import type { Registry } from '../../domain/application.ts';
import type { MailItem, NoticeKind } from '../../domain/mail-item.ts';
import type { Cents } from '../../domain/money.ts';
import { postboxApplication, postboxGrantsOf } from '../../domain/postbox-rights.ts';
import { mailItemContext } from '../mail-item-context.ts';
import type { MailItemRow } from '../mail-item-row.ts';
import { mailItemFrom } from '../mail-item-row.ts';
import { isActiveMember } from './active-members.ts';
import { chargesOf } from './ledger.ts';
import { rightsOfMembers } from './rights.ts';

export interface Recipient {
  readonly email: string;
  /** Language of the user, or of the company for an address without a user. */
  readonly language: string;
}

export interface NoticeToTell {
  readonly kind: NoticeKind;
  readonly item: MailItem;
  readonly siteReference: string;
  readonly postboxNumber: string;
  readonly senderLine: string | null;
  readonly addressee: string | null;
  /** False when the box's switch silences arrival mails and reminders. */
  readonly notifiesArrivals: boolean;
  readonly recipients: readonly Recipient[];
  /** Who is told when every one of them is refused for good. */
  readonly otherwise: readonly Recipient[];
  /** How the latest task of the item ended. */
  readonly lastTask: {
    readonly carrier: string | null;
    readonly tracking: string | null;
    readonly failureReason: string | null;
  };
  /** Charged for what was done with the paper. */
  readonly feeCents: Cents;
}

interface BoxRow {
  readonly number: string;
  readonly notifies_arrivals: number;
  readonly notification_email: string | null;
  readonly notification_confirmed_at: Date | null;
  readonly company_language: string;
  readonly addressee: string | null;
}

/** The mail under this key, or null when it has been told or was never owed. */
export async function noticeToTell(
  knex: Knex,
  registry: Registry,
  itemId: string,
  noticeKey: string,
): Promise<NoticeToTell | null> {
  const notice = await knex('notices')
    .where({ notice_key: noticeKey, mail_item_id: itemId, told_at: null })
    .first<{ kind: NoticeKind } | undefined>('kind');
  const row = await knex('mail_items').where({ id: itemId }).first<MailItemRow | undefined>();
  if (notice === undefined || row === undefined) return null;
  const box = await boxOf(knex, row);
  const { lines } = await chargesOf(knex, 'mail-item', itemId);
  const fee = lines.find(({ kind }) => kind !== 'storage');
  return {
    kind: notice.kind,
    item: mailItemFrom(row, await mailItemContext(knex, row)),
    siteReference: row.site_reference,
    postboxNumber: box.number,
    senderLine: row.sender_line,
    addressee: box.addressee,
    notifiesArrivals: box.notifies_arrivals === 1,
    ...(await recipientsOf(knex, registry, row, box)),
    lastTask: await lastTaskOf(knex, itemId),
    feeCents: fee?.amountCents ?? 0,
  };
}

function boxOf(knex: Knex, row: MailItemRow): Promise<BoxRow> {
  return knex('postboxes as p')
    .join('companies as c', 'c.id', 'p.company_id')
    .leftJoin('addressees as a', (on) => {
      on.onVal('a.id', row.addressee_id ?? '');
    })
    .where('p.id', row.postbox_id)
    .first<BoxRow>(
      'p.number',
      'p.notifies_arrivals',
      'p.notification_email',
      'p.notification_confirmed_at',
      'c.language as company_language',
      'a.name as addressee',
    );
}

/** Where the box has a notification address, its readers are told only when no mail server takes that one (PP-07). */
async function recipientsOf(knex: Knex, registry: Registry, row: MailItemRow, box: BoxRow) {
  const address = await notificationAddressOf(knex, row, box);
  const readers = await readersOf(knex, registry, row);
  return address.length > 0
    ? { recipients: address, otherwise: readers }
    : { recipients: readers, otherwise: [] };
}

/** The box's confirmed notification address; that of a user of the company in his language, else in the company's. */
async function notificationAddressOf(
  knex: Knex,
  row: MailItemRow,
  box: BoxRow,
): Promise<readonly Recipient[]> {
  const { notification_email: email } = box;
  if (email === null || box.notification_confirmed_at === null) return [];
  const user = await activeUsersOf(knex, row.company_id)
    .where('u.email', email)
    .first<{ language: string } | undefined>('u.language');
  return [{ email, language: user?.language ?? box.company_language }];
}

function activeUsersOf(knex: Knex, companyId: string): Knex.QueryBuilder {
  return knex('users as u')
    .join('memberships as m', 'm.user_id', 'u.id')
    .where('m.company_id', companyId)
    .where(isActiveMember)
    .whereNull('u.deactivated_at');
}

/** Every active user who may read the box, each in his language. */
async function readersOf(knex: Knex, registry: Registry, row: MailItemRow): Promise<readonly Recipient[]> {
  const users: (Recipient & { readonly membershipId: string })[] = await activeUsersOf(knex, row.company_id)
    .orderBy('u.id')
    .select('u.email', 'u.language', 'm.id as membershipId');
  const members = users.map(({ membershipId }) => ({ membershipId, companyId: row.company_id }));
  const rights = await rightsOfMembers(knex, registry, members, { application: postboxApplication });
  const mayRead = (membershipId: string) =>
    postboxGrantsOf(rights.filter((each) => each.membershipId === membershipId)).some(
      ({ postboxId, actions }) => postboxId === row.postbox_id && actions.includes('read'),
    );
  return users
    .filter(({ membershipId }) => mayRead(membershipId))
    .map(({ email, language }) => ({ email, language }));
}

async function lastTaskOf(knex: Knex, itemId: string): Promise<NoticeToTell['lastTask']> {
  const task = await knex('site_tasks')
    .where({ mail_item_id: itemId })
    .whereNotNull('closed_at')
    .orderBy('closed_at', 'desc')
    .first<{ carrier: string | null; tracking: string | null; failure_reason: string | null } | undefined>(
      'carrier',
      'tracking',
      'failure_reason',
    );
  return {
    carrier: task?.carrier ?? null,
    tracking: task?.tracking ?? null,
    failureReason: task?.failure_reason ?? null,
  };
}
