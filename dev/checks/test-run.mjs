import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from '../plain-error.mjs';
import { guarded } from '../processes/guard.mjs';
import { whenParentEnds } from '../processes/parent.mjs';
import { provisionPackages } from '../provision.mjs';
import { root } from '../root.mjs';
import { heading, say } from '../say.mjs';
import { runStaticChecks } from './static.mjs';
import { startTestServers } from './test-servers.mjs';

const NODE_OPTIONS = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

/**
 * Tests of faults wait for minutes and ask little of a processor: they run beside all others. Stories with dates wait for
 * their own server most of the time: three files at once keep two processors busy.
 */
const everything = [
  { name: 'others', workers: 3, args: ['--testPathIgnorePatterns', '/node_modules/', '/test/faults/'] },
  { name: 'faults', workers: 2, args: ['test/faults'] },
];

/** `npm test`: everything. With arguments (`npm test -- test/domain`) Jest alone, which they are handed to. */
export async function main(jestArgs) {
  let servers;
  const leave = async (code) => {
    await servers?.stop();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => leave(1));
  whenParentEnds(() => leave(1));

  try {
    await provisionPackages(root);
    const failedChecks = jestArgs.length > 0 ? [] : await runStaticChecks(root);
    heading('Tests');
    servers = await startTestServers();
    const runs = jestArgs.length > 0 ? [{ name: 'asked-for', workers: 2, args: jestArgs }] : everything;
    const counts = await Promise.all(runs.map((run) => runJest(servers, run)));
    const [passed, failed] = ['passed', 'failed'].map((kind) =>
      counts.reduce((sum, each) => sum + each[kind], 0),
    );
    await servers.stop();
    if (failedChecks.length > 0) console.log(`\nNot in order: ${failedChecks.join(', ')}.`);
    if (passed + failed === 0) console.log('\nNo test ran.');
    say('Finished.');
    // Alone on the last line and in this form: what reads CI's output looks for it.
    console.log(`${passed} passed, ${failed} failed`);
    process.exit(failedChecks.length === 0 && failed === 0 && passed > 0 ? 0 : 1);
  } catch (error) {
    console.error(describe(error));
    await leave(1);
  }
}

async function runJest({ env, folder, add }, { name, workers, args }) {
  const results = join(folder, `jest-results-${name}.json`);
  const jest = [
    join(root, 'node_modules/jest/bin/jest.js'),
    '-w',
    String(workers),
    '--json',
    `--outputFile=${results}`,
    ...args,
  ];
  const child = guarded(process.execPath, [...NODE_OPTIONS, ...jest], {
    cwd: root,
    env: { ...process.env, ...env },
    output: 'inherit',
  });
  add(child);
  const code = await child.exited;
  const { passed, failed } = countsOf(results);
  // Jest can fail without a failing test: in its global setup, or killed.
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

function countsOf(results) {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(results, 'utf8'),
    );
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
