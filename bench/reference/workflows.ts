/** The least a durable command can be: a workflow that waits, and an update whose handler runs one empty activity. */
import {
  CancellationScope,
  condition,
  defineUpdate,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  sleep,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import { instantOf } from '../../domain/calendar.ts';
import { standingAttributes } from '../../workflows/attributes.ts';

interface Nothing {
  nothing(): Promise<void>;
}

export const ask = defineUpdate('ask');

const local = proxyLocalActivities<Nothing>({ startToCloseTimeout: '30 seconds' });
const ordinary = proxyActivities<Nothing>({ startToCloseTimeout: '30 seconds' });

/** Its update runs a local activity: the kind that our own commands run. */
export async function bareLocal(): Promise<void> {
  setHandler(ask, () => local.nothing());
  await condition(() => false);
}

/** Its update runs an ordinary activity. */
export async function bareOrdinary(): Promise<void> {
  setHandler(ask, () => ordinary.nothing());
  await condition(() => false);
}

const farMs = 20 * 86_400_000;

/**
 * As `bareLocal`, and what any life that waits for a deadline and is seen by staff does besides when it is told
 * something: its timer moves, its search attributes follow.
 */
export async function bareLife(): Promise<void> {
  let asked = 0;
  const aimed = () => {
    const scope = new CancellationScope();
    scope.run(() => sleep(farMs)).catch(() => undefined);
    return scope;
  };
  let timer = aimed();
  setHandler(ask, async () => {
    await local.nothing();
    asked += 1;
    timer.cancel();
    timer = aimed();
    const stage = asked % 2 === 0 ? 'forwarding' : 'kept';
    upsertSearchAttributes(standingAttributes({ stage, dueAt: instantOf(Date.now() + farMs) }));
  });
  await condition(() => false);
}
