/** Words to a person, with dates: they go out however late the engine is (WF-17). */
import { owePersonalNotice } from '../../db/changes/personal-notices.ts';
import type { ObjectStore } from '../../platform/object-store.ts';
import { caughtFor, caughtOnce } from '../support/catcher.ts';
import { aPerson, begin } from '../support/people-stories.ts';
import type { Teller } from '../support/stories.ts';
import { openTeller } from '../support/stories.ts';

let teller: Teller;
beforeEach(async () => {
  teller = await openTeller({} as ObjectStore);
});
afterEach(() => teller.close());

test('a word to a person that was owed while the engine was away: sent once, to where he was told to be', async () => {
  const person = await aPerson(teller);
  const before = `before-${person.email}`;
  await teller.until('2032-02-03T14:00:00.000Z');
  const { id } = await teller.knex.transaction((trx) =>
    owePersonalNotice(
      trx,
      { userId: person.id, kind: 'password-changed', email: before },
      '2032-02-03T14:00:00.000Z',
    ),
  );
  await teller.until('2032-02-05T14:00:00.000Z');
  const life = await begin(teller, 'personal-notice', id);
  expect(await life.result()).toBe('told');
  const [mail] = await caughtOnce(before, 1);
  expect(mail?.text).toContain('3 February 2032');
  expect(await caughtFor(person.email)).toEqual([]);
  expect(await teller.knex('personal_notices').where({ id }).whereNull('closed_at')).toEqual([]);
});
