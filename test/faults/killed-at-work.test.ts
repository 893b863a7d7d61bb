/** Workers killed in the middle of charging and of purging, at exact places and at random (quality.md: F02, F03). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ledgerAccountIds } from '../../db/changes/ledger-accounts.ts';
import { epochOf } from '../../domain/calendar.ts';
import { postingFor } from '../../domain/ledger.ts';
import type { Branch, Letter } from '../support/branch.ts';
import { violationsIn } from '../support/invariants.ts';
import { pickUp } from '../support/mail-items.ts';
import type { OpenScene } from '../support/scene.ts';
import { openScene } from '../support/scene.ts';
import type { Soon } from '../support/soon.ts';
import { until, untilTime } from '../support/wait.ts';
import { withChainsHeld, withCommitsHeld } from '../support/stops.ts';

let scene: OpenScene;
beforeAll(async () => {
  scene = await openScene();
}, 400_000);
afterAll(() => scene.close());

test('each letter is charged once and each scan destroyed once, whenever the workers are killed', async () => {
  const { product } = scene;
  const { knex } = product;
  const { due, prepared } = await scene.beforeDue(prepare);
  const { companies, cleaner, letters, scans } = prepared;
  const binned = scans.slice(0, 6);
  const objects = await objectsOf(binned);

  await untilTime(epochOf(due.at) - 300);
  const chains = [...companies, cleaner].map(({ ground }) => ground.companyId);
  await withChainsHeld(knex, chains, async (held) => {
    await until('objects are gone without a record', () => !objects.some((path) => existsSync(path)));
    await until('letters are being charged', async () => (await held.waiting()) > binned.length);
    await killWorkers();
  });
  expect({ charged: await chargedOf(letters), destroyed: await recordsOf(binned) }).toEqual({
    charged: 0,
    destroyed: 0,
  });

  await withChainsHeld(knex, chains, async (before) => {
    await startWorkers();
    await until('letters are being charged again', async () => (await before.waiting()) >= companies.length);
    await withCommitsHeld(knex, async (held) => {
      await before.release();
      await until('charges are at their COMMIT', async () => (await held.waiting()) >= 3);
      await killWorkers();
    });
  });
  await until('the server has carried out what was left', async () => (await chargedOf(letters)) >= 3);

  await startWorkers();
  const purged = Promise.all(scans.slice(6).map((letter) => purgeNow(cleaner, letter)));
  for (let round = 0; round < 2; round += 1) {
    await pause(randomInt(20, 300));
    await killWorkers();
    await startWorkers();
  }
  expect(await purged).toEqual([200, 200, 200, 200]);
  // An activity whose worker was killed is tried again after a minute.
  await until('every scan has a record', async () => (await recordsOf(scans)) === scans.length, 100_000);
  expect(await violationsIn(scene)).toEqual([]);
  expect(await chargedOf(letters)).toBe(letters.length);
}, 400_000);

/** Twenty letters of four companies, and ten scans of a fifth, of which six are in the trash: all due at once. */
async function prepare({ zone }: Soon) {
  const companies = await Promise.all([1, 2, 3, 4].map(() => scene.open({ zone })));
  await openAccounts(companies);
  const trash = { days: 0, confirmationMinutes: 10 };
  const cleaner = await scene.open({ zone, policy: { trash } });
  const letters = (await Promise.all(companies.map((company) => company.arrive(5)))).flat();
  const scans = await cleaner.arrive(10);
  await Promise.all(scans.map((scan) => scene.portal.insist(cleaner.decision(scan, pickUp))));
  await Promise.all(scans.slice(0, 6).map((scan) => scene.portal.insist(cleaner.trash(scan))));
  return { companies, cleaner, letters, scans };
}

const killWorkers = () => Promise.all(scene.product.workers.map((each) => each.kill()));
const startWorkers = () => Promise.all(scene.product.workers.map((each) => each.start()));

/** As if they had been charged before: who is the first one ever is waited for by all others. */
async function openAccounts(branches: readonly Branch[]): Promise<void> {
  const kinds = postingFor({ kind: 'storage', amountCents: 1 }).map(({ account }) => account);
  for (const { ground } of branches)
    await scene.product.knex.transaction((trx) => ledgerAccountIds(trx, ground.companyId, kinds));
}

/** Into the trash, and gone at once: asked for twice, as decided. */
async function purgeNow(branch: Branch, letter: Letter): Promise<number> {
  const { portal } = scene;
  const stay = await portal.insist(branch.trash(letter));
  const offer = await portal.insist(branch.purge(stay.body.id));
  return (await portal.insist(branch.purge(stay.body.id, offer.body.confirmationToken))).status;
}

/** Where the sealed objects of these scans lie. */
async function objectsOf(scans: readonly Letter[]): Promise<string[]> {
  const { knex, objectFolder } = scene.product;
  const documents = scans.map(({ documentId }) => documentId);
  const ids: string[] = await knex('documents').whereIn('id', documents).pluck('blob_id');
  return ids.map((id) => join(objectFolder, id.slice(-2), id));
}

async function recordsOf(scans: readonly Letter[]): Promise<number> {
  const documents = scans.map(({ documentId }) => documentId);
  const ids: string[] = await scene.product
    .knex('events')
    .where({ kind: 'document.purged' })
    .whereIn('subject_id', documents)
    .pluck('id');
  return ids.length;
}

/** Storage charges of these letters. */
async function chargedOf(letters: readonly Letter[]): Promise<number> {
  const ids = letters.map(({ id }) => id);
  const charges = scene.product.knex('ledger_transactions').where({ kind: 'storage' });
  return ((await charges.whereIn('subject_id', ids).pluck('id')) as string[]).length;
}
