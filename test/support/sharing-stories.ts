/** An account of a business with two customer numbers and a past, and people with whom it is shared. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { appendEvent } from '../../db/changes/append-event.ts';
import { beginBackfill } from '../../db/changes/begin-backfill.ts';
import { showHistoryPage } from '../../db/changes/carry-out-backfill.ts';
import { change } from '../../db/changes/change.ts';
import type { SharingParticulars } from '../../db/changes/command-sharing.ts';
import { commandSharing } from '../../db/changes/command-sharing.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import { tokenToSend } from '../../db/changes/one-time-links.ts';
import { publishPart } from '../../db/changes/publish-documents.ts';
import { beginRun } from '../../db/changes/publication-runs.ts';
import { searchDocuments } from '../../db/queries/document-search.ts';
import { publishingGround } from '../../db/queries/publishing.ts';
import { sightsOf } from '../../db/queries/sights.ts';
import type { CalendarDay, Instant } from '../../domain/calendar.ts';
import type { House } from './house.ts';
import { belgianSite, fourteenDays } from './mail-items.ts';
import { newPerson } from './persons.ts';
import { hashOf, requestAt } from './requests.ts';
import type { Setting } from './stories.ts';

/** The consent; and a day later. */
export const at = '2027-02-02T14:00:00.000Z';
export const later = '2027-02-03T09:00:00.000Z';

/** The days of the past of each number, newest first: two of one day, and one before the contract began. */
const days = [
  ...['2027-01-20', '2027-01-10', '2027-01-05', '2027-01-05', '2026-06-01', '2025-06-01'],
  ...['2024-06-01', '2020-06-01', '2020-01-01'],
];
const contractOn = '2020-02-02';

export interface SharedScene {
  readonly house: House;
  readonly brandId: string;
  readonly issuerId: string;
  readonly accountId: string;
  readonly mainContactId: string;
  /** Ids of the client codes. */
  readonly codes: readonly string[];
  /** What was published before the consent. */
  readonly documents: readonly {
    readonly id: string;
    readonly code: string;
    readonly issuedOn: CalendarDay;
  }[];
  publish(code: string, issuedOn: CalendarDay, publishedAt: Instant): Promise<string>;
  importArchive(code: string, issuedOn: readonly CalendarDay[], at: Instant): Promise<readonly string[]>;
  receiveAgain(code: string, at: Instant): Promise<string>;
  backfillOf(code: string): Promise<string>;
}

interface Plan {
  /** Its whole past has come. */
  readonly shown?: boolean;
  readonly pageDocuments?: number;
}

export async function aSharedScene(setting: Setting, plan: Plan = {}): Promise<SharedScene> {
  const { knex } = setting;
  const house = await setting.house({ policy: fourteenDays, site: belgianSite });
  const { brandId } = house;
  const documents = JSON.stringify({ backfill: { pageDocuments: plan.pageDocuments ?? 500 } });
  await knex('policy_sets').where({ brand_id: brandId }).update({ documents });
  const [issuerId, accountId, mainContactId] = [uuidv7(), uuidv7(), uuidv7()];
  const prefix = `T${issuerId.slice(-6).toUpperCase()}`;
  await knex('issuers').insert({
    ...{ id: issuerId, brand_id: brandId, issuer_key: issuerId, name: 'An issuer', created_at: new Date(at) },
  });
  await knex('issuer_prefixes').insert({ issuer_id: issuerId, prefix, name: 'A lessor' });
  const codes = [uuidv7(), uuidv7()];
  await knex('client_codes').insert(
    codes.map((id, index) => ({
      ...{ id, issuer_id: issuerId, code: `${prefix}${String(index)}`, prefix, language: 'nl' },
      ...{ customer_number: String(index), company_name: 'A client', created_at: new Date(at) },
      contract_started_on: contractOn,
    })),
  );
  const email = `${mainContactId}@receiver.example`;
  await newPerson(knex, { id: mainContactId, username: email, email, name: 'Main Contact' });
  await knex('recipient_accounts').insert({
    ...{ id: accountId, brand_id: brandId, main_contact_id: mainContactId, kind: 'b2b' },
    ...{ company_name: 'A garage', created_at: new Date(at) },
  });

  const publish = async (code: string, issuedOn: CalendarDay, publishedAt: Instant) => {
    const id = uuidv7();
    await knex('issued_documents').insert({
      ...{ id, issuer_id: issuerId, client_code_id: code, client_code: code.slice(0, 30), number: id },
      ...{ number_key: id, kind: 'invoice', issued_on: issuedOn, total_cents: 100, currency: 'EUR' },
      ...{ channel: 'paper', published_at: new Date(publishedAt), content_hash: hashOf(id) },
    });
    return id;
  };
  const past: { id: string; code: string; issuedOn: CalendarDay }[] = [];
  for (const code of codes)
    for (const issuedOn of days)
      past.push({ id: await publish(code, issuedOn, '2027-01-31T09:00:00.000Z'), code, issuedOn });

  const backfillOf = async (code: string) => {
    const row = await knex('history_backfills as h')
      .join('receptions as r', 'r.id', 'h.reception_id')
      .where({ 'r.client_code_id': code })
      .orderBy('h.begun_at', 'desc')
      .first<{ id: string }>('h.id');
    return row.id;
  };
  const receiveAgain = async (code: string, when: Instant) => {
    await receive(knex, { brandId, accountId, mainContactId }, code, when);
    return backfillOf(code);
  };
  for (const code of codes) {
    const id = await receiveAgain(code, at);
    if (plan.shown === true) await showHistoryPage(knex)(id, at);
  }
  const actor = { type: 'issuer', id: issuerId } as const;
  return {
    ...{ house, brandId, issuerId, accountId, mainContactId, codes, documents: past },
    ...{ publish, receiveAgain, backfillOf },
    importArchive: async (code, issuedOn, when) => {
      const ground = await publishingGround(knex, issuerId, when);
      const beginning = { ground, reference: randomUUID(), kind: 'archive' as const, actor, at: when };
      const run = await beginRun(knex)(beginning, requestAt(when));
      const client = await knex('client_codes').where({ id: code }).first<{ code: string }>('code');
      const part = issuedOn.map((day) => archived(client.code, day));
      const reports = await publishPart(knex, () => when)(run.id, part, { ground, actor });
      return reports.map(({ documentId }) => documentId ?? '');
    },
  };
}

function archived(clientCode: string, issuedOn: CalendarDay) {
  const number = randomUUID();
  const money = { totalCents: 12_100, currency: 'EUR', dueOn: null, refersTo: null };
  const data = { number, kind: 'invoice' as const, clientCode, issuedOn, ...money };
  const prepared = { documentId: uuidv7(), data, embargoUntil: null, contentHash: hashOf(number) };
  return { name: number, number, prepared: { ...prepared, pdf: null, ubl: null } };
}

interface Whose {
  readonly brandId: string;
  readonly accountId: string;
  readonly mainContactId: string;
}

/** As a code does: the reception and what brings its past. */
async function receive(
  knex: Knex,
  { brandId, accountId, mainContactId }: Whose,
  code: string,
  when: Instant,
) {
  const receptionId = uuidv7();
  const policy = await knex('policy_sets').where({ brand_id: brandId }).first<{ id: string }>('id');
  const actor = { type: 'user', id: mainContactId } as const;
  await change(knex, null, async (trx) => {
    await trx('receptions').insert({
      ...{ id: receptionId, brand_id: brandId, client_code_id: code, account_id: accountId },
      ...{ policy_set_id: policy.id, version: 1, consent_text: 'a', consented_at: new Date(when) },
      active_key: code,
    });
    await appendEvent(trx, {
      kind: 'reception.opted-in',
      subjectType: 'reception',
      subjectId: receptionId,
      companyId: null,
      ...{ actor, at: when, body: {}, wakes: { life: 'channel-consent', id: receptionId } },
    });
    await beginBackfill(trx, { receptionId, brandId, policySetId: policy.id, actor, at: when });
  });
}

/** What goes with the link: a new password, or nothing for who is logged in. */
async function particularsOf(knex: Knex, sharingId: string, isNew: boolean): Promise<SharingParticulars> {
  const link = await knex('one_time_links')
    .where({ life_id: sharingId })
    .orderBy('created_at', 'desc')
    .first<{ id: string }>('id');
  const token = `token-${link.id}`;
  await tokenToSend(knex)(link.id, [token], at);
  return { tokenHash: hashOf(token), password: isNew ? { hash: 'a hash', needsFactor: false } : null };
}

/** As the life does when the link is used: by a newcomer, or by that person while logged in. */
export async function acceptAs(
  knex: Knex,
  sharingId: string,
  userId: string | null = null,
  receivedAt: Instant = later,
): Promise<void> {
  const request = requestAt(receivedAt);
  await keepParticulars(knex)(request, await particularsOf(knex, sharingId, userId === null), receivedAt);
  const actor =
    userId === null
      ? ({ type: 'system', id: 'link-holder' } as const)
      : ({ type: 'user', id: userId } as const);
  await commandSharing(knex, 'accept')({ sharingId, actor, request });
}

const wellAfter = '2027-02-21T00:00:00.000Z';

/** Ids of the documents that somebody sees at last, or of those that he has not read. */
export async function seenBy(
  knex: Knex,
  userId: string,
  filter: { readonly unread?: boolean } = {},
): Promise<readonly string[]> {
  const found = await searchDocuments(knex, {
    searcher: { readerId: userId, sights: await sightsOf(knex, userId, wellAfter) },
    ...{ filter, order: { by: 'issued-on', direction: 'desc' }, at: wellAfter, limit: 100, after: null },
  });
  return found.map(({ id }) => id);
}
