/** Sharing with somebody, and the past that comes after a consent, told with dates (WF-35, WF-36). */
import { WithStartWorkflowOperation } from '@temporalio/client';
import type { Actor } from '../../db/changes/append-event.ts';
import { revokeSharing } from '../../db/changes/change-sharing.ts';
import { commandReception } from '../../db/changes/command-reception.ts';
import { inviteSharing } from '../../db/changes/invite-sharing.ts';
import { backfillById } from '../../db/queries/history-backfills.ts';
import type { ObjectStore } from '../../platform/object-store.ts';
import { caughtOnce } from '../support/catcher.ts';
import { begin } from '../support/people-stories.ts';
import { tokenHashOut } from '../support/registration-stories.ts';
import { requestAt } from '../support/requests.ts';
import type { SharedScene } from '../support/sharing-stories.ts';
import { aSharedScene, seenBy } from '../support/sharing-stories.ts';
import { staffMember } from '../support/staff.ts';
import type { Teller } from '../support/stories.ts';
import { openTeller } from '../support/stories.ts';
import { startOptions } from '../../workflows/start.ts';
import { startOfLife } from '../../workflows/starts.ts';
import { insisting } from '../support/wait.ts';

let teller: Teller;
let staff: Actor;
beforeEach(async () => {
  teller = await openTeller({} as unknown as ObjectStore);
  staff = await staffMember(teller.knex);
});
afterEach(() => teller.close());

const holder = { type: 'system', id: 'link-holder' } as const;
const actorOf = (id: string) => ({ type: 'user', id }) as const;
const mailOf = ({ mainContactId }: SharedScene) => `${mainContactId}@receiver.example`;

/** Somebody is invited at that instant, and the life begun as the relay would. */
async function invited(at: string) {
  await teller.until(at);
  const scene = await aSharedScene(teller, { shown: true });
  const email = `${crypto.randomUUID()}@invited.example`;
  const said = {
    accountId: scene.accountId,
    name: 'Claes',
    email,
    language: 'en',
    clientCodeIds: scene.codes,
  };
  const id = await inviteSharing(teller.knex)(said, actorOf(scene.mainContactId), requestAt(at));
  const life = await begin(teller, 'sharing', id);
  const accept = async (receivedAt: string) => {
    const words = { tokenHash: await tokenHashOut(teller, id, 'sharing') };
    const password = { hash: 'a hash', needsFactor: false };
    return life.command('accept', 'sharingId', { ...words, password }, receivedAt, holder);
  };
  return { scene, email, life, accept };
}

/** The past of one number, begun as the relay would; or by the word of staff that is there before it. */
async function past(at: string, pageDocuments: number, isPaused = false) {
  await teller.until(at);
  const scene = await aSharedScene(teller, { pageDocuments });
  const id = await scene.backfillOf(scene.codes[0] ?? '');
  if (isPaused) await pauseAtBirth(id, at);
  const life = await begin(teller, 'history-backfill', id);
  const say = (name: string, when: string) => life.command(name, 'backfillId', {}, when, staff);
  return { scene, life, say };
}

async function pauseAtBirth(id: string, at: string): Promise<void> {
  const row = await backfillById(teller.knex, id);
  if (row === null) throw new Error(`no back-fill ${id}`);
  const start = startOfLife('history-backfill', row);
  const request = requestAt(at);
  await insisting(() =>
    teller.env.client.workflow.executeUpdateWithStart('pause', {
      startWorkflowOperation: new WithStartWorkflowOperation(
        start.workflow,
        startOptions(start, teller.taskQueue),
      ),
      ...{ args: [{ backfillId: id, actor: staff, request }], updateId: request.id },
    }),
  );
}

test('WF-35: over Easter nobody uses the link: recalled after two days, over after 72 hours, and the main contact is told', async () => {
  const { scene, email, life, accept } = await invited('2032-03-26T09:00:00.000Z');
  await teller.until('2032-03-28T09:02:00.000Z');
  expect((await caughtOnce(email, 2))[0]?.subject).toBe(
    'Reminder: Main Contact shares documents of A garage with you',
  );
  // Three times 24 hours, across the change of the clock: 11:00 in Brussels.
  await expect(accept('2032-03-29T09:00:00.001Z')).rejects.toThrow();
  await teller.until('2032-03-29T09:02:00.000Z');
  expect(await life.result()).toBe('expired');
  expect((await caughtOnce(mailOf(scene), 1))[0]?.subject).toBe('Claes has not accepted your invitation');
  expect(await life.events()).toEqual(['sharing.invited', 'sharing.reminded', 'sharing.expired']);
});

test('WF-35: accepted at the last instant, half a minute on its way: he sees what was ticked, as read', async () => {
  const { scene, life, accept } = await invited('2032-04-05T09:00:00.000Z');
  await teller.until('2032-04-08T09:00:30.000Z');
  await accept('2032-04-08T09:00:00.000Z');
  expect(await life.result()).toBe('accepted');
  const { user_id: userId } = await teller.knex('sharings').where({ id: life.id }).first();
  expect([
    (await seenBy(teller.knex, userId)).length,
    await seenBy(teller.knex, userId, { unread: true }),
  ]).toEqual([16, []]);
  expect((await caughtOnce(mailOf(scene), 1))[0]?.subject).toBe('Claes sees the documents you share');
});

test('WF-35: sent again an hour before the end it lasts as long once more; then taken back, and nobody is told', async () => {
  const { scene, life, email } = await invited('2032-04-12T09:00:00.000Z');
  await teller.until('2032-04-15T08:00:00.000Z');
  await life.command('resend', 'sharingId', {}, '2032-04-15T08:00:00.000Z', actorOf(scene.mainContactId));
  expect((await caughtOnce(email, 3)).length).toBe(3);
  await teller.until('2032-04-16T08:00:00.000Z');
  const changing = {
    sharingId: life.id,
    actor: actorOf(scene.mainContactId),
    at: '2032-04-16T08:00:00.000Z',
  };
  await revokeSharing(teller.knex)(changing);
  await life.poke();
  expect(await life.result()).toBe('withdrawn');
  expect(await life.told()).toEqual(['sharing-invitation', 'sharing-reminder', 'sharing-invitation']);
});

test('WF-36: the past comes in three pages, and one mail says how many and from when', async () => {
  const { scene, life } = await past('2032-05-03T09:00:00.000Z', 3);
  expect(await life.result()).toBe('complete');
  expect(await life.events()).toEqual([
    'history-backfill.begun',
    'history-backfill.continued',
    'history-backfill.continued',
    'history-backfill.completed',
  ]);
  const [mail] = await caughtOnce(mailOf(scene), 1);
  expect(mail?.text).toContain('in your account: 8. The oldest is of Monday 1 June 2020.');
  const history = await teller.env.client.workflow.getHandle(`history-backfill/${life.id}`).fetchHistory();
  // Start, one task, a marker a page, the mail and its task, the end: nothing besides.
  expect(history.events?.length).toBeLessThanOrEqual(15);
});

test('WF-36: paused by staff for a week, over the first page: then it goes on where it stopped', async () => {
  const { scene, life, say } = await past('2032-05-10T09:00:00.000Z', 1, true);
  const shown = (await seenBy(teller.knex, scene.mainContactId)).length;
  await teller.until('2032-05-17T09:00:00.000Z');
  expect([(await seenBy(teller.knex, scene.mainContactId)).length, shown < 8]).toEqual([shown, true]);
  await say('resume', '2032-05-17T09:00:00.000Z');
  expect(await life.result()).toBe('complete');
  expect(await seenBy(teller.knex, scene.mainContactId)).toHaveLength(8);
});

test('WF-36: paused, and the customer goes back to paper: partial, what came stays; dropped by staff it is the same', async () => {
  const { scene, life } = await past('2032-05-24T09:00:00.000Z', 1, true);
  const kept = await seenBy(teller.knex, scene.mainContactId);
  const { id } = await teller
    .knex('receptions')
    .where({ active_key: scene.codes[0] })
    .first<{ id: string }>('id');
  const request = requestAt('2032-05-25T09:00:00.000Z');
  await commandReception(
    teller.knex,
    'optOut',
  )({ receptionId: id, actor: actorOf(scene.mainContactId), request });
  await life.poke();
  expect(await life.result()).toBe('partial');
  expect(await seenBy(teller.knex, scene.mainContactId)).toEqual(kept);
  const other = await past('2032-05-26T09:00:00.000Z', 1, true);
  await other.say('drop', '2032-05-26T10:00:00.000Z');
  expect(await other.life.result()).toBe('partial');
});
