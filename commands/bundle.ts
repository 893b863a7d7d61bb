/** `npm run bundle -- <file>`: the code of the workflows as one file, as a part of a release; `WORKFLOW_BUNDLE` names it. */
import { writeFile } from 'node:fs/promises';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { failureConverterPath } from '../platform/temporal.ts';
import { workflowsPath } from '../workers/worker.ts';

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('Say where it goes: npm run bundle -- <file>\n');
  process.exit(1);
}
// The sandbox must have the converter that the worker is told to use: failures are sealed like payloads.
const { code } = await bundleWorkflowCode({
  ...{ workflowsPath, failureConverterPath },
  logger: new DefaultLogger('WARN'),
});
await writeFile(file, code);
