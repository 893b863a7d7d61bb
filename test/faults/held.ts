/** The held workers of a product: what is to stop where, what has, and their death. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OwnProcess } from '../support/own-process.ts';
import type { Product } from '../support/product.ts';
import { until } from '../support/wait.ts';

/**
 * Of a local activity: nothing said to the database, all written but its event, committed and the engine not told. Of
 * a mail: not handed over, handed over and not noted, noted as told. Of an object: there still, gone, recorded as gone.
 */
export type HeldMoment =
  'before' | 'during' | 'after' | 'unsent' | 'sent' | 'told' | 'there' | 'gone' | 'recorded';

export interface HoldTarget {
  readonly workflowId: string;
  readonly activity: string;
  /** Unless told, the moment of the plan. */
  readonly moment?: HeldMoment;
}

export interface HoldPlan {
  readonly moment: 'before' | 'during' | 'after';
  readonly targets: readonly HoldTarget[];
}

export interface HeldWorkers {
  /** From now on that activity of that life stops when it comes to its moment. */
  aim(target: HoldTarget): void;
  start(moment: HoldPlan['moment']): Promise<void>;
  /** Waits until every target has stopped, and kills the processes there. */
  kill(): Promise<void>;
  /** No target stops any more. */
  letGo(activities?: (target: HoldTarget) => boolean): void;
}

export function heldWorkers({ part, folder }: Pick<Product, 'part' | 'folder'>): HeldWorkers {
  const planFile = join(folder, 'hold-plan.json');
  const reachedFile = join(folder, 'hold-reached.txt');
  let plan: HoldPlan = { moment: 'before', targets: [] };
  const write = (next: Partial<HoldPlan>) => {
    plan = { ...plan, ...next };
    // At once or not at all: it is read at any moment.
    writeFileSync(`${planFile}.new`, JSON.stringify(plan));
    renameSync(`${planFile}.new`, planFile);
  };
  // What has stopped keeps its place, and a worker has places for forty workflow tasks.
  const workers: readonly OwnProcess[] = ['held-worker-1', 'held-worker-2', 'held-worker-3'].map((name) =>
    part({
      name,
      program: 'test/faults/held-worker.ts',
      isReady: (said) => said.includes('"polling"'),
      env: { HOLD_PLAN: planFile, HOLD_REACHED: reachedFile },
    }),
  );
  const missing = () => {
    const lines = existsSync(reachedFile) ? readFileSync(reachedFile, 'utf8').split('\n') : [];
    return plan.targets
      .map(({ workflowId, activity }) => `${workflowId} ${activity}`)
      .filter((each) => !lines.includes(each));
  };
  return {
    aim: (target) => write({ targets: [...plan.targets, target] }),
    start: async (moment) => {
      write({ moment });
      writeFileSync(reachedFile, '');
      await Promise.all(workers.map((worker) => worker.start()));
    },
    kill: async () => {
      await until('every activity has stopped at its moment', () => missing().length === 0, 120_000).catch(
        (error: unknown) => {
          throw new Error(`not reached ${plan.moment}: ${missing().join(', ')}`, { cause: error });
        },
      );
      await Promise.all(workers.map((worker) => worker.kill()));
    },
    letGo: (isLetGo = () => true) => write({ targets: plan.targets.filter((target) => !isLetGo(target)) }),
  };
}
