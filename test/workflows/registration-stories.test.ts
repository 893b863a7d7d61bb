import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { AdministratorRecovery } from '../../domain/administrator-recovery.ts';
import type { ObjectStore } from '../../platform/object-store.ts';
import { caughtOnce } from '../support/catcher.ts';
import { hashOf } from '../support/requests.ts';
import { staffMember } from '../support/staff.ts';
import { until } from '../support/wait.ts';
import type { Applicant, Office } from '../support/registration-stories.ts';
import { begin } from '../support/people-stories.ts';
import { apply, openOffice } from '../support/registration-stories.ts';
import type { Teller } from '../support/stories.ts';
import { openTeller } from '../support/stories.ts';
import type { Actor } from '../../db/changes/append-event.ts';

let teller: Teller;
let office: Office;

beforeEach(async () => {
  teller = await openTeller({} as ObjectStore);
  office = await openOffice(teller, {}, ['2032-03-29', '2032-05-17']);
});
afterEach(() => teller.close());

const refusal = (reason: string) => ({ cause: { message: reason } });
const companyOf = (applicant: Applicant) =>
  applicant.state().then(({ companyId }) => teller.knex('companies').where({ id: companyId }).first());
const minute = (at = '') => at.slice(0, 16);
const mailed = (applicant: Applicant, kind: string) =>
  until(`${kind} is told`, async () => (await applicant.told()).includes(kind));

/** As the invited person does by his link. */
async function accept(applicant: Applicant): Promise<void> {
  const { user_id } = await applicant.row();
  await teller
    .knex('memberships')
    .where({ user_id })
    .update({ accepted_at: new Date(await teller.now()) });
  await applicant.poke();
}

test('a company gets in: confirmed, handed in, approved, and its first person is administrator (UM-03, UM-04)', async () => {
  const zoe = await apply(teller, office, '2032-02-03T09:00:00.000Z');
  expect((await zoe.confirm()).confirmedAt).not.toBeNull();
  await mailed(zoe, 'registration-confirm');
  const review = await zoe.command('submit');
  // Tuesday 10:00 in Brussels, eight opening hours: half an hour of them on Wednesday.
  expect(minute(review.review?.dueAt)).toBe('2032-02-04T08:00');
  const approved = await zoe.approve();
  const { knex } = teller;
  const company = await companyOf(zoe);
  expect(company).toMatchObject({
    name: 'Brasserie du Coin',
    enterprise_number: 'BE0403170701',
    language: 'nl',
  });
  expect(await knex('company_keys').where({ company_id: company.id })).toHaveLength(1);
  const account = await knex('accounts').where({ company_id: company.id }).first();
  expect(await knex('holdings').where({ account_id: account.id })).toEqual([
    expect.objectContaining({ holder_kind: 'company', holder_id: company.id, application: 'postbox' }),
  ]);
  const { user_id } = await zoe.row();
  expect(await knex('users').where({ id: user_id }).first()).toMatchObject({
    username: 'zoe.maes',
    email: zoe.email,
    password_hash: null,
  });
  expect(await knex('memberships').where({ user_id }).first()).toMatchObject({
    profile: 'administrator',
    accepted_at: null,
    company_id: approved.companyId,
  });
  expect(await knex('user_provisionings').where({ user_id })).toHaveLength(1);
  await accept(zoe);
  expect(await zoe.result()).toBe('granted');
});

test('returned twice: the days count from each return, the hours of staff from each handing in (CS-06)', async () => {
  const zoe = await apply(teller, office, '2032-02-03T09:00:00.000Z');
  await zoe.reachStaff();
  await teller.until('2032-02-04T07:45:00.000Z');
  const wanted = { fields: ['enterpriseNumber', 'phone'], note: 'The number is not that of your company.' };
  const returned = await zoe.command('returnForCorrection', wanted);
  expect(returned.returnedAt).not.toBeNull();
  await expect(zoe.approve()).rejects.toMatchObject(refusal('registration.not-submitted'));
  await mailed(zoe, 'registration-returned');

  await teller.until('2032-03-01T09:00:00.000Z');
  await zoe.command('supplement', { answers: { phone: '+32 2 201 11 11' }, language: null, isMailed: false });
  expect(minute((await zoe.command('submit')).review?.dueAt)).toBe('2032-03-02T08:00');
  await zoe.command('returnForCorrection', { fields: ['companyName'], note: null });
  await teller.until('2032-03-25T09:00:00.000Z');
  await zoe.command('supplement', {
    answers: { companyName: 'Brasserie du Coin SRL' },
    language: null,
    isMailed: false,
  });
  await zoe.command('submit');
  await zoe.approve();
  expect(await companyOf(zoe)).toMatchObject({ name: 'Brasserie du Coin SRL' });
  expect((await zoe.events()).filter((kind) => kind === 'registration.returned')).toHaveLength(2);
});

test('a correction that is no good is refused, and nothing is lost', async () => {
  const zoe = await apply(teller, office, '2032-02-03T09:00:00.000Z');
  const wrong = { answers: { email: 'zoe@' }, language: null, isMailed: false };
  await expect(zoe.command('supplement', wrong)).rejects.toMatchObject(refusal('registration.incomplete'));
  await zoe.command('supplement', { answers: { firstName: null }, language: null, isMailed: false });
  await expect(zoe.command('submit')).rejects.toMatchObject(refusal('registration.incomplete'));
});

test('over a holiday weekend: handed in on Easter Saturday, overdue on Tuesday afternoon (UM-25)', async () => {
  const zoe = await apply(teller, office, '2032-03-27T09:00:00.000Z');
  const { review } = await zoe.reachStaff();
  // Two hours on Saturday until noon, the Monday is closed, six hours on Tuesday, in summer time.
  expect(minute(review?.dueAt)).toBe('2032-03-30T12:30');
  await teller.until('2032-03-30T12:25:00.000Z');
  expect((await zoe.state()).review?.overdueAt).toBeNull();
  await teller.until('2032-03-30T12:40:00.000Z');
  expect((await zoe.state()).review?.overdueAt).not.toBeNull();
  expect(await zoe.events()).toContain('registration.overdue');
  expect(await zoe.row()).toMatchObject({ stage: 'overdue', closed_at: null });
  await zoe.approve();
  expect((await zoe.state()).approvedAt).not.toBeNull();
});

test('approved after the confirmation expired: refused until a new link was used', async () => {
  const zoe = await apply(teller, office, '2032-02-03T09:00:00.000Z');
  await zoe.command('submit');
  await mailed(zoe, 'registration-confirm');
  await teller.until('2032-02-10T22:59:00.000Z');
  expect((await zoe.state()).confirmationEndsAt).toBe('2032-02-10T23:00:00.000Z');
  await teller.until('2032-02-11T09:00:00.000Z');
  expect(await zoe.events()).toContain('registration.confirmation-expired');
  await expect(zoe.approve()).rejects.toMatchObject(refusal('registration.unconfirmed'));
  await expect(zoe.confirm()).rejects.toMatchObject(refusal('link.unusable'));
  await zoe.command('resendConfirmation');
  await until('another mail has gone', async () => (await zoe.told()).length === 2);
  const confirmed = await zoe.confirm();
  expect(confirmed.review).not.toBeNull();
  expect((await zoe.approve()).approvedAt).not.toBeNull();
});

test('abandoned: reminded on day 20, given up on day 30, and nobody is a customer', async () => {
  const zoe = await apply(teller, office, '2032-02-03T09:00:00.000Z');
  await teller.until('2032-02-23T22:59:00.000Z');
  expect(await zoe.told()).not.toContain('registration-reminder');
  await teller.until('2032-02-24T00:00:00.000Z');
  await mailed(zoe, 'registration-reminder');
  await teller.until('2032-03-04T22:00:00.000Z');
  expect((await zoe.state()).closed).toBeNull();
  await teller.until('2032-03-04T23:30:00.000Z');
  expect(await zoe.result()).toBe('abandoned');
  expect(await zoe.told()).toEqual([
    'registration-confirm',
    'registration-reminder',
    'registration-abandoned',
  ]);
  await expect(zoe.confirm()).rejects.toThrow();
});

test('WF-01: two people of one company: the first approved is administrator, the other is referred then', async () => {
  const zoe = await apply(teller, office, '2032-02-03T09:00:00.000Z');
  const yves = await apply(teller, office, '2032-02-03T09:10:00.000Z', {
    firstName: 'Yves',
    referralConsent: true,
  });
  await yves.reachStaff();
  await zoe.reachStaff();
  await mailed(zoe, 'registration-known');
  expect(await yves.told()).not.toContain('registration-known');
  await zoe.approve();
  await expect(yves.approve()).rejects.toMatchObject(refusal('registration.has-administrator'));
  await yves.poke();
  expect(await yves.result()).toBe('referred');
  expect(await yves.told()).toContain('registration-referred');
  expect(await teller.knex('memberships').where({ company_id: (await zoe.state()).companyId })).toHaveLength(
    1,
  );
});

test('the other one has not confirmed his address: he hears nothing, and staff refer him later', async () => {
  const zoe = await apply(teller, office, '2032-02-03T09:00:00.000Z');
  const yves = await apply(teller, office, '2032-02-03T09:10:00.000Z', { firstName: 'Yves' });
  await zoe.reachStaff();
  await zoe.approve();
  await yves.poke();
  await mailed(yves, 'registration-confirm');
  expect((await yves.state()).closed).toBeNull();
  await yves.reachStaff();
  expect((await yves.command('refer')).closed?.outcome).toBe('referred');
});

test.each([
  ['with the consent of the applicant the administrator hears of him', true],
  ['without it he hears nothing', false],
])('a company that has an administrator: %s', async (_case, referralConsent) => {
  const zoe = await apply(teller, office, '2032-02-03T09:00:00.000Z');
  await zoe.reachStaff();
  await zoe.approve();
  await accept(zoe);
  const yves = await apply(teller, office, '2032-02-04T09:00:00.000Z', {
    firstName: 'Yves',
    referralConsent,
  });
  await yves.reachStaff();
  await expect(yves.approve()).rejects.toMatchObject(refusal('registration.has-administrator'));
  await yves.command('refer');
  expect(await yves.result()).toBe('referred');
  expect((await yves.told()).includes('registration-applicant')).toBe(referralConsent);
});

test('WF-01: its only administrator is deactivated: no approval and no referral, but the recovery route', async () => {
  const zoe = await apply(teller, office, '2032-02-03T09:00:00.000Z');
  await zoe.reachStaff();
  await zoe.approve();
  await accept(zoe);
  const { user_id } = await zoe.row();
  await teller.knex('memberships').where({ user_id }).update({ deactivated_at: new Date() });
  const yves = await apply(teller, office, '2032-02-04T09:00:00.000Z', {
    firstName: 'Yves',
    referralConsent: true,
  });
  await yves.reachStaff();
  await expect(yves.approve()).rejects.toMatchObject(refusal('registration.recovery-needed'));
  await yves.command('refer');
  expect(await yves.result()).toBe('recovery');
  // Nobody knows where a letter would go: nothing is proposed, and he is told to call.
  expect(await yves.told()).toContain('registration-recovery');
  expect(await teller.knex('administrator_recoveries')).toEqual([]);
  expect(await yves.told()).not.toContain('registration-applicant');
});

/** A case of a company that nobody administers any more, referred: its applicant is proposed, and that life has begun. */
async function proposedApplicant() {
  const { knex } = teller;
  const zoe = await apply(teller, office, '2032-02-03T09:00:00.000Z');
  await zoe.reachStaff();
  const { companyId } = await zoe.approve();
  await accept(zoe);
  const { user_id } = await zoe.row();
  await knex('memberships').where({ user_id }).update({ deactivated_at: new Date() });
  const address = { street: 'Rue Haute 1', postal_code: '1000', city: 'Bruxelles' };
  await knex('companies').where({ id: companyId }).update(address);
  const yves = await apply(teller, office, '2032-02-04T09:00:00.000Z', { firstName: 'Yves' });
  await yves.reachStaff();
  expect((await yves.command('refer')).closed?.outcome).toBe('recovery');

  const proposal = await knex('administrator_recoveries').where({ registration_id: yves.id }).first();
  expect(proposal).toMatchObject({ candidate_id: null, proposed_by: null, approved_at: null });
  const life = await begin(teller, 'administrator-recovery', proposal.id);
  return { yves, companyId, life };
}

test('nobody administers: the case proposes its applicant; two of the staff and the letter make him administrator', async () => {
  const { knex } = teller;
  const { yves, companyId, life } = await proposedApplicant();
  const [olga, omar] = [{ type: 'staff', id: office.staffId } as const, await staffMember(knex)];
  const applicant = { type: 'system', id: 'applicant' } as const;
  const say = (name: string, words: object, actor: Actor | undefined) =>
    life.command<AdministratorRecovery>(name, 'recoveryId', words, undefined, actor);
  const letter = { sealedCode: 'sealed', codeHash: hashOf('code') };
  await expect(say('approve', letter, omar)).rejects.toMatchObject(
    refusal('administrator-recovery.not-endorsed'),
  );
  await say('endorse', {}, olga);
  await expect(say('approve', letter, olga)).rejects.toMatchObject(
    refusal('administrator-recovery.second-person-needed'),
  );
  // Wednesday; the fifth working day is the next Wednesday.
  expect((await say('approve', letter, omar)).objectionEndsAt).toBe('2032-02-11T23:00:00.000Z');
  const typed = { typedHashes: [hashOf('code')] };
  await teller.until('2032-02-11T22:00:00.000Z');
  await expect(say('enterCode', typed, applicant)).rejects.toMatchObject(
    refusal('administrator-recovery.not-open'),
  );
  await teller.until('2032-02-12T09:00:00.000Z');
  await until('the applicant is told', async () => (await life.told()).includes('applicant-code-counts'));
  await expect(say('enterCode', typed, olga)).rejects.toMatchObject(refusal('not-found'));
  expect((await say('enterCode', { typedHashes: [] }, applicant)).wrongCodes).toBe(1);
  const granted = await say('enterCode', typed, applicant);
  expect(granted.closed?.outcome).toBe('granted');
  expect(await life.result()).toBe('granted');
  expect(await knex('users').where({ id: granted.candidateId }).first()).toMatchObject({
    username: 'yves.maes',
    email: yves.email,
    password_hash: null,
  });
  expect(await knex('memberships').where({ user_id: granted.candidateId }).first()).toMatchObject({
    company_id: companyId,
    profile: 'administrator',
    accepted_at: null,
  });
  expect(await knex('user_provisionings').where({ user_id: granted.candidateId })).toHaveLength(1);
  expect(await yves.row()).toMatchObject({ user_id: granted.candidateId });
});

test('the proposal ends without him: the applicant is told in his language', async () => {
  const { yves, life } = await proposedApplicant();
  const olga = { type: 'staff', id: office.staffId } as const;
  await life.command('withdraw', 'recoveryId', {}, undefined, olga);
  expect(await life.result()).toBe('withdrawn');
  expect(await life.told()).toEqual(['applicant-not-appointed']);
  const mails = await caughtOnce(yves.email, (await yves.told()).length + 1);
  expect(mails.map(({ subject }) => subject)).toContain('U wordt geen beheerder van Brasserie du Coin');
});

test('a company nobody knows is not referred to anybody', async () => {
  const zoe = await apply(teller, office, '2032-02-03T09:00:00.000Z');
  await zoe.reachStaff();
  await expect(zoe.command('refer')).rejects.toMatchObject(refusal('registration.no-company'));
  const rejected = await zoe.command('reject', { note: 'We serve companies of another kind.' });
  expect(rejected.closed?.outcome).toBe('rejected');
});

test('WF-01: the same person twice for one company: the second form is no second case', async () => {
  const email = 'zoe.twice@example.com';
  const first = await apply(teller, office, '2032-02-03T09:00:00.000Z', { email });
  await first.reachStaff();
  const second = await apply(teller, office, '2032-02-03T10:00:00.000Z', { email: email.toUpperCase() });
  await second.confirm();
  expect((await second.command('submit')).closed?.outcome).toBe('duplicate');
  expect(await second.result()).toBe('duplicate');
  expect(await second.told()).toContain('registration-duplicate');
  expect((await first.approve()).approvedAt).not.toBeNull();
});

test('WF-01: approval after withdrawal is refused', async () => {
  const zoe = await apply(teller, office, '2032-02-03T09:00:00.000Z');
  await zoe.reachStaff();
  await zoe.command('withdraw');
  expect(await zoe.result()).toBe('withdrawn');
  await expect(zoe.approve()).rejects.toThrow();
  expect(await teller.knex('companies').where({ enterprise_number: 'BE0403170701' })).toEqual([]);
});

test('another mail address has to be confirmed anew', async () => {
  const zoe = await apply(teller, office, '2032-02-03T09:00:00.000Z');
  await zoe.confirm();
  const answers = { email: 'zoe.other@example.com' };
  const changed = await zoe.command('supplement', { answers, language: 'fr', isMailed: true });
  expect(changed.confirmedAt).toBeNull();
  await zoe.command('submit');
  await expect(zoe.approve()).rejects.toMatchObject(refusal('registration.unconfirmed'));
  await until('the second mail has gone', async () => (await zoe.told()).length === 2);
  await zoe.confirm();
  expect((await zoe.state()).review).not.toBeNull();
});

test('invitation unused for 30 days: the case is abandoned, company, user and grants are undone, the number is free', async () => {
  const zoe = await apply(teller, office, '2032-02-03T09:00:00.000Z');
  await zoe.reachStaff();
  await zoe.approve();
  const company = await companyOf(zoe);
  const { user_id } = await zoe.row();
  await teller.until('2032-03-04T22:30:00.000Z');
  expect((await zoe.state()).closed).toBeNull();
  await teller.until('2032-03-04T23:30:00.000Z');
  expect((await zoe.state()).closed?.outcome).toBe('abandoned');
  const { knex } = teller;
  const undone = await knex('companies').where({ id: company.id }).first();
  expect(undone).toMatchObject({ enterprise_number: null });
  expect(undone.closed_at).not.toBeNull();
  const held = knex('grants as g')
    .join('holdings as h', 'h.id', 'g.holding_id')
    .join('accounts as a', 'a.id', 'h.account_id');
  expect(await held.where('a.company_id', company.id).whereNull('g.ended_at')).toEqual([]);
  const user = await knex('users').where({ id: user_id }).first();
  const membership = await knex('memberships').where({ user_id }).first();
  expect([user.deactivated_at, membership.deactivated_at]).not.toContain(null);
  const alive = { user_id, used_at: null, killed_at: null };
  expect(await knex('one_time_links').where(alive)).toEqual([]);

  const again = await apply(teller, office, '2032-03-08T09:00:00.000Z');
  await again.reachStaff();
  expect((await again.approve()).companyId).not.toBe(company.id);
});

test('the invitation ran out and is sent again: one is open, and it counts', async () => {
  const zoe = await apply(teller, office, '2032-02-03T09:00:00.000Z');
  await zoe.reachStaff();
  await zoe.approve();
  const { user_id } = await zoe.row();
  await expect(zoe.command('resendInvitation')).rejects.toMatchObject(refusal('registration.invitation-out'));
  await teller
    .knex('user_provisionings')
    .where({ user_id })
    .update({ closed_at: new Date(), open_key: null });
  await zoe.command('resendInvitation');
  expect(await teller.knex('user_provisionings').where({ user_id, closed_at: null })).toHaveLength(1);
});

test('neither names nor addresses nor what was written reach the engine', async () => {
  const zoe = await apply(teller, office, '2032-02-03T09:00:00.000Z', { firstName: 'CanaryFirst' });
  await zoe.reachStaff();
  await zoe.command('returnForCorrection', { fields: ['phone'], note: 'CanaryNote' });
  const { events } = await teller.env.client.workflow.getHandle(`registration/${zoe.id}`).fetchHistory();
  const read = (events ?? []).map((event) => JSON.stringify(event, (_key, value: unknown) => decoded(value)));
  for (const word of ['CanaryFirst', 'CanaryNote', zoe.email, 'Brasserie', 'BE0403170701'])
    expect(read.join('')).not.toContain(word);
  const bodies: string[] = await teller.knex('events').pluck('body');
  for (const word of ['CanaryFirst', 'CanaryNote', zoe.email, 'Brasserie', 'BE0403170701'])
    expect(bodies.join('')).not.toContain(word);
});

/** Payloads of these stories are not encrypted: what stands in them can be looked for. */
function decoded(value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value;
}
