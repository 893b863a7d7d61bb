/** The other side of the ratio: the bare client asks a bare workflow. */
import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { Command } from '../load.ts';
import { LivesInTurn } from '../lives-in-turn.ts';
import { referenceQueue } from '../reference/queue.ts';
import type { bareLocal } from '../reference/workflows.ts';
import { inBatches } from '../world.ts';

export type ReferenceKind = 'bareLocal' | 'bareOrdinary' | 'bareLife';

export interface Reference {
  readonly command: Command;
  readonly ids: readonly string[];
}

/** So many workflows of that kind, started; each command is one update of the next of them. */
export async function startReference(client: Client, kind: ReferenceKind, count: number): Promise<Reference> {
  const ids = Array.from({ length: count }, () => `${kind}/${randomUUID()}`);
  await inBatches(ids, async (workflowId) => {
    await client.workflow.start<typeof bareLocal>(kind, {
      workflowId,
      taskQueue: referenceQueue,
      workflowTaskTimeout: '5 seconds',
    });
  });
  const lives = new LivesInTurn(ids);
  return {
    ids,
    command: () =>
      lives.with(async (id) => {
        await client.workflow.getHandle(id).executeUpdate('ask', { updateId: randomUUID() });
      }),
  };
}
