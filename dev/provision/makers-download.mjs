// Temporal's test package fetches its servers by itself where the maker's host is reachable; where it is not,
// that fails at once, so it can be tried first.
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../processes/guard.mjs';
import { lastLine } from './ways.mjs';

// The package is imported by a process of its own: the bootstrap itself needs none.
const FETCH = `
import { TestWorkflowEnvironment as Environment } from '@temporalio/testing';
const [kind, version, downloadDir] = process.argv.slice(1);
const options = { server: { executable: { type: 'cached-download', version, downloadDir } } };
const environment = kind === 'dev-server' ? await Environment.createLocal(options) : await Environment.createTimeSkipping(options);
await environment.teardown();
`;
const PROGRAMS = { 'dev-server': 'temporal', 'test-server': 'temporal-test-server' };

/** Puts the program `temporal` or `temporal-test-server` into `folder`, or throws. */
export async function makersDownload(root, kind, version, folder) {
  const downloads = join(folder, 'downloads');
  mkdirSync(downloads);
  const args = ['--input-type=module', '--eval', FETCH, kind, version, downloads];
  const { code, text } = await run(process.execPath, args, { cwd: root });
  const [file] = readdirSync(downloads);
  if (code !== 0 || file === undefined) throw new Error(`not reachable: ${lastLine(text)}`);
  renameSync(join(downloads, file), join(folder, PROGRAMS[kind]));
  chmodSync(join(folder, PROGRAMS[kind]), 0o755);
  rmSync(downloads, { recursive: true });
}
