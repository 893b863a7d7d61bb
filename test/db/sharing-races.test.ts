/** Who sees what of an account, when several things happen to it at the same moment (WF-35, WF-36; IP-07, IP-08, X-10). */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { leaveSharing, revokeSharing, tickNumbers } from '../../db/changes/change-sharing.ts';
import { showHistoryPage } from '../../db/changes/carry-out-backfill.ts';
import { commandReception } from '../../db/changes/command-reception.ts';
import { carryOutSharingAct } from '../../db/changes/command-sharing.ts';
import { inviteSharing } from '../../db/changes/invite-sharing.ts';
import { homeOf } from '../../db/queries/home-of.ts';
import { sightsOf } from '../../db/queries/sights.ts';
import { databaseSetting } from '../support/database-setting.ts';
import { outcomeOf } from '../support/outcome.ts';
import { requestAt } from '../support/requests.ts';
import type { SharedScene } from '../support/sharing-stories.ts';
import { acceptAs, aSharedScene, at, later, seenBy } from '../support/sharing-stories.ts';
import type { Setting } from '../support/stories.ts';
import { migratedDatabase } from './own-database.ts';
import type { OwnDatabase } from './own-database.ts';

let database: OwnDatabase;
let setting: Setting;
beforeAll(async () => {
  database = await migratedDatabase();
  setting = databaseSetting(database.knex);
});
afterAll(() => database.drop());

const actorOf = (id: string) => ({ type: 'user', id }) as const;
const changing = (sharingId: string, userId: string) => ({ sharingId, actor: actorOf(userId), at: later });
const invite = (scene: SharedScene, email: string, clientCodeIds: readonly string[] = []) =>
  inviteSharing(database.knex)(
    { accountId: scene.accountId, name: 'Claes', email, language: 'nl', clientCodeIds },
    actorOf(scene.mainContactId),
    requestAt(at),
  );
const isAboveFloor = ({ issuedOn }: { readonly issuedOn: string }) => issuedOn >= '2020-02-02';
const user = (id: string) => database.knex('users').where({ id }).first();

describe('inviting', () => {
  test('50 at once to one address: one sharing', async () => {
    const scene = await aSharedScene(setting);
    const email = `${randomUUID()}@example.com`;
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => outcomeOf(invite(scene, email))));
    expect(outcomes.filter((each) => each === 'done')).toHaveLength(1);
    expect(outcomes.filter((each) => each === 'sharing.exists')).toHaveLength(49);
  });

  test('50 at once to 50 addresses: each has his link', async () => {
    const scene = await aSharedScene(setting);
    const all = await Promise.all(
      Array.from({ length: 50 }, () => invite(scene, `${randomUUID()}@example.com`, scene.codes)),
    );
    const links = await database.knex('one_time_links').whereIn('life_id', all);
    expect([new Set(all).size, links.length]).toEqual([50, 50]);
  });

  test('WF-35: a consumer in the code-based brand is refused, and so is who invites himself or shares what he does not receive', async () => {
    const scene = await aSharedScene(setting);
    const foreign = await aSharedScene(setting);
    const email = `${randomUUID()}@example.com`;
    expect(await outcomeOf(invite(scene, email, foreign.codes))).toBe('sharing.not-received');
    expect(await outcomeOf(invite(scene, `${scene.mainContactId}@RECEIVER.example`))).toBe(
      'sharing.with-oneself',
    );
    await database.knex('recipient_accounts').where({ id: scene.accountId }).update({ kind: 'b2c' });
    expect(await outcomeOf(invite(scene, email))).toBe('sharing.consumer');
    const stranger = inviteSharing(database.knex)(
      { accountId: scene.accountId, name: 'x', email, language: 'nl', clientCodeIds: [] },
      actorOf(foreign.mainContactId),
      requestAt(at),
    );
    expect(await outcomeOf(stranger)).toBe('not-found');
  });
});

describe('accepting', () => {
  test('[check 35] a hundred times at once by one link: one log-in', async () => {
    const scene = await aSharedScene(setting);
    const email = `${randomUUID()}@example.com`;
    const id = await invite(scene, email);
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, async () => outcomeOf(acceptAs(database.knex, id))),
    );
    expect(outcomes.filter((each) => each === 'done')).toHaveLength(1);
    expect(await database.knex('users').where({ username: email })).toHaveLength(1);
  });

  test('against revoke: whichever comes first, nobody sees anything afterwards', async () => {
    for (let round = 0; round < 10; round += 1) {
      const scene = await aSharedScene(setting);
      const email = `${randomUUID()}@example.com`;
      const id = await invite(scene, email, scene.codes);
      const [accepted] = await Promise.all([
        outcomeOf(acceptAs(database.knex, id)),
        revokeSharing(database.knex)(changing(id, scene.mainContactId)),
      ]);
      expect(['done', 'link.unusable']).toContain(accepted);
      const row = await database.knex('sharings').where({ id }).first();
      expect(row.revoked_at).not.toBeNull();
      if (row.user_id !== null) expect(await sightsOf(database.knex, row.user_id, later)).toEqual([]);
      expect(await database.knex('users').where({ email })).toHaveLength(0);
    }
  });

  test('who has a log-in at that address accepts as he; nobody else does, nor by a new password', async () => {
    const scene = await aSharedScene(setting, { shown: true });
    const other = await aSharedScene(setting);
    const email = `${other.mainContactId}@receiver.example`;
    const id = await invite(scene, email, scene.codes);
    expect(await outcomeOf(acceptAs(database.knex, id))).toBe('sharing.log-in-exists');
    expect(await outcomeOf(acceptAs(database.knex, id, scene.mainContactId))).toBe('sharing.other-address');
    expect(await outcomeOf(acceptAs(database.knex, id, other.mainContactId))).toBe('done');
    expect(await seenBy(database.knex, other.mainContactId)).toEqual(
      expect.arrayContaining(scene.documents.filter(isAboveFloor).map((each) => each.id)),
    );
  });

  test('what is there already arrives as read, a mark of his own is kept, and what comes later is new', async () => {
    const scene = await aSharedScene(setting, { shown: true });
    const id = await invite(scene, `${randomUUID()}@example.com`, scene.codes.slice(0, 1));
    await acceptAs(database.knex, id);
    const { user_id: userId } = await database.knex('sharings').where({ id }).first();
    const firstOnly = scene.documents
      .filter((each) => each.code === scene.codes[0] && isAboveFloor(each))
      .map((each) => each.id);
    expect((await seenBy(database.knex, userId)).toSorted()).toEqual(firstOnly.toSorted());
    expect(await unreadOf(userId)).toEqual([]);
    const fresh = await scene.publish(scene.codes[0] ?? '', '2027-02-03', later);
    expect(await unreadOf(userId)).toEqual([fresh]);
    await tickNumbers(database.knex)(changing(id, scene.mainContactId), scene.codes);
    expect(await unreadOf(userId)).toEqual([fresh]);
    expect((await homeOf(database.knex, userId)).brandId).toBe(scene.brandId);
  });
});

describe('ticks and the end', () => {
  test('IP-08: a new number is the main contact’s alone until it is ticked', async () => {
    const scene = await aSharedScene(setting, { shown: true });
    const id = await invite(scene, `${randomUUID()}@example.com`, scene.codes.slice(0, 1));
    await acceptAs(database.knex, id);
    const { user_id: userId } = await database.knex('sharings').where({ id }).first();
    expect((await sightsOf(database.knex, userId, later)).map((each) => each.clientCodeId)).toEqual([
      scene.codes[0],
    ]);
    expect(await sightsOf(database.knex, scene.mainContactId, later)).toHaveLength(2);
  });

  test('tick against revoke: he sees nothing, whichever comes first', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { scene, id, userId } = await accepted();
      await Promise.all([
        outcomeOf(tickNumbers(database.knex)(changing(id, scene.mainContactId), scene.codes)),
        revokeSharing(database.knex)(changing(id, scene.mainContactId)),
      ]);
      expect(await sightsOf(database.knex, userId, later)).toEqual([]);
    }
  });

  test('X-10: his log-in goes with the sharing; it stays where anything else hangs on him', async () => {
    const { scene, id, userId } = await accepted();
    const two = await accepted(userId);
    await revokeSharing(database.knex)(changing(id, scene.mainContactId));
    expect((await user(userId)).deactivated_at).toBeNull();
    await leaveSharing(database.knex)(changing(two.id, userId));
    const gone = await user(userId);
    expect([gone.name, gone.password_hash, gone.username]).toEqual(['', null, `removed-${userId}`]);
    const row = await database.knex('sharings').where({ id }).first();
    expect([row.name, row.email]).toEqual(['', '']);
    await revokeSharing(database.knex)(changing(id, scene.mainContactId));
    expect(await database.knex('events').where({ subject_id: id, kind: 'sharing.revoked' })).toHaveLength(1);
  });

  test('a member of a company who is shared with stays its member', async () => {
    const house = (await aSharedScene(setting)).house;
    const { scene, id } = await accepted(house.userId);
    await revokeSharing(database.knex)(changing(id, scene.mainContactId));
    const stays = await user(house.userId);
    expect([stays.deactivated_at, stays.name === '']).toEqual([null, false]);
  });

  test('nobody but the main contact ticks or revokes, and nobody but he himself leaves', async () => {
    const { scene, id, userId } = await accepted();
    expect(await outcomeOf(tickNumbers(database.knex)(changing(id, userId), scene.codes))).toBe('not-found');
    expect(await outcomeOf(revokeSharing(database.knex)(changing(id, userId)))).toBe('not-found');
    expect(await outcomeOf(leaveSharing(database.knex)(changing(id, scene.mainContactId)))).toBe('not-found');
    expect(await sightsOf(database.knex, userId, later)).toHaveLength(1);
  });

  test('an account that is closed elsewhere shows nothing to anybody', async () => {
    const { scene, userId } = await accepted();
    await database
      .knex('recipient_accounts')
      .where({ id: scene.accountId })
      .update({ closed_at: new Date(at) });
    expect(await sightsOf(database.knex, userId, later)).toEqual([]);
  });

  test('expired in the same moment as accepted: one of the two', async () => {
    const scene = await aSharedScene(setting);
    const id = await invite(scene, `${randomUUID()}@example.com`);
    await carryOutSharingAct(database.knex)(id, 'remind', '2027-02-04T14:00:00.000Z');
    const end = '2027-02-05T14:00:00.000Z';
    const outcomes = await Promise.all([
      outcomeOf(acceptAs(database.knex, id, null, end)),
      carryOutSharingAct(database.knex)(id, 'expire', end).then((row) => row.closed?.outcome),
    ]);
    expect([
      ['done', 'accepted'],
      ['link.unusable', 'expired'],
    ]).toContainEqual(outcomes);
  });
});

describe('the past', () => {
  test('WF-36: nothing of it is seen before the first page; whole days, newest first, down to the floor; as read', async () => {
    const scene = await aSharedScene(setting, { pageDocuments: 3 });
    const [code = ''] = scene.codes;
    const id = await scene.backfillOf(code);
    const past = scene.documents.filter((each) => each.code === code);
    expect(await seenBy(database.knex, scene.mainContactId)).toEqual([]);
    const fresh = await scene.publish(code, '2027-02-02', later);
    expect(await unreadOf(scene.mainContactId)).toEqual([fresh]);
    const seen: number[] = [];
    for (let page = 0; page < 4; page += 1) {
      await showHistoryPage(database.knex)(id, later);
      seen.push((await seenBy(database.knex, scene.mainContactId)).length - 1);
    }
    // Two of one day come together; the one before the floor never does.
    expect(seen).toEqual([4, 7, 8, 8]);
    expect(past).toHaveLength(9);
    expect(await unreadOf(scene.mainContactId)).toEqual([fresh]);
    const row = await database.knex('history_backfills').where({ id }).first();
    expect([row.outcome, row.shown, row.total, row.oldest_on]).toEqual(['complete', 8, 8, '2020-06-01']);
    expect(await database.knex('notices').where({ life_id: id }).pluck('kind')).toEqual(['history-shown']);
  });

  test('repeated at once it shows nothing twice and counts nothing twice', async () => {
    const scene = await aSharedScene(setting, { pageDocuments: 3 });
    const id = await scene.backfillOf(scene.codes[0] ?? '');
    await Promise.all(Array.from({ length: 10 }, () => showHistoryPage(database.knex)(id, later)));
    const row = await database.knex('history_backfills').where({ id }).first();
    expect([row.outcome, row.shown, row.total]).toEqual(['complete', 8, 8]);
    const events = await database.knex('events').where({ subject_id: id }).orderBy('seq').pluck('kind');
    expect(events).toEqual([
      'history-backfill.begun',
      'history-backfill.continued',
      'history-backfill.continued',
      'history-backfill.completed',
    ]);
  });

  test('a number ticked while its past is coming: all of it arrives as read for both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const scene = await aSharedScene(setting, { pageDocuments: 2 });
      const sharing = await invite(scene, `${randomUUID()}@example.com`);
      await acceptAs(database.knex, sharing);
      const { user_id: userId } = await database.knex('sharings').where({ id: sharing }).first();
      const id = await scene.backfillOf(scene.codes[0] ?? '');
      await Promise.all([
        tickNumbers(database.knex)(changing(sharing, scene.mainContactId), scene.codes),
        ...Array.from({ length: 6 }, () => showHistoryPage(database.knex)(id, later)),
      ]);
      expect((await seenBy(database.knex, userId)).length).toBe(8);
      expect([await unreadOf(userId), await unreadOf(scene.mainContactId)]).toEqual([[], []]);
    }
  });

  test('opt-out while it comes: partial, what came stays; received again only what lies between comes, and once', async () => {
    const scene = await aSharedScene(setting, { pageDocuments: 3 });
    const [code = ''] = scene.codes;
    const id = await scene.backfillOf(code);
    await showHistoryPage(database.knex)(id, later);
    const kept = await seenBy(database.knex, scene.mainContactId);
    await optOut(scene, code);
    const row = await showHistoryPage(database.knex)(id, later);
    expect([row.closed?.outcome, row.shown]).toEqual(['partial', 4]);
    const between = await scene.publish(code, '2027-02-10', '2027-02-10T09:00:00.000Z');
    expect(await seenBy(database.knex, scene.mainContactId)).toEqual(kept);
    await database.knex('issued_document_reads').where({ document_id: kept[0] }).delete();
    const again = await scene.receiveAgain(code, '2027-02-20T09:00:00.000Z');
    for (let page = 0; page < 4; page += 1)
      await showHistoryPage(database.knex)(again, '2027-02-20T09:00:01.000Z');
    const whole = await database.knex('history_backfills').where({ id: again }).first();
    // The one published between, and the four that had not come before; what he marked as unread stays so.
    expect([whole.outcome, whole.shown, whole.total]).toEqual(['complete', 5, 5]);
    expect(await unreadOf(scene.mainContactId)).toEqual([kept[0]]);
    expect(await seenBy(database.knex, scene.mainContactId)).toContain(between);
  });

  test('out of an older archive: as read, by paper, within the floor', async () => {
    const scene = await aSharedScene(setting, { shown: true });
    const [code = ''] = scene.codes;
    const seen = await seenBy(database.knex, scene.mainContactId);
    const old = await scene.importArchive(code, ['2021-05-05', '2019-05-05'], later);
    const now = await seenBy(database.knex, scene.mainContactId);
    expect(now.filter((each) => !seen.includes(each))).toEqual([old[0]]);
    expect(await unreadOf(scene.mainContactId)).toEqual([]);
    const rows = await database.knex('issued_documents').whereIn('id', [...old]);
    expect(rows.map((row) => [row.channel, row.is_archived])).toEqual([
      ['paper', 1],
      ['paper', 1],
    ]);
  });
});

async function optOut(scene: SharedScene, code: string): Promise<void> {
  const { id } = await database.knex('receptions').where({ active_key: code }).first<{ id: string }>('id');
  const request = requestAt(later);
  await commandReception(
    database.knex,
    'optOut',
  )({ receptionId: id, actor: actorOf(scene.mainContactId), request });
}

/** A sharing of the first number, accepted by that person or by a newcomer. */
async function accepted(userId: string | null = null) {
  const scene = await aSharedScene(setting, { shown: true });
  const email = userId === null ? `${randomUUID()}@example.com` : (await user(userId)).email;
  const id = await invite(scene, email, scene.codes.slice(0, 1));
  await acceptAs(database.knex, id, userId);
  const row = await database.knex('sharings').where({ id }).first<{ user_id: string }>();
  return { scene, id, userId: row.user_id };
}

const unreadOf = (userId: string) => seenBy(database.knex, userId, { unread: true });
