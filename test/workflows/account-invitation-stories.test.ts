/** Documents that invite, and the word to those who receive them, told with dates (WF-34; IP-02 to IP-09, UP-13). */
import { withdrawDocument } from '../../db/changes/recall-document.ts';
import { replaceContact } from '../../db/changes/replace-contact.ts';
import { setDocumentFrequency } from '../../db/changes/tell-documents.ts';
import { publishingGround } from '../../db/queries/publishing.ts';
import { sightsOf } from '../../db/queries/sights.ts';
import type { CalendarDay, Instant } from '../../domain/calendar.ts';
import type { ObjectStore } from '../../platform/object-store.ts';
import { caughtOnce } from '../support/catcher.ts';
import type { InvitingIssuer } from '../support/invitation-stories.ts';
import { anInvitingIssuer, linkHolder, wayIn } from '../support/invitation-stories.ts';
import { begin } from '../support/people-stories.ts';
import { receives } from '../support/recipients.ts';
import { tokenHashOut } from '../support/registration-stories.ts';
import { requestAt } from '../support/requests.ts';
import type { Teller } from '../support/stories.ts';
import { openTeller } from '../support/stories.ts';

let teller: Teller;
beforeEach(async () => {
  teller = await openTeller({} as unknown as ObjectStore);
});
afterEach(() => teller.close());

/** A customer with the invitation that his document sends, and its life begun as the relay would. */
async function invited(issuer: InvitingIssuer, at: Instant, email?: string) {
  const customer = await issuer.customer(email);
  await issuer.publish(at, customer.code);
  return {
    customer,
    life: await begin(teller, 'account-invitation', await issuer.openInvitationOf(customer.id)),
  };
}

const link = (id: string) => tokenHashOut(teller, id, 'account-invitation');

test('WF-34: lost mails: a document of the next day brings a new link, after 72 hours it ends, and the next document begins anew', async () => {
  const issuer = await anInvitingIssuer(teller);
  const { customer, life } = await invited(issuer, '2032-02-03T09:00:00.000Z');
  const old = await link(life.id);
  await issuer.publish('2032-02-03T15:00:00.000Z', customer.code);
  await issuer.publish('2032-02-04T10:00:00.000Z', customer.code);
  await life.poke();
  const mails = await caughtOnce(customer.email, 2);
  expect(mails.map(({ subject }) => subject)).toEqual(
    Array(2).fill('A document of An issuer is ready for you'),
  );
  const late = life.command('accept', 'invitationId', wayIn(old), '2032-02-04T10:30:00.000Z', linkHolder);
  await expect(late).rejects.toMatchObject({ cause: { message: 'link.unusable' } });
  await teller.until('2032-02-07T09:59:00.000Z');
  expect(await life.events()).toEqual(['account-invitation.sent', 'account-invitation.renewed']);
  await teller.until('2032-02-07T10:02:00.000Z');
  expect((await life.events()).at(-1)).toBe('account-invitation.expired');
  await issuer.publish('2032-02-10T09:00:00.000Z', customer.code);
  const again = await begin(teller, 'account-invitation', await issuer.openInvitationOf(customer.id));
  expect(again.id).not.toBe(life.id);
  const hash = await link(again.id);
  await again.command('accept', 'invitationId', wayIn(hash), '2032-02-13T09:00:00.000Z', linkHolder);
  expect([await life.result(), await again.result()]).toEqual(['expired', 'activated']);
});

test('WF-34: two numbers, two mails, one account: the link of one takes both, and that of the other is dead', async () => {
  const issuer = await anInvitingIssuer(teller);
  const first = await invited(issuer, '2032-02-03T09:00:00.000Z');
  const second = await invited(issuer, '2032-02-03T11:00:00.000Z', first.customer.email);
  await caughtOnce(first.customer.email, 2);
  const [one, other] = [await link(first.life.id), await link(second.life.id)];
  const used = await second.life.command<{ closed: { outcome: string } }>(
    ...(['accept', 'invitationId', wayIn(other), '2032-02-04T09:00:00.000Z', linkHolder] as const),
  );
  expect(used.closed.outcome).toBe('activated');
  await first.life.poke();
  expect(await first.life.result()).toBe('joined');
  const killed = await teller.knex('one_time_links').where({ token_hash: one }).first('killed_at', 'used_at');
  expect([killed.killed_at === null, killed.used_at]).toEqual([false, null]);
  const receptions = await teller.knex('receptions').where({ brand_id: issuer.house.brandId }).select();
  expect(new Set(receptions.map(({ account_id: id }) => id as string)).size).toBe(1);
  expect(receptions.map((each) => [each.consent_text, each.consent_address])).toEqual(
    Array(2).fill(['electronic-documents/1', '192.0.2.1']),
  );
});

test('WF-34: the main contact has left: the issuer names another, and what was received stays readable to the first', async () => {
  const issuer = await anInvitingIssuer(teller);
  const { customer, life } = await invited(issuer, '2032-02-03T09:00:00.000Z');
  const hash = await link(life.id);
  await life.command('accept', 'invitationId', wayIn(hash), '2032-02-03T12:00:00.000Z', linkHolder);
  const reception = await teller.knex('receptions').where({ client_code_id: customer.id }).first();
  const consent = await begin(teller, 'channel-consent', reception.id as string);
  const at = '2032-03-01T09:00:00.000Z';
  await teller.until(at);
  const contact = { clientCodeId: customer.id, email: `next-${customer.email}`, language: 'de' };
  await replaceContact(teller.knex)(contact, issuer.actor, requestAt(at));
  await consent.poke();
  const next = await begin(teller, 'account-invitation', await issuer.openInvitationOf(customer.id));
  const [mail] = await caughtOnce(contact.email, 1);
  expect(mail?.subject).toBe('Ein Dokument von An issuer liegt für Sie bereit');
  const account = await teller.knex('recipient_accounts').where({ brand_id: issuer.house.brandId }).first();
  const [sight] = await sightsOf(teller.knex, account.main_contact_id as string, '2032-03-02T09:00:00.000Z');
  expect(sight).toMatchObject({ clientCodeId: customer.id, endedAt: at });
  await teller.until('2032-03-04T09:02:00.000Z');
  expect([await consent.result(), await next.result()]).toEqual(['replaced', 'expired']);
  expect(await consent.told()).toEqual(['reception-replaced']);
});

/** A brand that tells once a day, and somebody who receives a number there. */
async function aReader() {
  const notices = { gatherMinutes: 15, frequency: 'daily' as const, hour: '07:00', weekday: 1 };
  const issuer = await anInvitingIssuer(teller, { notices });
  const customer = await issuer.customer();
  await receives(teller.knex, issuer.house.userId, customer.code);
  return {
    issuer,
    publish: (at: Instant, embargoUntil: CalendarDay | null = null) =>
      issuer.publish(at, customer.code, embargoUntil),
    withdraw: async (documentId: string, at: Instant) => {
      const ground = await publishingGround(teller.knex, issuer.issuerId, at);
      await withdrawDocument(teller.knex)({ documentId, ground, actor: issuer.actor, at }, requestAt(at));
    },
    notice: async () => {
      const row = await teller
        .knex('document_notices')
        .where({ user_id: issuer.house.userId, closed_at: null })
        .first<{ id: string }>('id');
      return begin(teller, 'document-notice', row.id);
    },
  };
}

test('IP-09, UP-13: once a day: what came by the night in which clocks change is one mail at seven, without what was withdrawn', async () => {
  const { issuer, publish, withdraw, notice } = await aReader();
  const gone = await publish('2027-03-27T09:00:00.000Z');
  const life = await notice();
  await publish('2027-03-27T12:00:00.000Z');
  await publish('2027-03-27T22:30:00.000Z');
  await withdraw(gone, '2027-03-27T23:00:00.000Z');
  await teller.until('2027-03-28T04:59:00.000Z');
  expect(await life.events()).toEqual(['document-notice.opened']);
  await teller.until('2027-03-28T05:02:00.000Z');
  expect(await life.result()).toBe('told');
  const [mail] = await caughtOnce(issuer.house.email, 1);
  expect(mail?.subject).toBe('New documents at A brand: 2');
});

test('UP-13: another frequency moves what gathers; nothing left to be seen is no mail', async () => {
  const { issuer, publish, withdraw, notice } = await aReader();
  const only = await publish('2027-02-02T09:00:00.000Z');
  const life = await notice();
  const { userId } = issuer.house;
  const actor = { type: 'user', id: userId } as const;
  await setDocumentFrequency(teller.knex)(userId, 'weekly', actor, '2027-02-02T10:00:00.000Z');
  await life.poke();
  await teller.until('2027-02-07T09:00:00.000Z');
  expect(await life.events()).toEqual(['document-notice.opened', 'document-notice.frequency-changed']);
  await withdraw(only, '2027-02-07T09:00:00.000Z');
  await teller.until('2027-02-08T06:02:00.000Z');
  expect(await life.result()).toBe('nothing-left');
  expect(await life.told()).toEqual([]);
});

test('IP-09: under embargo nobody is told; when it is over he is, and the day of the embargo opens the notice', async () => {
  const { issuer, publish, notice } = await aReader();
  const documentId = await publish('2027-02-02T09:00:00.000Z', '2027-02-10');
  expect(await teller.knex('document_notices').where({ user_id: issuer.house.userId })).toEqual([]);
  const waiting = await teller.knex('document_cases').where({ document_id: documentId }).first('id');
  const embargo = await begin(teller, 'document-case', waiting.id as string);
  await teller.until('2027-02-09T23:02:00.000Z');
  const life = await notice();
  await teller.until('2027-02-10T06:02:00.000Z');
  expect([await embargo.result(), await life.result()]).toEqual(['published', 'told']);
});
