/** The histories of the stories, kept in `test/histories` and replayed against the present code. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporal } from '@temporalio/proto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { parseKeyRing } from '../../platform/key-ring.ts';
import { createDataConverter } from '../../platform/temporal.ts';

const { History } = temporal.api.history.v1;
const folder = fileURLToPath(new URL('../histories', import.meta.url));

/** A key for tests only: saved histories must open again. */
export const dataConverter = createDataConverter(
  parseKeyRing(`t1:${Buffer.alloc(32, 7).toString('base64')}`),
);

/** Writes one file a workflow, named after the test that told its story. */
export async function saveHistories(
  env: TestWorkflowEnvironment,
  workflowIds: Iterable<string>,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const story = (expect.getState().currentTestName ?? 'story')
    .replace(/[^a-z0-9]+/gi, '-')
    .toLowerCase()
    .slice(0, 80);
  for (const [index, workflowId] of [...workflowIds].entries()) {
    const history = await env.client.workflow.getHandle(workflowId).fetchHistory();
    const life = workflowId.split('/')[0] ?? '';
    writeFileSync(
      join(folder, `${story}-${life}-${String(index + 1)}.binpb`),
      History.encode(history).finish(),
    );
  }
}

/**
 * Those of the present stories, and under `landed/` those of lives that began under code that people already run:
 * `npm run histories` leaves the latter alone.
 */
export function savedHistories() {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.binpb'))
    .map((name) => ({
      workflowId: name.replace('.binpb', ''),
      history: History.decode(readFileSync(join(folder, name))),
    }));
}
