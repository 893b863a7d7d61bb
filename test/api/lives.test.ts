/** The way of a command to its life when a worker died at the wrong moment (I6, I7; F02, F03). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { commandMailItem } from '../../db/changes/command-mail-item.ts';
import { mailItemToStart } from '../../db/queries/life-starts.ts';
import type { CommandMessage } from '../../workflows/mail-item/messages.ts';
import { factsChanged } from '../../workflows/mail-item/messages.ts';
import { lifeId } from '../../workflows/start.ts';
import type { LivingWorld } from '../support/living-world.ts';
import { createLivingWorld } from '../support/living-world.ts';
import { stageSeen } from '../support/lives.ts';
import { requestAt } from '../support/requests.ts';
import { staffMember } from '../support/staff.ts';
import { until } from '../support/wait.ts';

let world: LivingWorld;

beforeAll(async () => {
  world = await createLivingWorld();
});
afterAll(() => world.close(), 60_000);

const hold = (itemId: string, actor: CommandMessage<'hold'>['actor']): CommandMessage<'hold'> => ({
  itemId,
  actor,
  request: requestAt(world.deps.clock()),
  input: {},
});

test('committed, its worker killed, the row read by the life since: asked once more it gives what it gave', async () => {
  const { knex, client, deps } = world;
  const { itemId } = await world.arrive();
  await world.wakeAll();
  const before = await mailItemToStart(knex, itemId);
  if (before === null) throw new Error('not received');
  const staff = await staffMember(knex);
  const message = hold(itemId, staff);
  const held = await commandMailItem(knex, 'hold')(message);
  const workflowId = lifeId('mail-item', itemId);
  await client.workflow.getHandle(workflowId).signal(factsChanged);
  const stage = () => stageSeen({ temporal: client }, workflowId);
  await until('the life has read its row', async () => (await stage()) === 'on-hold');

  await expect(deps.lives.commandMailItem('hold', hold(itemId, staff), before)).rejects.toMatchObject({
    refusal: { reason: 'mail-item.on-hold' },
  });
  expect(await deps.lives.commandMailItem('hold', message, before)).toEqual(held);
});
