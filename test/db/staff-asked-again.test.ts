/** Check 10 where staff act on money, rights or what is destroyed: their role is asked again in the transaction that acts. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '../../db/changes/append-event.ts';
import { commandBackfill } from '../../db/changes/carry-out-backfill.ts';
import { commandCase } from '../../db/changes/command-document-case.ts';
import { commandMailItem } from '../../db/changes/command-mail-item.ts';
import { commandReception } from '../../db/changes/command-reception.ts';
import { holdScan } from '../../db/changes/hold-scan.ts';
import { promiseDecisionDays } from '../../db/changes/promise-decision-days.ts';
import { replaceContact } from '../../db/changes/replace-contact.ts';
import { placeHold, releaseHold } from '../../db/changes/retention-holds.ts';
import type { CommandInputs, CommandName } from '../../domain/commands.ts';
import { databaseSetting } from '../support/database-setting.ts';
import type { World } from '../support/fixtures.ts';
import { createWorld } from '../support/fixtures.ts';
import { twoAccounts } from '../support/merge-stories.ts';
import { outcomeOf } from '../support/outcome.ts';
import { anIssuer } from '../support/publication-stories.ts';
import { aSharedScene, requestAt } from '../support/sharing-stories.ts';
import { staffMember } from '../support/staff.ts';

const at = '2027-02-02T14:00:00.000Z';
const later = '2027-02-03T10:00:00.000Z';
let world: World;
let staff: Actor;
beforeAll(async () => {
  world = await createWorld();
  staff = await staffMember(world.knex);
}, 60_000);
afterAll(() => world.close());

const setting = () => databaseSetting(world.knex);

type Act = (by: Actor) => Promise<unknown>;

async function held(): Promise<{ readonly documentId: null; readonly clientCodeId: string; reason: string }> {
  const { codes } = await aSharedScene(setting());
  return { documentId: null, clientCodeId: codes[0] ?? '', reason: 'A tax audit' };
}

const onCase =
  (name: 'assign' | 'reject'): (() => Promise<Act>) =>
  async () => {
    const { publish, clientCodeId } = await anIssuer(setting());
    const { caseId } = await publish(at, { clientCode: 'NOBODY1' });
    const assign = { clientCodeId: await clientCodeId() };
    return (actor) => {
      const command = { caseId, actor, request: requestAt(later) };
      return name === 'assign'
        ? commandCase(world.knex)('assign', { ...command, input: assign })
        : commandCase(world.knex)('reject', { ...command, input: { reason: 'unknown-client' } });
    };
  };

const onBackfill =
  (name: 'pause' | 'drop'): (() => Promise<Act>) =>
  async () => {
    const scene = await aSharedScene(setting());
    const backfillId = await scene.backfillOf(scene.codes[0] ?? '');
    return (actor) => commandBackfill(world.knex, name)({ backfillId, actor, request: requestAt(later) });
  };

const onReception =
  (name: 'deactivate' | 'reportBounce'): (() => Promise<Act>) =>
  async () => {
    const { receptionId } = await twoAccounts(setting(), at);
    return (actor) => commandReception(world.knex, name)({ receptionId, actor, request: requestAt(later) });
  };

const onMerge =
  (name: 'approve' | 'refuse'): (() => Promise<Act>) =>
  async () => {
    const two = await twoAccounts(setting(), at);
    const mergeId = await two.consented();
    return (actor) => two.command(name, mergeId, actor, later);
  };

const onLetter =
  <Name extends CommandName>(name: Name, input: CommandInputs[Name]): (() => Promise<Act>) =>
  async () => {
    const { itemId } = await world.arrive();
    return (actor) => commandMailItem(world.knex, name)({ itemId, actor, request: requestAt(at), input });
  };

/** What only staff of the operator do; each is made ready, and then asked by somebody. */
const acts: readonly (readonly [string, () => Promise<Act>])[] = [
  [
    'keeps documents from being destroyed',
    async () => {
      const what = await held();
      return (actor) => placeHold(world.knex)(what, { actor, at }, requestAt(at));
    },
  ],
  [
    'lets documents go',
    async () => {
      const { id } = await placeHold(world.knex)(await held(), { actor: staff, at }, requestAt(at));
      return (actor) => releaseHold(world.knex)(id, { actor, at: later }, requestAt(later));
    },
  ],
  [
    'undoes a merge of accounts',
    async () => {
      const two = await twoAccounts(setting(), at);
      const mergeId = await two.consented();
      await two.command('approve', mergeId, two.colleague);
      return (actor) => two.command('revert', mergeId, actor, later);
    },
  ],
  ['approves a merge of accounts', onMerge('approve')],
  ['refuses a merge of accounts', onMerge('refuse')],
  ['says whose a document is', onCase('assign')],
  ['rejects a document', onCase('reject')],
  ['pauses a back-fill', onBackfill('pause')],
  ['drops a back-fill', onBackfill('drop')],
  ['puts a customer back on paper', onReception('deactivate')],
  ['reports a mail that came back', onReception('reportBounce')],
  [
    'names another main contact',
    async () => {
      const { clientCodeId } = await twoAccounts(setting(), at);
      const contact = { clientCodeId, email: 'another@customer.example', language: 'nl' };
      return (actor) => replaceContact(world.knex)(contact, actor, requestAt(later));
    },
  ],
  ['holds a letter', onLetter('hold', {})],
  ['releases a letter', onLetter('release', {})],
  [
    'holds a scan whose paper has left',
    async () => {
      const { itemId } = await world.arrive();
      await world
        .knex('mail_items')
        .where({ id: itemId })
        .update({ outcome: 'forwarded', closed_at: new Date() });
      return (actor) => holdScan(world.knex, 'hold')(itemId, actor, requestAt(at));
    },
  ],
  [
    'writes down what was promised to a customer',
    async () => {
      const box = await world.knex('postboxes').whereNull('closed_at').first('id', 'version');
      const promised = { postboxId: box.id, days: 20, version: box.version };
      return (actor) => promiseDecisionDays(world.knex)(promised, actor, at);
    },
  ],
];

const told = async () => Number((await world.knex('events').count<{ n: number }[]>({ n: '*' }))[0]?.n);

describe.each(acts)('[check 10] who %s', (_words, prepare) => {
  test('is staff of the operator when it is written; who was, and staff of a site, write nothing', async () => {
    const act = await prepare();
    const before = await told();
    const former = await staffMember(world.knex);
    await world.knex('staff_roles').where({ user_id: former.id }).delete();
    expect(await outcomeOf(act(former))).toBe('right.missing');
    const elsewhere = await staffMember(world.knex, 'site', await world.siteId('brussel'));
    expect(await outcomeOf(act(elsewhere))).toBe('right.missing');
    expect(await told()).toBe(before);
    expect(await outcomeOf(act(staff))).not.toBe('right.missing');
  });
});

/** What staff of a site do with its paper, and what a letter costs. */
const ofSite: readonly (readonly [string, () => Promise<Act>])[] = [
  ['begins a task', onLetter('beginTask', {})],
  ['completes a task', onLetter('completeTask', { happenedAt: at, outcome: 'destroyed' })],
  ['reports that a task failed', onLetter('failTask', { reason: 'damaged' })],
  ['corrects a weight', onLetter('correctFacts', { weightGrams: 900, format: 'letter' })],
  ['offers a price', onLetter('offerQuote', { cents: 1_200 })],
];

describe.each(ofSite)('[check 10] who %s', (_words, prepare) => {
  test('works at that site when it is written; who did, or works at another one, writes nothing', async () => {
    const act = await prepare();
    const before = await told();
    const siteId = await world.siteId('brussel');
    const former = await staffMember(world.knex, 'site', siteId);
    await world.knex('staff_roles').where({ user_id: former.id }).delete();
    expect(await outcomeOf(act(former))).toBe('right.missing');
    const elsewhere = await staffMember(world.knex, 'site', await anotherSite(siteId));
    expect(await outcomeOf(act(elsewhere))).toBe('right.missing');
    expect(await told()).toBe(before);
    expect(await outcomeOf(act(await staffMember(world.knex, 'site', siteId)))).not.toBe('right.missing');
  });
});

async function anotherSite(siteId: string): Promise<string> {
  const row = await world.knex('sites').whereNot({ id: siteId }).first<{ id: string }>('id');
  return row.id;
}

test('[check 10] a role that is being taken away is waited for: whoever loses it in that moment writes nothing', async () => {
  const leaving = await staffMember(world.knex);
  const what = await held();
  const taking = await world.knex.transaction();
  await taking('staff_roles').where({ user_id: leaving.id }).delete();
  const placed = outcomeOf(placeHold(world.knex)(what, { actor: leaving, at }, requestAt(at)));
  expect(await Promise.race([placed, pause(200, 'waits')])).toBe('waits');
  await taking.commit();
  expect(await placed).toBe('right.missing');
  expect(await world.knex('retention_holds').where({ placed_by: leaving.id })).toEqual([]);
});
