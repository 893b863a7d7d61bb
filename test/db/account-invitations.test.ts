/** Invitations on the real database: many links at the same moment, and what a delivery costs (WF-34; IP-03, IP-05, IP-09). */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { keepClientCodes } from '../../db/changes/keep-client-codes.ts';
import { replaceContact } from '../../db/changes/replace-contact.ts';
import { publishPart } from '../../db/changes/publish-documents.ts';
import { beginRun } from '../../db/changes/publication-runs.ts';
import { setDocumentFrequency, tellDocuments } from '../../db/changes/tell-documents.ts';
import { publishingGround } from '../../db/queries/publishing.ts';
import { databaseSetting } from '../support/database-setting.ts';
import type { InvitingIssuer } from '../support/invitation-stories.ts';
import { anInvitingIssuer, linkOf, useLinkOf, wayIn } from '../support/invitation-stories.ts';
import { aPrepared } from '../support/publication-stories.ts';
import { outcomeOf } from '../support/outcome.ts';
import { requestAt } from '../support/requests.ts';
import type { Setting } from '../support/stories.ts';
import { migratedDatabase } from './own-database.ts';
import type { OwnDatabase } from './own-database.ts';

const at = '2027-02-02T14:00:00.000Z';
let database: OwnDatabase;
let setting: Setting;
beforeAll(async () => {
  database = await migratedDatabase();
  setting = databaseSetting(database.knex);
});
afterAll(() => database.drop());

const knex = () => database.knex;

/** So many customers of one mailbox, each invited by a document of its own; with the hashes of their links. */
async function invitedAt(email: string, numbers: number, issuer: InvitingIssuer) {
  const invited = [];
  for (let number = 0; number < numbers; number += 1) {
    const customer = await issuer.customer(email);
    await issuer.publish(at, customer.code);
    const id = await issuer.openInvitationOf(customer.id);
    invited.push({ customer, id, hash: await linkOf(setting, id, at) });
  }
  return invited;
}

const accountsOf = (issuer: InvitingIssuer) =>
  knex()('recipient_accounts').where({ brand_id: issuer.house.brandId });
const receptionsOf = (issuer: InvitingIssuer) =>
  knex()('receptions').where({ brand_id: issuer.house.brandId }).whereNotNull('active_key');

test('WF-34: two links of one mailbox in many tabs at the same moment: one account, one user, every number once', async () => {
  const issuer = await anInvitingIssuer(setting);
  const email = `${randomUUID()}@receiver.example`;
  const invited = await invitedAt(email, 2, issuer);
  const tabs = Array.from({ length: 12 }, () => invited).flat();
  const outcomes = await Promise.all(tabs.map(({ id, hash }) => useLinkOf(setting, id, wayIn(hash), at)));
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
  expect(new Set(outcomes)).toEqual(new Set(['done', 'link.unusable']));
  expect(await accountsOf(issuer)).toHaveLength(1);
  expect(await receptionsOf(issuer)).toHaveLength(2);
  expect(await knex()('users').where({ email })).toHaveLength(1);
  expect(await knex()('account_invitations').whereNull('closed_at').where({ mailbox: email })).toEqual([]);
});

test('WF-34: a link of each of two mailboxes at once, by one who is logged in: still one account', async () => {
  const issuer = await anInvitingIssuer(setting);
  const mailboxes = [`${randomUUID()}@receiver.example`, `${randomUUID()}@receiver.example`];
  const invited = (await Promise.all(mailboxes.map((email) => invitedAt(email, 1, issuer)))).flat();
  const said = { password: null, userId: issuer.house.userId };
  const outcomes = await Promise.all(
    invited.map(({ id, hash }) => useLinkOf(setting, id, wayIn(hash, said), at)),
  );
  expect(outcomes).toEqual(['done', 'done']);
  expect(await accountsOf(issuer)).toHaveLength(1);
  expect(await receptionsOf(issuer)).toHaveLength(2);
});

test('WF-34: many first documents of one number at once: one invitation, one mail', async () => {
  const issuer = await anInvitingIssuer(setting);
  const customer = await issuer.customer();
  await Promise.all(Array.from({ length: 12 }, () => issuer.publish(at, customer.code)));
  const invitations = await knex()('account_invitations').where({ client_code_id: customer.id });
  expect(invitations).toHaveLength(1);
  expect(await knex()('notices').where({ life_id: invitations[0]?.id })).toHaveLength(1);
});

describe('never a second account', () => {
  test('WF-34: a further number joins the account of its mailbox without a password', async () => {
    const issuer = await anInvitingIssuer(setting);
    const email = `${randomUUID()}@Receiver.example`;
    const [first] = await invitedAt(email, 1, issuer);
    expect(await useLinkOf(setting, first?.id ?? '', wayIn(first?.hash ?? ''), at)).toBe('done');
    const [second] = await invitedAt(email.toLowerCase(), 1, issuer);
    const kinds = await knex()('notices')
      .whereIn('life_id', [first?.id ?? '', second?.id ?? ''])
      .orderBy('life_id')
      .pluck('kind');
    expect(kinds).toEqual(['account-invitation', 'further-number']);
    const none = wayIn(second?.hash ?? '', { password: null });
    expect(await useLinkOf(setting, second?.id ?? '', none, at)).toBe('done');
    expect(await accountsOf(issuer)).toHaveLength(1);
    expect(await receptionsOf(issuer)).toHaveLength(2);
  });

  test('WF-34: who is a user already gets no second one: he logs in, and the link still works', async () => {
    const issuer = await anInvitingIssuer(setting);
    const [invited] = await invitedAt(issuer.house.email, 1, issuer);
    const { id, hash } = invited as NonNullable<typeof invited>;
    expect(await useLinkOf(setting, id, wayIn(hash), at)).toBe('account-invitation.log-in');
    const own = wayIn(hash, { password: null, userId: issuer.house.userId });
    expect(await useLinkOf(setting, id, own, at)).toBe('done');
    expect(await accountsOf(issuer).pluck('main_contact_id')).toEqual([issuer.house.userId]);
  });

  test('WF-34: a mailbox that was his and is no longer joins nothing to his account', async () => {
    const issuer = await anInvitingIssuer(setting);
    const { email, userId } = issuer.house;
    const [first] = await invitedAt(email, 1, issuer);
    await useLinkOf(setting, first?.id ?? '', wayIn(first?.hash ?? '', { password: null, userId }), at);
    await knex()('users')
      .where({ id: userId })
      .update({ email: 'elsewhere@receiver.example', username: userId });
    const [second] = await invitedAt(email, 1, issuer);
    expect(await useLinkOf(setting, second?.id ?? '', wayIn(second?.hash ?? ''), at)).toBe('done');
    expect(await accountsOf(issuer)).toHaveLength(2);
    expect(await knex()('account_mailboxes').where({ brand_id: issuer.house.brandId })).toHaveLength(1);
  });

  test('logged in as somebody else than the mailbox belongs to: refused, and nothing is used', async () => {
    const issuer = await anInvitingIssuer(setting);
    const email = `${randomUUID()}@receiver.example`;
    const [first] = await invitedAt(email, 1, issuer);
    await useLinkOf(setting, first?.id ?? '', wayIn(first?.hash ?? ''), at);
    const [second] = await invitedAt(email, 1, issuer);
    const other = wayIn(second?.hash ?? '', { password: null, userId: issuer.house.userId });
    const used = (said: typeof other) => useLinkOf(setting, second?.id ?? '', said, at);
    expect(await used(other)).toBe('account-invitation.other-account');
    expect(await used({ ...other, userId: null })).toBe('done');
  });
});

test.each([
  ['work', 'done'],
  ['die', 'link.unusable'],
] as const)(
  'WF-34: older links %s by policy: that of the number before is %s',
  async (olderLinks, expected) => {
    const invitation = { linkHours: 72, repeatHours: 24, olderLinks };
    const issuer = await anInvitingIssuer(setting, { invitation });
    const invited = await invitedAt(`${randomUUID()}@receiver.example`, 2, issuer);
    const [older, newer] = invited;
    expect(await useLinkOf(setting, older?.id ?? '', wayIn(older?.hash ?? ''), at)).toBe(expected);
    const last = await useLinkOf(setting, newer?.id ?? '', wayIn(newer?.hash ?? ''), at);
    expect(last).toBe(expected === 'done' ? 'link.unusable' : 'done');
    expect(await accountsOf(issuer)).toHaveLength(1);
    expect(await receptionsOf(issuer)).toHaveLength(2);
  },
);

test('WF-34: the issuer replaces the contact: the reception ends, what was received stays his, another account begins', async () => {
  const issuer = await anInvitingIssuer(setting);
  const [invited] = await invitedAt(`${randomUUID()}@receiver.example`, 1, issuer);
  const { customer, id, hash } = invited as NonNullable<typeof invited>;
  await useLinkOf(setting, id, wayIn(hash), at);
  const email = `${randomUUID()}@receiver.example`;
  const replace = (contact: string) =>
    outcomeOf(
      replaceContact(knex())(
        { clientCodeId: customer.id, email: contact, language: 'nl' },
        issuer.actor,
        requestAt(at),
      ),
    );
  expect(await replace(email)).toBe('done');
  const [ended] = await knex()('receptions').where({ client_code_id: customer.id });
  expect([ended?.outcome, ended?.ended_at?.toISOString(), ended?.active_key]).toEqual(['replaced', at, null]);
  const next = await issuer.openInvitationOf(customer.id);
  const row = await knex()('account_invitations').where({ id: next }).first('mailbox', 'language');
  expect(row).toEqual({ mailbox: email, language: 'nl' });
  expect(await useLinkOf(setting, next, wayIn(await linkOf(setting, next, at)), at)).toBe('done');
  expect(await accountsOf(issuer)).toHaveLength(2);
});

test('WF-34: the issuer corrects the address in its file: the link at the old one is dead, the next document writes to the new', async () => {
  const issuer = await anInvitingIssuer(setting);
  const [invited] = await invitedAt(`${randomUUID()}@receiver.example`, 1, issuer);
  const { customer, id, hash } = invited as NonNullable<typeof invited>;
  const {
    code,
    prefix,
    customer_number: customerNumber,
  } = await knex()('client_codes')
    .where({ id: customer.id })
    .first<{ code: string; prefix: string; customer_number: string }>();
  const facts = {
    ...{ code, prefix, customerNumber, companyName: 'A customer', language: 'en', street: null },
    ...{ postalCode: null, city: null, country: null, contractStartedOn: null, formChannel: null },
  };
  const keep = (email: string, companyName = 'A customer') =>
    keepClientCodes(knex())(issuer.issuerId, [{ ...facts, email, companyName }], issuer.actor, at);
  expect(await keep(customer.email.toUpperCase(), 'A customer of another name')).toEqual(['changed']);
  expect(await issuer.openInvitationOf(customer.id)).toBe(id);
  const corrected = `${randomUUID()}@receiver.example`;
  await keep(corrected);
  expect(await useLinkOf(setting, id, wayIn(hash), at)).toBe('link.unusable');
  await issuer.publish(at, customer.code);
  const next = await issuer.openInvitationOf(customer.id);
  expect(await knex()('account_invitations').where({ id: next }).first('mailbox')).toEqual({
    mailbox: corrected,
  });
});

describe('WF-34: a main contact is named, and the issuer hears one answer (UP-15)', () => {
  async function received() {
    const issuer = await anInvitingIssuer(setting);
    const [invited] = await invitedAt(`${randomUUID()}@receiver.example`, 1, issuer);
    const { customer, id, hash } = invited as NonNullable<typeof invited>;
    await useLinkOf(setting, id, wayIn(hash), at);
    const file = (email: string) => knex()('client_codes').where({ id: customer.id }).update({ email });
    const name = (email: string) => {
      const contact = { clientCodeId: customer.id, email, language: 'nl' };
      return outcomeOf(replaceContact(knex())(contact, issuer.actor, requestAt(at)));
    };
    const active = () => knex()('receptions').where({ active_key: customer.id });
    return { issuer, customer, file, name, active };
  }

  test('whose address was changed in the customer file before: who left receives no more, the other one is invited', async () => {
    const { issuer, customer, file, name, active } = await received();
    const successor = `${randomUUID()}@receiver.example`;
    await file(successor);
    expect(await name(successor)).toBe('done');
    expect(await active()).toEqual([]);
    const next = await issuer.openInvitationOf(customer.id);
    const row = await knex()('account_invitations').where({ id: next }).first('mailbox');
    expect(row).toEqual({ mailbox: successor });
  });

  test('who receives there already: he goes on, is not invited, and the file bears the address', async () => {
    const { issuer, customer, file, name, active } = await received();
    await file('mistyped@receiver.example');
    expect(await name(customer.email.toUpperCase())).toBe('done');
    expect(await active()).toHaveLength(1);
    expect(await issuer.openInvitationOf(customer.id)).toBe('');
    const kept = await knex()('client_codes')
      .where({ id: customer.id })
      .first('email', 'language', 'version');
    expect(kept).toEqual({ email: customer.email.toUpperCase(), language: 'nl', version: 2 });
  });

  test('at the address to which he moved himself: he goes on; at the one he left: somebody else is invited', async () => {
    const { issuer, customer, name, active } = await received();
    const moved = `${randomUUID()}@receiver.example`;
    await knex()('users').where({ email: customer.email }).update({ email: moved });
    expect(await name(moved)).toBe('done');
    expect([await active(), await issuer.openInvitationOf(customer.id)]).toEqual([[expect.anything()], '']);
    expect(await name(customer.email)).toBe('done');
    expect(await active()).toEqual([]);
    expect(await issuer.openInvitationOf(customer.id)).not.toBe('');
  });
});

describe('a delivery of many', () => {
  const size = 60;

  /** Statements of one part: of so many documents, each of a customer of his own. */
  async function statementsOf(issuer: InvitingIssuer, codes: readonly string[]): Promise<number> {
    const ground = await publishingGround(knex(), issuer.issuerId, at);
    const { id: runId } = await beginRun(knex())(
      { ground, reference: randomUUID(), kind: 'current', actor: issuer.actor, at },
      requestAt(at),
    );
    const part = codes.map((clientCode, index) => {
      const prepared = aPrepared({ clientCode, embargoUntil: null });
      return { name: String(index), number: prepared.data.number, prepared };
    });
    let statements = 0;
    const count = () => (statements += 1);
    knex().on('query', count);
    await publishPart(knex(), () => at)(runId, part, { ground, actor: issuer.actor });
    knex().removeListener('query', count);
    return statements;
  }

  async function customers(issuer: InvitingIssuer, count: number, email?: string): Promise<string[]> {
    const made = [];
    for (let index = 0; index < count; index += 1) made.push((await issuer.customer(email)).code);
    return made;
  }

  async function received(issuer: InvitingIssuer, codes: readonly string[]): Promise<void> {
    for (const code of codes) {
      const { id } = await knex()('client_codes').where({ code }).first<{ id: string }>('id');
      const invitation = await issuer.openInvitationOf(id);
      await useLinkOf(setting, invitation, wayIn(await linkOf(setting, invitation, at)), at);
    }
  }

  test('IP-09: as many statements for many documents as for one, invited and told alike', async () => {
    const issuer = await anInvitingIssuer(setting);
    const [one] = await customers(issuer, 1);
    const many = await customers(issuer, size);
    const forOne = await statementsOf(issuer, [one ?? '']);
    expect(await statementsOf(issuer, many)).toBeLessThanOrEqual(forOne);
    expect(await knex()('account_invitations').where({ brand_id: issuer.house.brandId })).toHaveLength(
      size + 1,
    );
    await received(issuer, [one ?? '', ...many]);
    const toldOne = await statementsOf(issuer, [one ?? '']);
    expect(await statementsOf(issuer, many)).toBeLessThanOrEqual(toldOne);
    const notices = await knex()('document_notices').where({ brand_id: issuer.house.brandId });
    expect(notices).toHaveLength(size + 1);
  });

  test('IP-09: many parts of many documents for one reader: one notice, told once', async () => {
    const issuer = await anInvitingIssuer(setting);
    const email = `${randomUUID()}@receiver.example`;
    const codes = await customers(issuer, 4, email);
    await statementsOf(issuer, codes);
    const [first] = codes;
    await received(issuer, [first ?? '']);
    await Promise.all(
      Array.from({ length: 8 }, async (_, index) => publishOne(issuer, codes[index % 4] ?? '')),
    );
    const [notice, ...more] = await knex()('document_notices').where({ brand_id: issuer.house.brandId });
    expect(more).toEqual([]);
    expect(await knex()('noticed_documents').where({ notice_id: notice?.id })).toHaveLength(8);
    const told = await Promise.all(
      Array.from({ length: 5 }, () => tellDocuments(knex())(notice?.id, '2027-02-02T14:15:01.000Z')),
    );
    expect(new Set(told.map(({ closed }) => closed?.outcome))).toEqual(new Set(['told']));
    expect(await knex()('notices').where({ life_id: notice?.id })).toHaveLength(1);
  });

  /** After the consent: what was published by then comes with the past. */
  const publishOne = (issuer: InvitingIssuer, code: string) =>
    issuer.publish('2027-02-02T14:00:01.000Z', code);

  test('IP-09: published while the notice is told: in this one or in the next, never lost', async () => {
    const issuer = await anInvitingIssuer(setting);
    const [code] = await customers(issuer, 1);
    await publishOne(issuer, code ?? '');
    await received(issuer, [code ?? '']);
    await publishOne(issuer, code ?? '');
    const [notice] = await knex()('document_notices').where({ brand_id: issuer.house.brandId });
    const due = '2027-02-02T14:15:01.000Z';
    const [, ...published] = await Promise.all([
      tellDocuments(knex())(notice?.id, due),
      ...Array.from({ length: 10 }, () => publishOne(issuer, code ?? '')),
    ]);
    const noticed = await knex()('noticed_documents').whereIn('document_id', published).pluck('document_id');
    expect(noticed.toSorted()).toEqual(published.toSorted());
  });
});

test('IP-09: with whom a number is shared is told of that number alone; no longer shared, he is told of nothing', async () => {
  const issuer = await anInvitingIssuer(setting);
  const email = `${randomUUID()}@receiver.example`;
  const [shared, kept] = await invitedAt(email, 2, issuer);
  await useLinkOf(setting, shared?.id ?? '', wayIn(shared?.hash ?? ''), at);
  const { userId } = issuer.house;
  const sharingId = await share(issuer, userId, shared?.customer.id ?? '');
  const numbers = [shared, kept].map((each) => each?.customer.code ?? '');
  for (const code of numbers) await issuer.publish(at, code);
  const notice = await knex()('document_notices').where({ user_id: userId }).first<{ id: string }>('id');
  const of = () => knex()('noticed_documents').where({ notice_id: notice.id });
  expect(await of()).toHaveLength(1);
  await knex()('sharings')
    .where({ id: sharingId })
    .update({ revoked_at: new Date(at) });
  const { closed } = await tellDocuments(knex())(notice.id, '2027-02-02T14:15:01.000Z');
  expect(closed?.outcome).toBe('nothing-left');
  expect(await knex()('notices').where({ life_id: notice.id })).toEqual([]);
});

/** The main contact of the one account there shows that number to somebody, who has accepted. */
async function share(issuer: InvitingIssuer, userId: string, clientCodeId: string): Promise<string> {
  const { brandId } = issuer.house;
  const account = await accountsOf(issuer).first<{ id: string; main_contact_id: string }>();
  const policy = await knex()('policy_sets').where({ brand_id: brandId }).first<{ id: string }>('id');
  const [id, when] = [uuidv7(), new Date('2027-02-01T10:00:00Z')];
  await knex()('sharings').insert({
    ...{ id, brand_id: brandId, account_id: account.id, policy_set_id: policy.id, user_id: userId },
    ...{ invited_by_id: account.main_contact_id, name: 'A colleague', email: 'colleague@receiver.example' },
    ...{ language: 'en', version: 1, invited_at: when, ends_at: when, accepted_at: when },
  });
  await knex()('shared_numbers').insert({ sharing_id: id, client_code_id: clientCodeId, ticked_at: when });
  return id;
}

test('UP-13: a frequency that is chosen counts for what gathers by now, and for one person alone', async () => {
  const issuer = await anInvitingIssuer(setting);
  const invited = [
    ...(await invitedAt(`${randomUUID()}@receiver.example`, 1, issuer)),
    ...(await invitedAt(`${randomUUID()}@receiver.example`, 1, issuer)),
  ];
  for (const { id, hash } of invited) await useLinkOf(setting, id, wayIn(hash), at);
  for (const { customer } of invited) await issuer.publish(at, customer.code);
  const notices = () =>
    knex()('document_notices').where({ brand_id: issuer.house.brandId }).orderBy('user_id').select();
  const [first, second] = await notices();
  const actor = { type: 'user', id: uuidv7() } as const;
  await setDocumentFrequency(knex())(first?.user_id, 'weekly', actor, at);
  const [changed, same] = await notices();
  expect([changed?.frequency, changed?.due_at.toISOString()]).toEqual(['weekly', '2027-02-08T06:00:00.000Z']);
  expect(same).toEqual(second);
});
