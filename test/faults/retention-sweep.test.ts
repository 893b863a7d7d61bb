/** The daily sweep of retention, its worker killed three times in one run (X-02; F02, F16). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays, addMonths, dayOf, instantOf } from '../../domain/calendar.ts';
import { createDiskStore } from '../../platform/disk-store.ts';
import { scheduleId } from '../../workers/schedules.ts';
import { retentionSweepName } from '../../workflows/retention/messages.ts';
import { anIssuer } from '../support/publication-stories.ts';
import { violationsIn } from '../support/invariants.ts';
import { isSettled } from '../support/invariants/lives.ts';
import { aRetained } from '../support/retained.ts';
import type { OpenScene } from '../support/scene.ts';
import { openScene } from '../support/scene.ts';
import { until } from '../support/wait.ts';
import type { HeldMoment } from './held.ts';
import { heldWorkers } from './held.ts';
import { stageOn } from './people/stage.ts';

let scene: OpenScene;
beforeAll(async () => {
  scene = await openScene();
}, 400_000);
afterAll(() => scene.close());

const workflowId = scheduleId(retentionSweepName, 'mailroom');
const kills: readonly (readonly [activity: string, moment: HeldMoment])[] = [
  ['warnOfDestruction', 'after'],
  ['destroyDueDocuments', 'during'],
  ['destroyDueDocuments', 'gone'],
];

test('killed after a warning, before keys are destroyed and after an object is: the same sweep goes on, each has happened once', async () => {
  const { product } = scene;
  const { knex, workers, temporal } = product;
  const held = heldWorkers(product);
  const { issuerId, code, house } = await anIssuer(stageOn(product, held));
  // Shown a year longer than the law asks: the end is a day like any other, not 1 January.
  const retention = { displayYears: 11, legalYears: 10, warnDays: 30 };
  await knex('policy_sets')
    .where({ brand_id: house.brandId })
    .update({ documents: JSON.stringify({ retention }) });
  const store = await createDiskStore(product.objectFolder);
  const elevenYearsAgo = addMonths(dayOf(instantOf(Date.now()), 'Europe/Brussels'), -12 * 11);
  const due = await aRetained(knex, store, code, addDays(elevenYearsAgo, -3));
  const dueSoon = await aRetained(knex, store, code, addDays(elevenYearsAgo, 10));
  await Promise.all(workers.map((each) => each.kill()));

  for (const [index, [activity, moment]] of kills.entries()) {
    held.letGo();
    held.aim({ workflowId, activity, moment });
    await held.start('before');
    if (index === 0)
      await temporal.workflow.start(retentionSweepName, { workflowId, taskQueue: 'mailroom', args: [] });
    await held.kill();
  }
  await Promise.all(workers.map((each) => each.start()));
  expect(await temporal.workflow.getHandle(workflowId).result()).toMatchObject({ warned: 0, destroyed: 0 });
  await until('nothing is under way', () => isSettled(product), 180_000);

  const destroyed = await knex('events').where({ kind: 'issued-document.destroyed', subject_id: issuerId });
  expect(destroyed).toHaveLength(1);
  expect(destroyed[0].body).toContain(due.id);
  expect(await knex('issued_documents').where({ id: due.id }).first('destroyed_at')).not.toMatchObject({
    destroyed_at: null,
  });
  expect([await store.exists(due.blobId), await store.exists(dueSoon.blobId)]).toEqual([false, true]);
  const told = await knex('events').where({ kind: 'issued-documents.ending-told' });
  expect(told.map(({ subject_id: id }) => id)).toEqual([house.userId]);
  const notices = await knex('personal_notices').where({ kind: 'documents-ending' });
  expect(notices.map(({ told_at: at }) => at !== null)).toEqual([true]);
  expect(await violationsIn(scene)).toEqual([]);
}, 400_000);
