import type { ObjectStore } from '../../platform/object-store.ts';
import { belgianSite, fourteenDays } from '../support/mail-items.ts';
import { inviteToJoin, inviteUser } from '../support/provisioning-stories.ts';
import type { Teller } from '../support/stories.ts';
import { openTeller } from '../support/stories.ts';
import { until } from '../support/wait.ts';

let teller: Teller;
beforeEach(async () => {
  teller = await openTeller({} as unknown as ObjectStore);
});
afterEach(() => teller.close());

const house = () => teller.house({ policy: fourteenDays, site: belgianSite });
const refused = (reason: string) => ({ cause: { message: reason } });
/** Tue 3 Feb 2032, 15:00 in Brussels; the invitation ends on Friday at the same time. */
const tuesday = '2032-02-03T14:00:00.000Z';
const friday = '2032-02-06T14:00:00.000Z';

test('invited, recalled after two days, accepted, logged in, and a week later the administrator hears of no rights', async () => {
  const home = await house();
  const guest = await inviteUser(teller, home, tuesday);
  await teller.until('2032-02-05T14:02:00.000Z');
  await until('he is recalled', async () => (await guest.told()).length === 2);
  expect(await guest.told()).toEqual(['invitation', 'invitation-reminder']);
  await guest.accept('2032-02-05T15:00:00.000Z');
  await guest.logIn('2032-02-05T15:05:00.000Z');
  await teller.until('2032-02-12T22:59:00.000Z');
  expect((await guest.state()).closed).toBeNull();
  await teller.until('2032-02-12T23:02:00.000Z');
  expect(await guest.result()).toBe('active');
  expect(await guest.told()).toEqual(['invitation', 'invitation-reminder', 'no-rights']);
  expect(await guest.isToldOnlyTo(home.email, 'no-rights')).toBe(true);
  expect(await guest.events()).toEqual([
    'invitation.reminded',
    'invitation.accepted',
    'invitation.first-log-in',
    'invitation.no-rights-told',
  ]);
});

test('never accepted: it ends after 72 hours and the administrator hears of it; invited anew, accepted', async () => {
  const home = await house();
  const guest = await inviteUser(teller, home, tuesday);
  await teller.until('2032-02-06T14:02:00.000Z');
  await until('all is told', async () => (await guest.told()).length === 3);
  expect((await guest.state()).closed?.outcome).toBe('expired');
  expect(await guest.told()).toEqual(['invitation', 'invitation-reminder', 'invitation-expired']);
  expect(await guest.isToldOnlyTo(home.email, 'invitation-expired')).toBe(true);
  await guest.inviteAgain('2032-02-09T09:00:00.000Z');
  expect((await guest.state()).endsAt).toBe('2032-02-12T09:00:00.000Z');
  await teller.until('2032-02-11T09:00:00.000Z');
  expect((await guest.accept()).acceptedAt).not.toBeNull();
});

test('invited at a wrong address, corrected a day later: invited anew there, with the whole time and a reminder', async () => {
  const guest = await inviteUser(teller, await house(), tuesday);
  await guest.correct('2032-02-04T14:00:00.000Z', `right-${guest.userId}@customer.example`);
  await until('he is invited anew', async () => (await guest.told()).length === 2);
  expect((await guest.state()).endsAt).toBe('2032-02-07T14:00:00.000Z');
  await teller.until('2032-02-06T14:02:00.000Z');
  await until('he is recalled', async () => (await guest.told()).length === 3);
  expect(await guest.told()).toEqual(['invitation', 'invitation', 'invitation-reminder']);
  expect(await guest.isToldOnlyTo(`right-${guest.userId}@customer.example`, 'invitation-reminder')).toBe(
    true,
  );
  expect((await guest.accept('2032-02-06T15:00:00.000Z')).acceptedAt).not.toBeNull();
});

test('accepted exactly at the last instant, and the message takes half a minute: in time', async () => {
  const guest = await inviteUser(teller, await house(), tuesday);
  await teller.until('2032-02-06T14:00:30.000Z');
  expect((await guest.accept(friday)).acceptedAt).toBe(friday);
});

test('accepted a millisecond after the last instant: too late', async () => {
  const guest = await inviteUser(teller, await house(), tuesday);
  await teller.until('2032-02-06T14:00:30.000Z');
  await expect(guest.accept('2032-02-06T14:00:00.001Z')).rejects.toMatchObject(refused('link.unusable'));
  await teller.until('2032-02-06T14:01:30.000Z');
  expect(await guest.result()).toBe('expired');
});

test('sent again an hour before the end: the whole time once more, and a reminder once more', async () => {
  const guest = await inviteUser(teller, await house(), tuesday);
  await teller.until('2032-02-06T13:00:00.000Z');
  expect((await guest.resend()).endsAt.slice(0, 13)).toBe('2032-02-09T13');
  await teller.until('2032-02-08T13:05:00.000Z');
  await until('he is recalled again', async () => (await guest.told()).length === 4);
  expect(await guest.told()).toEqual([
    'invitation',
    'invitation-reminder',
    'invitation',
    'invitation-reminder',
  ]);
  await guest.accept('2032-02-08T14:00:00.000Z');
  await expect(guest.resend()).rejects.toMatchObject(refused('invitation.accepted'));
});

test('deactivated while invited: the life ends, no reminder, the link is dead', async () => {
  const guest = await inviteUser(teller, await house(), tuesday);
  await guest.deactivate('2032-02-04T09:00:00.000Z');
  expect(await guest.result()).toBe('deactivated');
  await teller.until('2032-02-07T09:00:00.000Z');
  expect(await guest.told()).toEqual(['invitation']);
  const links = await teller.knex('one_time_links').where({ user_id: guest.userId });
  expect(links.every(({ killed_at }) => killed_at !== null)).toBe(true);
});

test('deactivated, and the life has not heard of it yet: the link is dead all the same', async () => {
  const home = await house();
  const guest = await inviteUser(teller, home, tuesday);
  await teller
    .knex('memberships')
    .where({ user_id: guest.userId })
    .update({ deactivated_at: new Date(tuesday) });
  await teller.until('2032-02-05T14:02:00.000Z');
  expect(await guest.result()).toBe('deactivated');
  expect(await guest.told()).toEqual(['invitation']);
});

test('a right before the first log-in: nobody is told anything', async () => {
  const guest = await inviteUser(teller, await house(), tuesday);
  await guest.accept('2032-02-03T15:00:00.000Z');
  await guest.grantBox();
  await guest.logIn('2032-02-04T09:00:00.000Z');
  expect(await guest.result()).toBe('active');
  expect(await guest.told()).toEqual(['invitation']);
});

test('a right after the first log-in that the life has not heard of: nobody is told', async () => {
  const guest = await inviteUser(teller, await house(), tuesday);
  await guest.accept('2032-02-03T15:00:00.000Z');
  await guest.logIn('2032-02-04T09:00:00.000Z');
  await guest.grantBox();
  await teller.until('2032-02-11T23:02:00.000Z');
  expect(await guest.result()).toBe('active');
  expect(await guest.told()).toEqual(['invitation']);
});

test('an administrator holds his rights with the profile: in with the first log-in', async () => {
  const guest = await inviteUser(teller, await house(), tuesday, 'administrator');
  await guest.accept('2032-02-03T15:00:00.000Z');
  await guest.logIn('2032-02-20T09:00:00.000Z');
  expect(await guest.result()).toBe('active');
});

test('a person of another company is asked to join, says yes while logged in, and nobody else can for him', async () => {
  const [home, elsewhere] = [await house(), await house()];
  const guest = await inviteToJoin(teller, home, tuesday, elsewhere.email);
  await expect(guest.acceptLoggedIn(home.userId)).rejects.toThrow();
  expect(await guest.acceptLoggedIn()).toMatchObject({ noRightsAt: expect.any(String) });
  await until('he was asked by mail', async () => (await guest.told()).length === 1);
  expect(await guest.told()).toEqual(['membership-invitation']);
  expect(await guest.isToldOnlyTo(elsewhere.email, 'membership-invitation')).toBe(true);
});

test('somebody who does not exist is asked to join: no mail, and the same end', async () => {
  const home = await house();
  const guest = await inviteToJoin(teller, home, tuesday, 'nobody.at.all');
  await teller.until('2032-02-06T14:02:00.000Z');
  expect(await guest.result()).toBe('expired');
  expect(await guest.told()).toEqual(['invitation-expired']);
  expect(await guest.isToldOnlyTo(home.email, 'invitation-expired')).toBe(true);
});

test('withdrawn before the answer: over, and nobody is told', async () => {
  const [home, elsewhere] = [await house(), await house()];
  const guest = await inviteToJoin(teller, home, tuesday, elsewhere.email);
  expect((await guest.withdraw()).closed?.outcome).toBe('deactivated');
  await expect(guest.acceptLoggedIn()).rejects.toThrow();
});
