/** Lost passwords with dates (WF-03). */
import { v7 as uuid } from 'uuid';
import { askRecovery } from '../../db/changes/ask-recovery.ts';
import { startReset } from '../../db/changes/start-reset.ts';
import { recoveriesToDo, recoveryToStart } from '../../db/queries/credential-recoveries.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { CredentialRecovery } from '../../domain/credential-recovery.ts';
import { recoveryStage } from '../../domain/credential-recovery.ts';
import type { ObjectStore } from '../../platform/object-store.ts';
import type { Person, StoryLife } from '../support/people-stories.ts';
import { aPerson, begin } from '../support/people-stories.ts';
import { hashOf, requestAt } from '../support/requests.ts';
import type { Teller } from '../support/stories.ts';
import { openTeller } from '../support/stories.ts';
import { until } from '../support/wait.ts';

let teller: Teller;
let person: Person;
beforeEach(async () => {
  teller = await openTeller({} as ObjectStore);
  person = await aPerson(teller);
});
afterEach(() => teller.close());

/** Asked at that instant, and found out who is meant. */
async function ask(identifier: string, at: Instant): Promise<StoryLife> {
  await teller.until(at);
  await askRecovery(teller.knex)(identifier, at);
  const last = () => teller.knex('credential_recoveries').orderBy('id', 'desc').first();
  const { id } = await last();
  const life = await begin(teller, 'credential-recovery', id as string);
  await until('it is known who is meant', async () => (await last()).identifier === null);
  return life;
}

const complete = (life: StoryLife, token: string, at?: Instant) =>
  life.command<CredentialRecovery>(
    'complete',
    'recoveryId',
    { userId: person.id, tokenHash: hashOf(token), password: { hash: 'the new one', needsFactor: false } },
    at,
  );
const dead = { cause: { message: 'link.unusable' } };

test('asked, used after 29 minutes: the password is new, the user is told, the life is over', async () => {
  const life = await ask(person.email, '2032-02-03T14:00:00.000Z');
  const token = await person.token(1);
  await teller.until('2032-02-03T14:29:00.000Z');
  expect((await complete(life, token)).closed?.outcome).toBe('reset');
  expect(await life.result()).toBe('reset');
  expect((await person.row())['password_hash']).toBe('the new one');
  expect(await life.told()).toEqual(['reset-link', 'password-changed']);
  expect(await life.events()).toEqual([
    'credential-recovery.asked',
    'credential-recovery.link-made',
    'credential-recovery.completed',
  ]);
});

test('asked, never used: over after 30 minutes, and nothing has changed', async () => {
  const life = await ask(person.email, '2032-02-03T14:00:00.000Z');
  const before = await person.row();
  await teller.until('2032-02-03T14:32:00.000Z');
  expect(await life.result()).toBe('expired');
  expect(await person.row()).toEqual(before);
});

test('used at the last instant, on its way for half a minute: it counts; a millisecond later it does not', async () => {
  const life = await ask(person.email, '2032-02-03T14:00:00.000Z');
  const token = await person.token(1);
  const { ends_at: endsAt } = await teller.knex('credential_recoveries').where({ id: life.id }).first();
  const end = (endsAt as Date).getTime();
  await teller.until(new Date(end + 30_000).toISOString());
  await expect(complete(life, token, new Date(end + 1).toISOString())).rejects.toMatchObject(dead);
  expect((await complete(life, token, new Date(end).toISOString())).closed?.outcome).toBe('reset');
});

test('asked twice: the earlier link is dead and its life ends by itself', async () => {
  const first = await ask(person.email, '2032-02-03T14:00:00.000Z');
  const earlier = await person.token(1);
  const second = await ask(person.email, '2032-02-03T14:10:00.000Z');
  await expect(complete(first, earlier)).rejects.toMatchObject(dead);
  expect((await complete(second, await person.token(2))).closed?.outcome).toBe('reset');
  await teller.until('2032-02-03T14:32:00.000Z');
  expect(await first.result()).toBe('expired');
});

test('asked again at once: one mail, the second asking ends', async () => {
  await ask(person.email, '2032-02-03T14:00:00.000Z');
  const second = await ask(person.email, '2032-02-03T14:00:30.000Z');
  expect(await second.result()).toBe('limited');
  expect(await second.told()).toEqual([]);
});

test.each<[string, object]>([
  ['e-mail changed while the link is out', { email: 'elsewhere@example.com' }],
  ['permission withdrawn after mailing', { self_reset_allowed: false }],
  ['user deactivated after mailing', { deactivated_at: new Date('2032-02-03T14:05:00.000Z') }],
])('WF-03: %s: link dead, the life ends by itself', async (_words, facts) => {
  const life = await ask(person.email, '2032-02-03T14:00:00.000Z');
  const token = await person.token(1);
  await teller.until('2032-02-03T14:05:00.000Z');
  await person.changeCredentials(facts);
  await expect(complete(life, token)).rejects.toMatchObject(dead);
  await teller.until('2032-02-03T14:32:00.000Z');
  expect(await life.result()).toBe('expired');
  expect((await person.row())['password_hash']).toBe('the one before');
});

test('WF-03: who may not help himself; no administrator: staff route at once', async () => {
  await teller.knex('memberships').where({ user_id: person.id }).update({ profile: 'user' });
  await person.change({ self_reset_allowed: false });
  const alone = await ask(person.email, '2032-02-03T14:00:00.000Z');
  expect(await alone.result()).toBe('handed-to-staff');
  expect(await alone.told()).toEqual(['recovery-handed-over']);
});

/** A colleague who administers the company of the person, who may not help himself. */
async function withAdministrator(): Promise<Person> {
  await teller.knex('memberships').where({ user_id: person.id }).update({ profile: 'user' });
  await person.change({ self_reset_allowed: false });
  const other = await aPerson(teller);
  const membership = { company_id: person.companyId, profile: 'administrator', accepted_at: new Date(0) };
  await teller.knex('memberships').insert({ id: uuid(), user_id: other.id, ...membership });
  return other;
}
const stage = async (life: StoryLife) =>
  recoveryStage((await recoveryToStart(teller.knex, life.id)) as CredentialRecovery);

test('handed to the administrator, who does nothing: after eight opening hours staff have it, over a weekend too', async () => {
  await withAdministrator();
  // Friday 15:00 in Brussels: two and a half hours, three and a half on Saturday, two on Monday.
  const life = await ask(person.email, '2032-02-06T14:00:00.000Z');
  await until('both are told', async () => (await life.told()).length === 2);
  expect([...(await life.told())].sort()).toEqual(['recovery-for-administrator', 'recovery-handed-over']);
  expect(await stage(life)).toBe('with-administrator');
  const [waiting] = await recoveriesToDo(teller.knex, '2032-02-06T15:00:00.000Z');
  expect(waiting?.waitsFor).toBe('administrator');
  expect(waiting?.handOverAt?.slice(0, 16)).toBe('2032-02-09T09:30');
  await teller.until('2032-02-09T09:29:00.000Z');
  expect(await stage(life)).toBe('with-administrator');
  await teller.until('2032-02-09T09:31:30.000Z');
  expect(await life.result()).toBe('handed-to-staff');
  expect(await life.told()).toContain('recovery-with-staff');
  const [todo] = await recoveriesToDo(teller.knex, '2032-02-09T10:00:00.000Z');
  expect(todo).toMatchObject({ waitsFor: 'staff', handOverAt: null, userId: person.id });
});

test('handed to the administrator, who starts a reset: staff never have it', async () => {
  const other = await withAdministrator();
  const life = await ask(person.email, '2032-02-03T14:00:00.000Z');
  await teller.until('2032-02-03T15:00:00.000Z');
  const request = requestAt(await teller.now());
  const of = { companyId: person.companyId, userId: person.id };
  await startReset(teller.knex)(of, { type: 'user', id: other.id }, request.receivedAt, request);
  expect(await teller.knex('events').where({ kind: 'credential-recovery.followed' })).toHaveLength(1);
  await life.poke();
  expect(await life.result()).toBe('handed-to-administrator');
  expect(await life.told()).not.toContain('recovery-with-staff');
  expect(await recoveriesToDo(teller.knex, await teller.now())).toEqual([]);
});

test('WF-03: one mailbox, two usernames: one by his link, the other by the administrator, in a life of its own', async () => {
  await withAdministrator();
  const boss = await aPerson(teller);
  await teller.knex('users').where({ id: boss.id }).update({ email: person.email });
  const life = await ask(person.email, '2032-02-03T14:00:00.000Z');
  const token = await person.token(1);
  const handed = await teller.knex('credential_recoveries').whereNotNull('hand_over_at').first();
  expect(handed).toMatchObject({ source: 'person', link_id: null, closed_at: null });
  const theirs = await begin(teller, 'credential-recovery', handed.id as string);
  await until('the administrator is told', async () => (await theirs.told()).length === 1);
  const words = {
    userId: boss.id,
    tokenHash: hashOf(token),
    password: { hash: 'the new one', needsFactor: false },
  };
  await life.command('complete', 'recoveryId', words);
  expect(await stage(theirs)).toBe('with-administrator');
  await teller.until('2032-02-04T13:31:30.000Z');
  expect(await theirs.result()).toBe('handed-to-staff');
});

test('asked while the engine was away: the link counts from when it is made', async () => {
  await teller.until('2032-02-03T14:00:00.000Z');
  await askRecovery(teller.knex)(person.email, '2032-02-03T14:00:00.000Z');
  const { id } = await teller.knex('credential_recoveries').first();
  await teller.until('2032-02-03T18:00:00.000Z');
  const life = await begin(teller, 'credential-recovery', id as string);
  const token = await person.token(1);
  await teller.until('2032-02-03T18:25:00.000Z');
  expect((await complete(life, token)).closed?.outcome).toBe('reset');
});
