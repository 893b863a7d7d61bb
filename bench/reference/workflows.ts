/** The least a durable command can be: a workflow that waits, and an update whose handler runs one empty activity. */
import {
  condition,
  defineUpdate,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';

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
