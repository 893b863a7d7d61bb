/**
 * `npm run build [-- <folder> [<program>…]]`: the processes as plain JavaScript, which starts in a third of the time of its sources,
 * and the code of the workflows as one file (`workflows.js`, for `WORKFLOW_BUNDLE`). Built where it runs: packages, templates and
 * applications stay where they are.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import type { Plugin } from 'esbuild';
import { build } from 'esbuild';
import { failureConverterPath } from '../platform/temporal.ts';
import { workflowsPath } from '../workers/worker.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const [folder = dist, ...more] = process.argv.slice(2);

/** A source finds what lies beside it by its own address, wherever its code has gone. */
const ownAddress: Plugin = {
  name: 'own-address',
  setup: (building) => {
    building.onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
      loader: 'ts',
    }));
  },
};

// Of another folder nothing is taken away: it may hold more than a build.
if (folder === dist) await rm(dist, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ['api/main.ts', 'workers/main.ts', 'relay/main.ts', 'commands/migrate.ts', ...more],
  outbase: root,
  outdir: folder,
  ...{ bundle: true, splitting: true, packages: 'external', plugins: [ownAddress] },
  ...{ platform: 'node', format: 'esm', target: 'node20', keepNames: true, sourcemap: true },
  logLevel: 'warning',
});
// The sandbox must have the converter that the worker is told to use: failures are sealed like payloads.
const { code } = await bundleWorkflowCode({
  ...{ workflowsPath, failureConverterPath },
  logger: new DefaultLogger('WARN'),
});
await writeFile(join(folder, 'workflows.js'), code);
