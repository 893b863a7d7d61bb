/** A change of a workflow must take every saved history the way it went, or be marked by `patched` (design.md). */
import { Worker } from '@temporalio/worker';
import { dataConverter, savedHistories } from '../support/histories.ts';
import { workflowBundlePath } from '../support/servers.ts';

test('the saved histories of all stories replay against the present code', async () => {
  const histories = savedHistories();
  expect(histories.length).toBeGreaterThan(15);
  const options = { workflowBundle: { codePath: workflowBundlePath() }, dataConverter };
  const faults: string[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories(options, histories)) {
    if (error) faults.push(`${workflowId}: ${error.message}`);
  }
  expect(faults).toEqual([]);
});
