/** A person's new mail address, with dates (UM-10). */
import { askEmailChange } from '../../db/changes/email-changes.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { EmailChange } from '../../domain/email-change.ts';
import type { ObjectStore } from '../../platform/object-store.ts';
import type { Person, StoryLife } from '../support/people-stories.ts';
import { aPerson, begin } from '../support/people-stories.ts';
import { hashOf } from '../support/requests.ts';
import type { Teller } from '../support/stories.ts';
import { openTeller } from '../support/stories.ts';

let teller: Teller;
let person: Person;
let next: string;
beforeEach(async () => {
  teller = await openTeller({} as ObjectStore);
  person = await aPerson(teller);
  next = `new-${person.email}`;
});
afterEach(() => teller.close());

async function ask(at: Instant): Promise<StoryLife> {
  await teller.until(at);
  await askEmailChange(teller.knex)({ userId: person.id, email: next }, { type: 'user', id: person.id }, at);
  const { id } = await teller.knex('email_changes').orderBy('id', 'desc').first();
  return begin(teller, 'email-change', id as string);
}
const confirm = async (life: StoryLife, token: string) =>
  life.command<EmailChange>('confirm', 'emailChangeId', { userId: person.id, tokenHash: hashOf(token) });

test('asked on Tuesday, confirmed on Thursday: in force, and the address before is told of both', async () => {
  const life = await ask('2032-02-03T14:00:00.000Z');
  const token = await person.token(1, next);
  await teller.until('2032-02-05T14:00:00.000Z');
  expect((await person.row())['email']).toBe(person.email);
  expect((await confirm(life, token)).closed?.outcome).toBe('confirmed');
  expect(await life.result()).toBe('confirmed');
  expect((await person.row())['email']).toBe(next);
  expect([...(await life.told())].sort()).toEqual(['email-change-asked', 'email-changed', 'email-confirm']);
});

test('never confirmed: forgotten after 72 hours, the present address stays', async () => {
  const life = await ask('2032-02-03T14:00:00.000Z');
  const token = await person.token(1, next);
  await teller.until('2032-02-06T13:59:00.000Z');
  await person.changeCredentials({});
  await expect(confirm(life, token)).rejects.toMatchObject({ cause: { message: 'link.unusable' } });
  await teller.until('2032-02-06T14:02:00.000Z');
  expect(await life.result()).toBe('expired');
  expect((await person.row())['email']).toBe(person.email);
});
