/** I1: one workflow a row. I5: nothing stuck, open rows are open workflows. */
import type { Knex } from 'knex';
import { lifeNames, tableOfLife, timedLives } from '../../../db/queries/life-starts.ts';
import { accessReviewSweepName } from '../../../workflows/access-review/messages.ts';
import { retentionSweepName } from '../../../workflows/retention/messages.ts';
import { livesOf, troublesOf } from '../lives.ts';
import type { Product } from '../product.ts';
import { until } from '../wait.ts';

/** A timer is this late at most when nobody is away. */
export const TOLERANCE_MS = 3_000;

/** Every life that an event asks for has begun, and every mail has been sent. */
export function isTold({ knex }: Product): Promise<boolean> {
  return areEmpty([knex('events').whereNull('wake_done_at'), knex('notices').whereNull('told_at')]);
}

/** The same, and every command has been confirmed, and no act is past its time. */
export async function isSettled(product: Product): Promise<boolean> {
  const { knex } = product;
  const late = new Date(Date.now() - TOLERANCE_MS);
  const pastTheirTime = timedLives.map((life) =>
    knex(tableOfLife(life)).whereNull('closed_at').where('next_act_at', '<', late),
  );
  return (await isTold(product)) && areEmpty([knex('events').whereNull('confirm_done_at'), ...pastTheirTime]);
}

async function areEmpty(queries: readonly Knex.QueryBuilder[]): Promise<boolean> {
  const left = await Promise.all(queries.map((query) => query.count('* as n').first<{ n: number }>()));
  return left.every(({ n }) => n === 0);
}

export async function checkLives(product: Product): Promise<string[]> {
  let wrong: string[] = [];
  // A life whose worker was killed after its row was written goes on when its task has timed out.
  await until(
    'rows and lives agree',
    async () => (wrong = await compare(product)).length === 0,
    60_000,
  ).catch(() => undefined);
  return wrong;
}

async function compare(product: Product): Promise<string[]> {
  const lives = await livesOf(product);
  const wrong: string[] = [];
  const known = new Set<string>();
  for (const life of lifeNames) {
    const rows: { id: string; closed_at: Date | null }[] = await product
      .knex(tableOfLife(life))
      .select('id', 'closed_at');
    for (const { id, closed_at } of rows) {
      const workflowId = `${life}/${id}`;
      known.add(workflowId);
      const seen = lives.get(workflowId);
      const isOpen = closed_at === null;
      if (seen === undefined) {
        // What was answered at its birth never asked for a life.
        const isBornClosed = !isOpen && !(await wasAskedFor(product, life, id));
        if (!isBornClosed) wrong.push(`I1: ${workflowId} has a row and no life`);
      } else if (seen.runs !== 1) wrong.push(`I1: ${workflowId} was started ${seen.runs} times`);
      else if (seen.isOpen !== isOpen)
        wrong.push(`I5: ${workflowId} is ${isOpen ? 'open' : 'closed'} in its row only`);
      if (seen?.isOpen)
        wrong.push(...(await troublesOf(product, workflowId)).map((trouble) => `I5: ${trouble}`));
    }
  }
  const strangers = [...lives.keys()].filter((workflowId) => !known.has(workflowId) && !isSweep(workflowId));
  return [...wrong, ...strangers.map((workflowId) => `I1: ${workflowId} is a life without a row`)];
}

/** Begun by a schedule: it has no row, for what it finds has. */
const isSweep = (workflowId: string) =>
  [accessReviewSweepName, retentionSweepName].some((sweep) => workflowId.startsWith(`${sweep}/`));

async function wasAskedFor({ knex }: Product, life: string, lifeId: string): Promise<boolean> {
  const event: unknown = await knex('events').where({ life, life_id: lifeId }).first('id');
  return event !== undefined;
}
