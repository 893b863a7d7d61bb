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
import type { CaseInputs } from '../../domain/document-case.ts';
import { databaseSetting } from '../support/database-setting.ts';
import type { World } from '../support/fixtures.ts';
import { createWorld } from '../support/fixtures.ts';
import type { TwoAccounts } from '../support/merge-stories.ts';
import { twoAccounts } from '../support/merge-stories.ts';
import { outcomeOf } from '../support/outcome.ts';
import { anIssuer } from '../support/publication-stories.ts';
import type { SharedScene } from '../support/sharing-stories.ts';
import { requestAt } from '../support/requests.ts';
import { aSharedScene } from '../support/sharing-stories.ts';
import { staffMember } from '../support/staff.ts';

const at = '2027-02-02T14:00:00.000Z';
const later = '2027-02-03T10:00:00.000Z';
let world: World;
let staff: Actor;
/** What they act on, one after the other. */
let two: TwoAccounts;
let scene: SharedScene;
let issuer: Awaited<ReturnType<typeof anIssuer>>;
let itemId: string;
beforeAll(async () => {
  world = await createWorld();
  const setting = databaseSetting(world.knex);
  staff = await staffMember(world.knex);
  two = await twoAccounts(setting, at);
  scene = await aSharedScene(setting);
  issuer = await anIssuer(setting);
  ({ itemId } = await world.arrive());
}, 60_000);
afterAll(() => world.close());

type Act = (by: Actor) => Promise<unknown>;

const held = () => ({ documentId: null, clientCodeId: scene.codes[0] ?? '', reason: 'A tax audit' });

const onMerge =
  (name: 'approve' | 'refuse'): (() => Promise<Act>) =>
  async () => {
    const mergeId = await two.consented();
    return (actor) => two.command(name, mergeId, actor, later);
  };

const onReception =
  (name: 'deactivate' | 'reportBounce'): (() => Act) =>
  () =>
  (actor) =>
    commandReception(world.knex, name)({ receptionId: two.receptionId, actor, request: requestAt(later) });

const onCase =
  <Name extends 'assign' | 'reject'>(name: Name, inputOf: () => Promise<CaseInputs[Name]>) =>
  async (): Promise<Act> => {
    const { caseId } = await issuer.publish(at, { clientCode: 'NOBODY1' });
    const input = await inputOf();
    return (actor) => commandCase(world.knex)(name, { caseId, actor, request: requestAt(later), input });
  };

const onBackfill =
  (name: 'pause' | 'drop'): (() => Promise<Act>) =>
  async () => {
    const backfillId = await scene.backfillOf(scene.codes[0] ?? '');
    return (actor) => commandBackfill(world.knex, name)({ backfillId, actor, request: requestAt(later) });
  };

const onLetter =
  <Name extends CommandName>(name: Name, input: CommandInputs[Name]): (() => Act) =>
  () =>
  (actor) =>
    commandMailItem(world.knex, name)({ itemId, actor, request: requestAt(at), input });

/** What only staff of the operator do; each is made ready, and then asked by somebody. */
const acts: readonly (readonly [string, () => Act | Promise<Act>])[] = [
  [
    'keeps documents from being destroyed',
    () => (actor) => placeHold(world.knex)(held(), { actor, at }, requestAt(at)),
  ],
  [
    'lets documents go',
    async () => {
      const { id } = await placeHold(world.knex)(held(), { actor: staff, at }, requestAt(at));
      return (actor) => releaseHold(world.knex)(id, { actor, at: later }, requestAt(later));
    },
  ],
  [
    'undoes a merge of accounts',
    async () => {
      const mergeId = await two.consented();
      await two.command('approve', mergeId, two.colleague);
      return (actor) => two.command('revert', mergeId, actor, later);
    },
  ],
  ['refuses a merge of accounts', onMerge('refuse')],
  ['approves a merge of accounts', onMerge('approve')],
  ['says whose a document is', onCase('assign', async () => ({ clientCodeId: await issuer.clientCodeId() }))],
  ['rejects a document', onCase('reject', () => Promise.resolve({ reason: 'unknown-client' as const }))],
  ['pauses a back-fill', onBackfill('pause')],
  ['drops a back-fill', onBackfill('drop')],
  ['reports a mail that came back', onReception('reportBounce')],
  ['puts a customer back on paper', onReception('deactivate')],
  [
    'names another main contact',
    () => (actor) => {
      const contact = { clientCodeId: two.clientCodeId, email: 'another@customer.example', language: 'nl' };
      return replaceContact(world.knex)(contact, actor, requestAt(later));
    },
  ],
  ['holds a letter', onLetter('hold', {})],
  ['releases a letter', onLetter('release', {})],
  [
    'holds a scan whose paper has left',
    async () => {
      const { itemId: gone } = await world.arrive();
      const closed = { outcome: 'forwarded', closed_at: new Date() };
      await world.knex('mail_items').where({ id: gone }).update(closed);
      return (actor) => holdScan(world.knex, 'hold')(gone, actor, requestAt(at));
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

describe.each(acts)('[check 10] of the operator: who %s', (_words, prepare) => {
  test('is staff of the operator when it is written; who was, and staff of a site, write nothing', async () => {
    const act = await prepare();
    const before = await told();
    const former = await staffMember(world.knex);
    await world.knex('staff_roles').where({ user_id: former.id }).delete();
    expect(await outcomeOf(act(former))).toBe('right.missing');
    const elsewhere = await staffMember(world.knex, { siteId: await world.siteId('brussel') });
    expect(await outcomeOf(act(elsewhere))).toBe('right.missing');
    expect(await told()).toBe(before);
    expect(await outcomeOf(act(staff))).not.toBe('right.missing');
  });
});

/** What staff of a site do with its paper, and what a letter costs. */
const ofSite: readonly (readonly [string, () => Act])[] = [
  ['begins a task', onLetter('beginTask', {})],
  ['completes a task', onLetter('completeTask', { happenedAt: at, outcome: 'destroyed' })],
  ['reports that a task failed', onLetter('failTask', { reason: 'damaged' })],
  ['corrects a weight', onLetter('correctFacts', { weightGrams: 900, format: 'letter' })],
  ['offers a price', onLetter('offerQuote', { cents: 1_200 })],
];

describe.each(ofSite)('[check 10] of a site: who %s', (_words, prepare) => {
  test('works at that site when it is written; who did, or works at another one, writes nothing', async () => {
    const act = prepare();
    const before = await told();
    const siteId = await world.siteId('brussel');
    const former = await staffMember(world.knex, { siteId });
    await world.knex('staff_roles').where({ user_id: former.id }).delete();
    expect(await outcomeOf(act(former))).toBe('right.missing');
    const elsewhere = await staffMember(world.knex, { siteId: await anotherSite(siteId) });
    expect(await outcomeOf(act(elsewhere))).toBe('right.missing');
    expect(await told()).toBe(before);
    expect(await outcomeOf(act(await staffMember(world.knex, { siteId })))).not.toBe('right.missing');
  });
});

async function anotherSite(siteId: string): Promise<string> {
  const row = await world.knex('sites').whereNot({ id: siteId }).first<{ id: string }>('id');
  return row.id;
}

test('[check 10] a role that is being taken away is waited for: whoever loses it in that moment writes nothing', async () => {
  const leaving = await staffMember(world.knex);
  const taking = await world.knex.transaction();
  await taking('staff_roles').where({ user_id: leaving.id }).delete();
  const placed = outcomeOf(placeHold(world.knex)(held(), { actor: leaving, at }, requestAt(at)));
  expect(await Promise.race([placed, pause(200, 'waits')])).toBe('waits');
  await taking.commit();
  expect(await placed).toBe('right.missing');
  expect(await world.knex('retention_holds').where({ placed_by: leaving.id })).toEqual([]);
});
