/** Requests for rights with dates, on a server that skips time (WF-05 and its awkward cases). */
import type { RequestParticulars } from '../../db/changes/command-rights-request.ts';
import { deactivateUser } from '../../db/changes/deactivate-user.ts';
import type { Actor } from '../../db/changes/append-event.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import { rightsRequestById } from '../../db/queries/rights-requests.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { RightSet } from '../../domain/right-set.ts';
import type { RightsRequestCommandName } from '../../domain/rights-request.ts';
import { rightsRequestStage } from '../../domain/rights-request.ts';
import type { ObjectStore } from '../../platform/object-store.ts';
import type { RightsRequestState } from '../../workflows/rights-request/messages.ts';
import { factsChanged } from '../../workflows/rights-request/messages.ts';
import { askingCompany } from '../support/asked-rights.ts';
import { belgianSite, fourteenDays } from '../support/mail-items.ts';
import { begin } from '../support/people-stories.ts';
import { requestAt } from '../support/requests.ts';
import type { Teller } from '../support/stories.ts';
import { openTeller } from '../support/stories.ts';
import { insisting, until } from '../support/wait.ts';

let teller: Teller;
beforeEach(async () => {
  teller = await openTeller({} as unknown as ObjectStore);
});
afterEach(() => teller.close());

const refused = (reason: string) => ({ cause: { message: reason } });

/** A company at that instant; its people ask, and the life of what they asked runs. */
async function company(at: Instant, closedDays: readonly string[] = []) {
  await teller.until(at);
  const { knex, env } = teller;
  const house = await teller.house({ policy: fourteenDays, site: belgianSite });
  if (closedDays.length > 0)
    await knex('brand_closed_days').insert(
      closedDays.map((day) => ({ brand_id: house.brandId, closed_on: day })),
    );
  const people = await askingCompany(knex, house);
  return {
    ...people,
    house,
    asked: async (rights: RightSet, userId = people.user.id) => {
      const { id } = await people.ask(rights, at, userId);
      const story = await begin(teller, 'rights-request', id);
      const handle = env.client.workflow.getHandle(`rights-request/${id}`);
      const state = async () => (await rightsRequestById(knex, id)) as RightsRequestState;
      return {
        ...story,
        state,
        stage: async () => rightsRequestStage(await state()),
        poke: () => handle.signal(factsChanged),
        do: async (name: RightsRequestCommandName, actor: Actor, words: RequestParticulars = {}) => {
          const request = requestAt(await teller.now());
          await keepParticulars(knex)(request, words, request.receivedAt);
          const args: [unknown] = [{ requestId: id, actor, request }];
          return insisting(() =>
            handle.executeUpdate<RightsRequestState, [unknown]>(name, { args, updateId: request.id }),
          );
        },
      };
    },
  };
}

test('in-house: the administrator gives a part and refuses the rest', async () => {
  const { asked, an, staff, on, first, effective, user } = await company('2032-02-03T09:00:00.000Z');
  const life = await asked(on(['read', 'decide'], first));
  expect(await life.stage()).toBe('in-house');
  await expect(life.do('approve', staff)).rejects.toMatchObject(refused('rights-request.in-house'));
  const beyond = { rights: on(['money'], first) };
  await expect(life.do('approve', an, beyond)).rejects.toMatchObject(refused('rights-request.not-asked'));
  await life.do('approve', an, { rights: on(['read'], first), rest: 'rejected', text: 'To read will do.' });
  expect(await life.result()).toBe('partly');
  expect(await effective(user.membershipId)).toEqual(on(['read'], first));
  expect(await life.told()).toEqual(['rights-requested', 'rights-request-partly']);
});

test('over Easter: with staff on Good Friday, overdue on Tuesday morning, opened late, granted on in-house', async () => {
  const { asked, an, staff, on, second, effective, user } = await company('2032-03-26T15:00:00.000Z', [
    '2032-03-29',
  ]);
  const life = await asked(on(['read'], second));
  expect(await life.state()).toMatchObject({ desk: 'staff', dueAt: '2032-03-30T09:30:00.000Z' });
  await expect(life.do('approve', an)).rejects.toMatchObject(refused('rights-request.with-staff'));
  await teller.until('2032-03-30T09:35:00.000Z');
  await until('it is overdue', async () => (await life.stage()) === 'overdue');
  const opened = await life.do('approve', staff, { text: 'The box is yours.' });
  expect([rightsRequestStage(opened), opened.dueAt]).toEqual(['granting', '2032-04-13T22:00:00.000Z']);
  expect(await effective(user.membershipId)).toEqual([]);
  await life.do('approve', an);
  expect(await life.result()).toBe('granted');
  expect(await effective(user.membershipId)).toEqual(on(['read'], second));
  expect(await life.told()).toEqual([
    'rights-request-with-staff',
    'rights-widened',
    'rights-request-granted',
  ]);
});

test('nobody in-house answers: it lapses at the local midnight 14 days later, over the change of the clocks', async () => {
  const { asked, on, first } = await company('2032-03-20T09:00:00.000Z');
  const life = await asked(on(['decide'], first));
  await teller.until('2032-04-03T21:59:00.000Z');
  expect(await life.stage()).toBe('in-house');
  await teller.until('2032-04-03T22:05:00.000Z');
  expect(await life.result()).toBe('lapsed');
  expect(await life.told()).toEqual(['rights-requested', 'rights-request-lapsed']);
});

test('a question: answered once, the clock begins anew; the next is recalled, and closes it unanswered', async () => {
  const { asked, staff, user, on, second } = await company('2032-02-03T09:00:00.000Z');
  const life = await asked(on(['decide'], second));
  const asker: Actor = { type: 'user', id: user.id };
  await expect(life.do('answer', asker)).rejects.toMatchObject(refused('rights-request.no-question'));
  await life.do('ask', staff, { text: 'Why the second one?' });
  await teller.until('2032-02-05T08:00:00.000Z');
  const answered = await life.do('answer', asker, { text: 'It is ours.' });
  expect(answered).toMatchObject({
    desk: 'staff',
    question: null,
    dueAt: expect.stringMatching(/^2032-02-05T16:00:/),
  });
  await life.do('ask', staff, { text: 'Since when?' });
  await teller.until('2032-02-12T23:05:00.000Z');
  await until('he is reminded', async () => (await life.told()).includes('rights-request-reminder'));
  await teller.until('2032-02-19T23:05:00.000Z');
  expect(await life.result()).toBe('lapsed');
  expect((await life.events()).map((kind) => kind.replace('rights-request.', ''))).toEqual([
    ...['asked', 'question-asked', 'answered', 'question-asked', 'reminded', 'unanswered'],
  ]);
});

test('[WF-05] the right became grantable meanwhile: an administrator’s own request is approved at once', async () => {
  const { asked, openBoxes, join, effective, on, first, second, an } =
    await company('2032-02-03T09:00:00.000Z');
  const bart = await join('administrator');
  const life = await asked(on(['read'], second), bart.id);
  expect(await life.stage()).toBe('staff');
  await openBoxes(await teller.now(), [first, second], [an.id]);
  expect(await effective(bart.membershipId)).toEqual([]);
  await life.poke();
  expect(await life.result()).toBe('granted');
  expect(await effective(bart.membershipId)).toEqual(on(['read'], second));
});

test('a user’s request is not: opened meanwhile it goes to the administrator who holds it', async () => {
  const { asked, openBoxes, effective, user, on, first, second } = await company('2032-02-03T09:00:00.000Z');
  const life = await asked(on(['decide'], second));
  expect(await life.stage()).toBe('staff');
  await openBoxes(await teller.now(), [first, second]);
  await life.poke();
  await until('it is in-house', async () => (await life.stage()) === 'in-house');
  expect(await effective(user.membershipId)).toEqual([]);
});

test('[WF-05] the requester has left: it lapses, and nobody is told', async () => {
  const { asked, an, companyId, user, on, first } = await company('2032-02-03T09:00:00.000Z');
  const life = await asked(on(['decide'], first));
  const about = { companyId, userId: user.id, actor: an, at: await teller.now(), request: null };
  await deactivateUser(teller.knex)(about);
  await life.poke();
  expect(await life.result()).toBe('lapsed');
  expect(await life.told()).toEqual(['rights-requested']);
});

test('what the last administrator who held it has lost goes to staff; he who lost it approves nothing (check 10)', async () => {
  const { asked, an, take, house, on, first } = await company('2032-02-03T09:00:00.000Z');
  const life = await asked(on(['decide'], first));
  const membership = await teller
    .knex('memberships')
    .where({ user_id: house.userId })
    .first<{ id: string }>('id');
  await take(house.userId, membership.id, await teller.now());
  await expect(life.do('approve', an)).rejects.toMatchObject(refused('rights.beyond-grantor'));
  await life.poke();
  await until('staff have it', async () => (await life.stage()) === 'staff');
});

test('withdrawn by the one who asked, and by nobody else', async () => {
  const { asked, an, user, on, first } = await company('2032-02-03T09:00:00.000Z');
  const life = await asked(on(['decide'], first));
  await expect(life.do('withdraw', an)).rejects.toMatchObject(refused('right.missing'));
  await life.do('withdraw', { type: 'user', id: user.id });
  expect(await life.result()).toBe('withdrawn');
});
