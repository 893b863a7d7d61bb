/** Everything killed at once, Temporal away, MariaDB killed while it commits (quality.md: F04, F05, F06, F11). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Branch, Letter } from '../support/branch.ts';
import { violationsIn } from '../support/invariants.ts';
import { isTold } from '../support/invariants/lives.ts';
import { stageSeen } from '../support/lives.ts';
import { forwardNow, pickUp } from '../support/mail-items.ts';
import { partsOf } from '../support/product.ts';
import type { OpenScene } from '../support/scene.ts';
import { openScene } from '../support/scene.ts';
import { until, untilTime } from '../support/wait.ts';
import { damage } from './damage.ts';
import { withCommitsHeld } from '../support/stops.ts';

let scene: OpenScene;
beforeAll(async () => {
  scene = await openScene();
}, 400_000);
afterAll(() => scene.close());

test('everything is killed between the commit of a decision and its workflow task: the life learns of it', async () => {
  const { product, portal } = scene;
  const { knex, api, workers, servers } = product;
  const { due, prepared } = await scene.beforeDue(async ({ zone }) => {
    const near = await scene.open({ zone });
    const far = await scene.dueLater();
    return { near, far, letters: [...(await near.arrive(2)), ...(await far.arrive(1))] };
  });
  const { near, far, letters } = prepared;
  const [decided, left, decidedLater] = letters;
  if (!decided || !left || !decidedLater) throw new Error('no letters');

  const commands = [near.decision(decided, forwardNow), far.decision(decidedLater, forwardNow)].map(
    (command) => ({ ...command, key: randomUUID() }),
  );
  const lost = await withCommitsHeld(knex, async (held) => {
    const sent = commands.map((command) => portal.send(command).then(String, () => 'lost'));
    await until('both decisions are at their COMMIT', async () => (await held.waiting()) === 2);
    for (const worker of workers) worker.stop();
    return sent;
  });
  await until('both decisions are committed', async () => {
    const ids = letters.map(({ id }) => id);
    const rows: string[] = await knex('mail_items')
      .whereNotNull('decision_kind')
      .whereIn('id', ids)
      .pluck('id');
    return rows.length === 2;
  });
  // MariaDB shows a commit a moment before it lies on the disk, and it is about to be killed.
  await knex.raw('FLUSH ENGINE LOGS');
  await Promise.all([...partsOf(product), servers.temporal, servers.mariadb].map((each) => each.kill()));
  expect(await Promise.all(lost)).toEqual(['lost', 'lost']);

  await Promise.all([servers.temporal.start(), servers.mariadb.start()]);
  await Promise.all(partsOf(product).map((each) => each.start()));
  const knows = async ({ id }: { id: string }) =>
    (await stageSeen(product, `mail-item/${id}`)) === 'forwarding';
  await until('the life knows of the decision', () => knows(decided), 60_000);
  await until('the other life knows of it too', () => knows(decidedLater), 60_000);
  for (const command of commands) {
    const { status, body } = await portal.insist(command);
    expect({ status, version: body.version, stage: body.stage }).toEqual({
      status: 200,
      version: 2,
      stage: 'forwarding',
    });
  }
  await untilTime(Date.parse(due.at) + 3_000);
  expect(await violationsIn(scene)).toEqual([]);
  expect(await chargedOf(letters)).toEqual([left.id]);
  expect(api.said()).toContain('listening');
}, 400_000);

test('Temporal is away: letters are taken in, decisions are asked to come again, lives begin when it is back', async () => {
  const { product, portal } = scene;
  const branch = await scene.dueLater();
  const [known] = await branch.arrive(1);
  if (!known) throw new Error('no letter');
  await until('its life has begun', () => isTold(product));
  await product.servers.temporal.kill();
  const goneAt = Date.now();

  const arrived = [];
  for (let count = 0; count < 3; count += 1) arrived.push(await portal.send(await branch.letter()));
  expect(arrived.map(({ status }) => status)).toEqual([201, 201, 201]);
  const command = { ...branch.decision(known, pickUp), key: randomUUID() };
  const refused = await portal.send(command);
  expect(refused).toMatchObject({ status: 503, body: { reason: 'service.temporal-away' } });
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  await untilTime(goneAt + 20_000);

  await product.servers.temporal.start();
  expect(await portal.insist(command)).toMatchObject({ status: 200, body: { version: 2, stage: 'pick-up' } });
  expect(await violationsIn(scene)).toEqual([]);
}, 400_000);

test('MariaDB is killed at COMMIT, and under load: every outcome is known by its key', async () => {
  const { product, portal } = scene;
  const { mariadb } = product.servers;
  // A company commits one after the other, so there are three of them.
  const branches = [await scene.dueLater(), await scene.dueLater(), await scene.dueLater()];
  const letters: { branch: Branch; letter: Letter }[] = [];
  for (const branch of branches)
    for (const letter of await branch.arrive(2)) letters.push({ branch, letter });
  await until('their lives have begun', () => isTold(product));
  const load = (asked: typeof pickUp, version: number) =>
    Promise.all([
      ...letters.map(({ branch, letter }) => portal.insist(branch.decision(letter, asked, version))),
      ...letters.map(async ({ branch }) => portal.insist(await branch.letter())),
    ]);

  const first = await withCommitsHeld(product.knex, async (held) => {
    const answers = load(pickUp, 1);
    await until('each is at a COMMIT', async () => (await held.waiting()) === branches.length);
    await mariadb.kill();
    return { answers };
  });
  await mariadb.start();
  expect((await first.answers).map(({ status }) => status)).toEqual(allWell);

  const second = load(forwardNow, 2);
  for (let round = 0; round < 2; round += 1) {
    await pause(randomInt(20, 400));
    await mariadb.kill();
    await mariadb.start();
  }
  expect((await second).map(({ status }) => status)).toEqual(allWell);
  expect(await violationsIn(scene)).toEqual([]);
}, 400_000);

test('the checker would have seen it: each kind of damage is named', async () => {
  await damage(scene);
  const found = await violationsIn(scene);
  const named = new Set(found.map((sentence) => sentence.split(':')[0]));
  expect([...named].sort()).toEqual([
    ...['I1', 'I10', 'I12', 'I13', 'I14'],
    ...['I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'I9'],
  ]);
}, 400_000);

const allWell = [...Array<number>(6).fill(200), ...Array<number>(6).fill(201)];

/** Which of these letters were charged for storage. */
async function chargedOf(letters: readonly Letter[]): Promise<string[]> {
  const ids = letters.map(({ id }) => id);
  const charges = scene.product.knex('ledger_transactions').where({ kind: 'storage' });
  return charges.whereIn('subject_id', ids).pluck('subject_id');
}
