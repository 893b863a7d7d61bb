/** Merges on the database: what moves and goes back, and everything that may come at the same instant (WF-37). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { revokeSharing, tickNumbers } from '../../db/changes/change-sharing.ts';
import { commandReception } from '../../db/changes/command-reception.ts';
import { inviteSharing } from '../../db/changes/invite-sharing.ts';
import { askForMergeByIssuer } from '../../db/changes/open-account-merge.ts';
import { carryOutMergeAct } from '../../db/changes/command-account-merge.ts';
import { readings } from '../../db/queries/readers.ts';
import { databaseSetting } from '../support/database-setting.ts';
import type { TwoAccounts } from '../support/merge-stories.ts';
import { twoAccounts } from '../support/merge-stories.ts';
import { outcomeOf } from '../support/outcome.ts';
import type { Setting } from '../support/stories.ts';
import { migratedDatabase } from './own-database.ts';
import type { OwnDatabase } from './own-database.ts';

const at = '2027-02-02T14:00:00.000Z';
const later = '2027-02-03T10:00:00.000Z';
let database: OwnDatabase;
let setting: Setting;
let two: TwoAccounts;
beforeAll(async () => {
  database = await migratedDatabase();
  setting = databaseSetting(database.knex);
});
afterAll(() => database.drop());
beforeEach(async () => {
  two = await twoAccounts(setting, at);
});

const knex = () => database.knex;
const account = (id: string) => knex()('recipient_accounts').where({ id }).first();
const reception = () => knex()('receptions').where({ id: two.receptionId }).first();
const sees = async (userId: string) =>
  (await readings(knex(), await knex()('client_codes').pluck('id')))
    .filter((each) => each.userId === userId)
    .map(({ accountId, clientCodeId }) => `${accountId} ${clientCodeId}`);
const approve = (mergeId: string) => two.command('approve', mergeId, two.colleague);
const revert = (mergeId: string, when = later) => two.command('revert', mergeId, two.staff, when);
const optOut = () =>
  commandReception(
    knex(),
    'optOut',
  )({
    ...{ receptionId: two.receptionId, actor: two.contactOf(two.sourceId), request: two.request() },
  });

describe('what moves', () => {
  test('reception and code: the target receives, the code works there again after an opt-out, the source sees nothing', async () => {
    const mergeId = await two.consented();
    await approve(mergeId);
    expect(await sees(two.sourceId)).toEqual([]);
    expect(await sees(two.targetId)).toEqual([`${two.targetId} ${two.clientCodeId}`]);
    expect((await account(two.sourceId)).closed_at).not.toBeNull();
    await optOut();
    expect(await outcomeOf(two.add(two.sourceId, later))).toBe('activation-code.unusable');
    expect(await outcomeOf(two.add(two.targetId, later))).toBe('done');
    const another = await two.anotherCode();
    expect(await outcomeOf(two.add(two.sourceId, later, another))).toBe('done');
    // He logs in still: a code opens an account of his own again, and not the closed one (WF-31).
    const opened = await knex()('recipient_accounts').where({
      main_contact_id: two.sourceId,
      closed_at: null,
    });
    expect(opened).toEqual([expect.objectContaining({ company_name: 'Another customer' })]);
  });

  test('[WF-37] read marks: union for who keeps the account, and back to what they were', async () => {
    const [read, own, both] = [await aDocument(), await aDocument(), await aDocument()];
    await mark(two.sourceId, read, both);
    await mark(two.targetId, own, both);
    const before = [await marks(two.sourceId), await marks(two.targetId)];
    const mergeId = await two.consented();
    await approve(mergeId);
    expect((await marks(two.targetId)).map(([id]) => id)).toEqual([read, own, both].toSorted());
    await revert(mergeId);
    expect([await marks(two.sourceId), await marks(two.targetId)]).toEqual(before);
  });

  test('[WF-37] shares: whoever saw a client code sees it still, ticks are no more than they were, and all goes back', async () => {
    const alone = await two.share(two.sourceId, [two.clientCodeId]);
    const unticked = await two.share(two.sourceId, []);
    const both = await two.share(two.sourceId, [two.clientCodeId]);
    const other = await two.share(two.targetId, [], both.userId);
    const contact = await two.share(two.sourceId, [two.clientCodeId], two.targetId);
    const mergeId = await two.consented();
    await approve(mergeId);
    const seen = `${two.targetId} ${two.clientCodeId}`;
    expect(await sees(alone.userId)).toEqual([seen]);
    expect(await sees(unticked.userId)).toEqual([]);
    expect(await sees(both.userId)).toEqual([seen]);
    expect(await sees(two.targetId)).toEqual([seen]);
    const ended = knex()('sharings').whereIn('id', [both.id, contact.id]).whereNotNull('revoked_at');
    expect(await ended.clone()).toHaveLength(2);
    await revert(mergeId);
    const back = `${two.sourceId} ${two.clientCodeId}`;
    for (const userId of [alone.userId, both.userId, two.targetId, two.sourceId])
      expect(await sees(userId)).toEqual([back]);
    expect(await knex()('shared_numbers').where({ sharing_id: other.id })).toEqual([]);
    expect(await ended).toHaveLength(0);
  });

  test('the case says that the contact stays: he is somebody with whom it is shared, until it is undone', async () => {
    const mergeId = await two.consented(at, true);
    await approve(mergeId);
    expect(await sees(two.sourceId)).toEqual([`${two.targetId} ${two.clientCodeId}`]);
    await revert(mergeId);
    expect(await sees(two.sourceId)).toEqual([`${two.sourceId} ${two.clientCodeId}`]);
    expect(await knex()('sharings').where({ user_id: two.sourceId, revoked_at: null })).toEqual([]);
  });

  test('the enterprise number goes with it and comes back; meanwhile nobody else opens an account under it', async () => {
    const number = `BE${String(Date.now()).slice(-10)}`;
    await knex()('recipient_accounts')
      .where({ id: two.sourceId })
      .update({ enterprise_number: number, open_number: number, kind: 'b2b' });
    const mergeId = await two.consented();
    await approve(mergeId);
    expect(await account(two.targetId)).toMatchObject({ open_number: number, kind: 'b2b' });
    const since = await two.share(two.targetId, [two.clientCodeId]);
    await knex()('sharings')
      .where({ id: since.id })
      .update({ accepted_at: new Date(later) });
    await revert(mergeId);
    expect(await account(two.targetId)).toMatchObject({ open_number: null, kind: 'b2c' });
    expect(await account(two.sourceId)).toMatchObject({ open_number: number, kind: 'b2b', closed_at: null });
    // A consumer's account is his alone in this brand (UP-08): what it shared meanwhile is over.
    expect((await knex()('sharings').where({ id: since.id }).first()).revoked_at).not.toBeNull();
  });
});

describe('what goes back', () => {
  test('[WF-37] what has ended goes back ended, and what was received anew since stays with its code', async () => {
    const mergeId = await two.consented();
    await approve(mergeId);
    await optOut();
    const anew = await two.add(two.targetId, later);
    await revert(mergeId);
    expect((await reception()).account_id).toBe(two.sourceId);
    expect(await knex()('receptions').where({ id: anew }).first()).toMatchObject({
      ...{ account_id: two.targetId, active_key: two.clientCodeId },
    });
    expect((await knex()('activation_codes').where({ id: two.codeId }).first()).account_id).toBe(
      two.targetId,
    );
  });

  test('a sharing that was ended since stays ended; a tick given since on what is not the source’s falls away', async () => {
    const [ended, kept] = [
      await two.share(two.sourceId, [two.clientCodeId]),
      await two.share(two.sourceId, []),
    ];
    const mergeId = await two.consented();
    await approve(mergeId);
    await knex()('sharings')
      .where({ id: ended.id })
      .update({ revoked_at: new Date(later), open_key: null });
    const foreign = uuidv7();
    await knex()('client_codes').insert({
      ...{ id: foreign, issuer_id: two.issuer.id, code: `DL2${foreign.slice(-6)}`, prefix: 'DL2' },
      ...{ customer_number: foreign.slice(-6), company_name: 'B', language: 'nl', created_at: new Date(at) },
    });
    await knex()('shared_numbers').insert({
      ...{ sharing_id: kept.id, client_code_id: foreign, ticked_at: new Date(later) },
    });
    await revert(mergeId);
    expect(await knex()('sharings').where({ id: ended.id }).first()).toMatchObject({
      account_id: two.targetId,
    });
    expect(await knex()('sharings').where({ id: kept.id }).first()).toMatchObject({
      account_id: two.sourceId,
    });
    expect(await knex()('shared_numbers').where({ sharing_id: kept.id })).toEqual([]);
  });

  test('who was shared with by both and was taken a tick, or all, meanwhile does not get it back by the undoing', async () => {
    const second = await receivedIn(two.sourceId);
    const less = await two.share(two.sourceId, [two.clientCodeId, second]);
    const lost = await two.share(two.sourceId, [two.clientCodeId]);
    const [lessThere, lostThere] = [
      await two.share(two.targetId, [], less.userId),
      await two.share(two.targetId, [], lost.userId),
    ];
    const mergeId = await two.consented();
    await approve(mergeId);
    expect(await sees(lost.userId)).toEqual([`${two.targetId} ${two.clientCodeId}`]);
    await knex()('shared_numbers').where({ sharing_id: lessThere.id, client_code_id: second }).delete();
    await knex()('sharings')
      .where({ id: lostThere.id })
      .update({ revoked_at: new Date(later), open_key: null });
    await revert(mergeId);
    expect(await sees(lost.userId)).toEqual([]);
    expect(await sees(less.userId)).toEqual([`${two.sourceId} ${two.clientCodeId}`]);
  });

  test('after its days it is final: nothing personal is kept of the sharings that it ended', async () => {
    const contact = await two.share(two.sourceId, [two.clientCodeId], two.targetId);
    const mergeId = await two.consented();
    await approve(mergeId);
    await carryOutMergeAct(knex())(mergeId, 'finish', '2027-02-16T22:59:59.999Z');
    expect((await knex()('account_merges').where({ id: mergeId }).first()).outcome).toBeNull();
    await carryOutMergeAct(knex())(mergeId, 'finish', '2027-02-16T23:00:00.000Z');
    expect(await knex()('sharings').where({ id: contact.id }).first()).toMatchObject({ name: '', email: '' });
    expect(await outcomeOf(revert(mergeId, '2027-02-17T09:00:00.000Z'))).toBe('account-merge.over');
    expect(await knex()('merging_accounts').where({ merge_id: mergeId })).toEqual([]);
  });
});

describe('who may, and what is the same', () => {
  test('asked again it is the same; the other way round or with a third account it waits its turn', async () => {
    const mergeId = await two.ask();
    expect(await two.ask(later)).toBe(mergeId);
    expect(await outcomeOf(two.ask(later, false, two.targetId, two.sourceId))).toBe('account-merge.open');
    const strangers = await twoAccounts(setting, at);
    expect(await outcomeOf(two.ask(later, false, two.sourceId, strangers.targetId))).toBe(
      'account-merge.other-brand',
    );
    await two.command('refuse', mergeId, two.contactOf(two.targetId));
    expect(await two.ask(later)).not.toBe(mergeId);
  });

  test('no yes of a stranger, no approval by who asked, none after the account has another contact', async () => {
    const mergeId = await two.consented();
    expect(await outcomeOf(two.command('consent', mergeId, two.contactOf(uuidv7())))).toBe('not-found');
    expect(await outcomeOf(two.command('approve', mergeId, two.staff))).toBe('account-merge.second-look');
    const successor = await two.share(two.targetId, []);
    await knex()('recipient_accounts')
      .where({ id: two.targetId })
      .update({ main_contact_id: successor.userId });
    expect(await outcomeOf(approve(mergeId))).toBe('account-merge.contact-changed');
    await two.command('consent', mergeId, two.contactOf(successor.userId));
    expect(await outcomeOf(approve(mergeId))).toBe('done');
  });

  test('[UP-15] an issuer hears whether there is anything to do, and no more', async () => {
    const wish = (clientCodeId: string, intoClientCodeId: string) =>
      askForMergeByIssuer(knex())(
        { issuerId: two.issuer.id, clientCodeId, intoClientCodeId },
        two.issuer.actor,
        two.request(),
      );
    expect(await wish(two.clientCodeId, two.clientCodeId)).toBe(false);
    const second = await receivedIn(two.targetId);
    expect(await wish(two.clientCodeId, second)).toBe(true);
    expect(await wish(two.clientCodeId, second)).toBe(true);
    expect(await knex()('account_merges').where({ issuer_id: two.issuer.id })).toHaveLength(1);
    await optOut();
    expect(await wish(two.clientCodeId, second)).toBe(false);
  });
});

describe('at the same instant', () => {
  test('two merges of one account are asked for: one is open', async () => {
    const third = await twoAccounts(setting, at);
    await knex()('recipient_accounts')
      .where({ id: third.targetId })
      .update({ brand_id: (await account(two.sourceId)).brand_id });
    const outcomes = await Promise.all([
      outcomeOf(two.ask()),
      outcomeOf(two.ask(at, false, two.targetId, two.sourceId)),
      outcomeOf(two.ask(at, false, two.targetId, third.targetId)),
    ]);
    expect(outcomes.toSorted()).toEqual(['account-merge.open', 'account-merge.open', 'done']);
  });

  test('approved and a code entered into the account that closes: it moved along, or opened another account', async () => {
    for (let round = 0; round < 4; round += 1) {
      two = await twoAccounts(setting, at);
      const mergeId = await two.consented();
      await optOut();
      const another = await two.anotherCode();
      const [approved, ...added] = await Promise.all([
        outcomeOf(approve(mergeId)),
        outcomeOf(two.add(two.sourceId, later)),
        outcomeOf(two.add(two.sourceId, later, another)),
      ]);
      expect(approved).toBe('done');
      for (const each of added) expect(['done', 'activation-code.unusable']).toContain(each);
      const active = knex()('receptions as r')
        .join('recipient_accounts as a', 'a.id', 'r.account_id')
        .whereNotNull('r.active_key')
        .whereIn('a.main_contact_id', [two.sourceId, two.targetId]);
      const where = (await active.pluck('r.account_id')) as string[];
      expect(where).toHaveLength(added.filter((each) => each === 'done').length);
      expect(where).not.toContain(two.sourceId);
      expect((await sees(two.sourceId)).filter((each) => each.startsWith(two.sourceId))).toEqual([]);
    }
  });

  test('approved and an opt-out: both happen, and it ends in the account where it lies', async () => {
    for (let round = 0; round < 4; round += 1) {
      two = await twoAccounts(setting, at);
      const mergeId = await two.consented();
      expect(await Promise.all([outcomeOf(approve(mergeId)), outcomeOf(optOut())])).toEqual(['done', 'done']);
      expect(await reception()).toMatchObject({ account_id: two.targetId, outcome: 'opted-out' });
    }
  });

  test('[WF-37] approved while sharings are revoked, ticked and begun: each came before it, or finds no such account', async () => {
    for (let round = 0; round < 6; round += 1) {
      two = await twoAccounts(setting, at);
      const both = [two.sourceId, two.targetId];
      await knex()('recipient_accounts').whereIn('id', both).update({ kind: 'b2b' });
      const [revoked, ticked] = [
        await two.share(two.sourceId, [two.clientCodeId]),
        await two.share(two.sourceId, []),
      ];
      const mergeId = await two.consented();
      const actor = two.contactOf(two.sourceId);
      const changing = (sharingId: string) => ({ sharingId, actor, at });
      const fresh = { accountId: two.sourceId, name: 'C', email: `${uuidv7()}@example.com` };
      const invited = { ...fresh, language: 'en', clientCodeIds: [two.clientCodeId] } as const;
      const [merged, ending, ticking, inviting] = await Promise.all([
        outcomeOf(approve(mergeId)),
        outcomeOf(revokeSharing(knex())(changing(revoked.id))),
        outcomeOf(tickNumbers(knex())(changing(ticked.id), [two.clientCodeId])),
        outcomeOf(inviteSharing(knex())(invited, actor, two.request())),
      ]);
      const moved = [`${two.targetId} ${two.clientCodeId}`];
      expect(merged).toBe('done');
      expect(['done', 'not-found']).toContain(inviting);
      expect([ending, await sees(revoked.userId)]).toEqual(
        ending === 'done' ? ['done', []] : ['not-found', moved],
      );
      expect([ticking, await sees(ticked.userId)]).toEqual(
        ticking === 'done' ? ['done', moved] : ['not-found', []],
      );
      expect(await sees(two.sourceId)).toEqual([]);
      // A link that was mailed before leads nowhere while the account is closed.
      const open = knex()('sharings').where({ account_id: two.targetId, accepted_at: null });
      expect(await open).toEqual([]);
    }
  });

  test('approved twice, and refused: one of them counts', async () => {
    const mergeId = await two.consented();
    const outcomes = await Promise.all([
      outcomeOf(approve(mergeId)),
      outcomeOf(approve(mergeId)),
      outcomeOf(two.command('refuse', mergeId, two.contactOf(two.sourceId))),
    ]);
    expect(outcomes.filter((each) => each === 'done')).toHaveLength(1);
    const { account_id: where } = await reception();
    expect(where).toBe(outcomes[2] === 'done' ? two.sourceId : two.targetId);
  });

  test('undone while its window closes, and while it is approved: back altogether or not at all', async () => {
    const mergeId = await two.consented();
    await Promise.all([outcomeOf(approve(mergeId)), outcomeOf(revert(mergeId, at))]);
    const [undone] = await Promise.all([
      outcomeOf(revert(mergeId, '2027-02-16T23:00:00.000Z')),
      carryOutMergeAct(knex())(mergeId, 'finish', '2027-02-16T23:00:00.000Z'),
    ]);
    const row = await knex()('account_merges').where({ id: mergeId }).first();
    const isBack = row.outcome === 'reverted';
    expect(undone === 'done' || row.outcome === 'merged' || isBack).toBe(true);
    expect((await reception()).account_id).toBe(isBack ? two.sourceId : two.targetId);
    expect((await account(two.sourceId)).closed_at === null).toBe(isBack);
  });
});

/** Another client code of the issuer, received in that account. */
async function receivedIn(accountId: string): Promise<string> {
  const [id, receptionId] = [uuidv7(), uuidv7()];
  const tail = id.slice(-6);
  await knex()('client_codes').insert({
    ...{ id, issuer_id: two.issuer.id, code: `DL2${tail}`, prefix: 'DL2', customer_number: tail },
    ...{ company_name: 'B', language: 'nl', created_at: new Date(at) },
  });
  const like = await reception();
  await knex()('receptions').insert({
    ...{ ...like, id: receptionId, client_code_id: id, account_id: accountId, activation_code_id: null },
    active_key: id,
  });
  return id;
}

async function aDocument(): Promise<string> {
  const id = uuidv7();
  await knex()('issued_documents').insert({
    ...{ id, issuer_id: two.issuer.id, client_code_id: two.clientCodeId, client_code: 'DL210001' },
    ...{ number: id, number_key: id, kind: 'invoice', issued_on: '2027-02-01', total_cents: 1 },
    ...{ currency: 'EUR', published_at: new Date(at), content_hash: '0'.repeat(64) },
  });
  return id;
}

async function mark(userId: string, ...documentIds: string[]): Promise<void> {
  const [first = ''] = documentIds;
  for (const id of documentIds)
    await knex()('issued_document_reads').insert({
      ...{ user_id: userId, document_id: id },
      read_at: new Date(Date.parse(at) + (userId === two.sourceId ? 1000 : 2000) + (id === first ? 0 : 5)),
    });
}

async function marks(userId: string): Promise<readonly (readonly [string, Date])[]> {
  const rows = await knex()('issued_document_reads').where({ user_id: userId }).orderBy('document_id');
  return rows.map((row) => [row.document_id as string, row.read_at as Date] as const);
}
