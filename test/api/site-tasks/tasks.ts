/** Letters with something to do for their site. */
import { carryOutAct } from '../../../db/changes/carry-out-act.ts';
import { mailItemById } from '../../../db/queries/mail-item.ts';
import { epochOf } from '../../../domain/calendar.ts';
import { nextTimerAct } from '../../../domain/plan.ts';
import { aKey, ifMatch } from '../../support/fixtures.ts';
import type { Arrival, World } from '../../support/fixtures.ts';

/** The open task of a letter. */
export async function openTask({ knex }: World, itemId: string) {
  const row = await knex('site_tasks')
    .where({ open_key: itemId })
    .first<{ id: string; kind: string; due_on: string } | undefined>('id', 'kind', 'due_on');
  if (row === undefined) throw new Error(`letter ${itemId} has no task`);
  return row;
}

/** A letter that somebody has decided about, and its task. */
export async function decided(world: World, decision: object, arrival: Arrival = {}, who = 'an.peeters') {
  const { itemId } = await world.arrive(arrival);
  const answer = await world.http
    .post(`/v1/mail-items/${itemId}/decision`)
    .set({ ...(await world.as(who)), ...aKey(), ...ifMatch(1) })
    .send(decision);
  if (answer.status !== 200) throw new Error(`the decision was refused: ${answer.text}`);
  return { itemId, taskId: (await openTask(world, itemId)).id };
}

/** Its timers go off at their instants, the clock with them, until the next one would be of another kind. */
export async function timersOf({ knex, time }: World, itemId: string, ...kinds: readonly string[]) {
  for (;;) {
    const found = await mailItemById(knex, itemId);
    const act = found && nextTimerAct(found.item);
    if (!act || !kinds.includes(act.kind)) return;
    time.now = Math.max(time.now, epochOf(act.at));
    const { kind, subject, at } = act;
    await carryOutAct(knex)({
      itemId,
      kind: kind as Parameters<ReturnType<typeof carryOutAct>>[0]['kind'],
      subject,
      at,
    });
  }
}

/** A command of the site on a task. */
export function work(
  world: World,
  taskId: string,
  command: string,
  body: object = {},
  key = aKey(),
  site = 'brussel',
) {
  return world.http
    .post(`/v1/site-tasks/${taskId}/${command}`)
    .set({ ...world.asSite(site), ...key })
    .send(body);
}

export const told = ({ status, body }: { status: number; body: { reason?: string } }) => [
  status,
  body.reason,
];
