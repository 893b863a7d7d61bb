/** Mails about new documents that the mail server refuses for good count as mails that came back (WF-32; UP-14). */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { tellPerson } from '../../activities/tell-person.ts';
import { tellDocuments } from '../../db/changes/tell-documents.ts';
import type { RefusedPart } from '../../mail/errors.ts';
import { MailRefused } from '../../mail/errors.ts';
import { migratedDatabase } from '../db/own-database.ts';
import type { OwnDatabase } from '../db/own-database.ts';
import { databaseSetting } from '../support/database-setting.ts';
import type { InvitingIssuer } from '../support/invitation-stories.ts';
import { anInvitingIssuer, linkOf, useLinkOf, wayIn } from '../support/invitation-stories.ts';
import { registry } from '../support/registry.ts';
import type { Setting } from '../support/stories.ts';

const at = '2027-02-02T14:00:00.000Z';
/** What was published by the consent comes with the past. */
const later = '2027-02-02T14:00:01.000Z';
const due = '2027-02-02T14:30:00.000Z';
let database: OwnDatabase;
let setting: Setting;
let issuer: InvitingIssuer;
beforeAll(async () => {
  database = await migratedDatabase();
  setting = databaseSetting(database.knex);
}, 60_000);
afterAll(() => database.drop());
beforeEach(async () => {
  issuer = await anInvitingIssuer(setting);
});

const knex = () => database.knex;

/** Somebody who receives so many numbers. */
async function aReceiver(numbers: number) {
  const email = `${randomUUID()}@receiver.example`;
  const customers = [];
  for (let number = 0; number < numbers; number += 1) {
    const customer = await issuer.customer(email);
    await issuer.publish(at, customer.code);
    const id = await issuer.openInvitationOf(customer.id);
    await useLinkOf(setting, id, wayIn(await linkOf(setting, id, at)), at);
    customers.push(customer);
  }
  return customers;
}

/** A document for each of them, and the word about it as the life gives it, with a server that refuses that part. */
async function refusedWord(customers: readonly { readonly code: string }[], part: RefusedPart) {
  for (const { code } of customers) await issuer.publish(later, code);
  const notices = await knex()('document_notices').whereNull('closed_at').pluck('id');
  const tellings: (() => Promise<void>)[] = [];
  for (const id of notices as string[]) {
    const { toTell } = await tellDocuments(knex())(id, due);
    for (const { key } of toTell) tellings.push(() => tell(id, key, part));
    for (const { key } of toTell) await tell(id, key, part);
  }
  return { again: () => Promise.all(tellings.map((telling) => telling())) };
}

const tell = (id: string, key: string, part: RefusedPart) =>
  tellPerson(
    {
      ...{ knex: knex(), registry, publicUrl: 'https://mailroom.example', tokensOf: () => [] },
      ...{ clock: () => due, log: { warn: () => undefined } },
      mailer: {
        domain: 'mailroom.example',
        send: () => Promise.reject(new MailRefused(part, 550)),
        verify: () => Promise.resolve(),
        close: () => undefined,
      },
    },
    'document-notice',
    id,
    key,
  );

const bouncesOf = async (clientCodeId: string) =>
  knex()('reception_bounces as b')
    .join('receptions as r', 'r.id', 'b.reception_id')
    .where('r.active_key', clientCodeId)
    .pluck('b.bounced_at') as Promise<Date[]>;

test('refused for good: once for each of his numbers that it was about, also when it is tried again', async () => {
  const [one, two, other] = await aReceiver(3);
  if (one === undefined || two === undefined || other === undefined) throw new Error('three numbers');
  const { again } = await refusedWord([one, two], 'recipient');
  for (const { id } of [one, two]) expect(await bouncesOf(id)).toEqual([new Date(due)]);
  expect(await bouncesOf(other.id)).toEqual([]);
  // A worker that died after the refusal: nothing says any more that it was tried.
  await knex()('notice_deliveries').delete();
  await knex()('notices').update({ told_at: null });
  await again();
  for (const { id } of [one, two]) expect(await bouncesOf(id)).toHaveLength(1);
});

test('the third within the days asks him, as when staff report it; a header of ours is no fault of his', async () => {
  const customers = await aReceiver(1);
  const id = customers[0]?.id ?? '';
  await refusedWord(customers, 'header');
  expect(await bouncesOf(id)).toEqual([]);
  for (const part of ['recipient', 'message', 'address'] as const) await refusedWord(customers, part);
  expect(await bouncesOf(id)).toHaveLength(3);
  const reception = await knex()('receptions').where({ active_key: id }).first();
  expect(reception.asked_at).toEqual(new Date(due));
  const kinds = await knex()('notices').where({ life_id: reception.id }).pluck('kind');
  expect(kinds).toEqual(['reception-bounced']);
});

test('one with whom it is shared does not speak for the mailbox of the main contact', async () => {
  const customers = await aReceiver(1);
  const id = customers[0]?.id ?? '';
  const { account_id: accountId, policy_set_id: policy } = await knex()('receptions')
    .where({ active_key: id })
    .first();
  const user = await knex()('users').where({ id: issuer.house.userId }).first();
  const sharing = {
    ...{ id: randomUUID(), brand_id: issuer.house.brandId, account_id: accountId, policy_set_id: policy },
    ...{ invited_by_id: user.id, user_id: user.id, name: 'A', email: user.email, language: 'en', version: 1 },
    ...{ invited_at: new Date(at), ends_at: new Date(at), accepted_at: new Date(at), outcome: 'accepted' },
  };
  await knex()('sharings').insert({ ...sharing, closed_at: new Date(at) });
  await knex()('shared_numbers').insert({
    ...{ sharing_id: sharing.id, client_code_id: id, ticked_at: new Date(at) },
  });
  await refusedWord(customers, 'recipient');
  expect(await bouncesOf(id)).toHaveLength(1);
});
