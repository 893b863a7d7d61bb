import { PlainError } from '../plain-error.mjs';
import { guarded, run } from '../processes/guard.mjs';
import { untilReady } from './ready.mjs';

// Without these an activity costs 40 ms more than it must: the one history shard polls its queues 20 times a second.
const FASTER = [
  'history.transferProcessorMaxPollRPS=5000',
  'history.timerProcessorMaxPollRPS=5000',
  'history.visibilityProcessorMaxPollRPS=2000',
  'system.enableActivityEagerExecution=true',
];
// Registered when the namespace is first made, and only then.
const SEARCH_ATTRIBUTES = ['Brand=Keyword', 'Company=Keyword', 'Stage=Keyword', 'DueAt=Datetime'];
const RETENTION = { days: 90, seconds: `${90 * 24 * 3600}s` };

/** The Temporal dev server, kept in the file `store`; with a UI when `ui` gives its port and codec endpoint. */
export async function startTemporal({ program, store, port, log, ui }) {
  const address = `127.0.0.1:${port}`;
  const args = [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--db-filename', store],
    ...['journal_mode=wal', 'synchronous=2'].flatMap((pragma) => ['--sqlite-pragma', pragma]),
    ...FASTER.flatMap((value) => ['--dynamic-config-value', value]),
    ...SEARCH_ATTRIBUTES.flatMap((attribute) => ['--search-attribute', attribute]),
    ...(ui ? ['--ui-port', String(ui.port), '--ui-codec-endpoint', ui.codecEndpoint] : ['--headless']),
    ...['--log-level', 'warn'],
  ];
  const start = () => guarded(program, args, { output: log });
  const isReady = async () => (await operator(program, address, ['cluster', 'health'])).code === 0;
  const child = start();
  await untilReady('The Temporal dev server', child, log, isReady);
  await keepClosedLives(program, address);
  return { child, start, isReady, address };
}

/** The dev server forgets closed workflows after a day unless its namespace is told otherwise. */
async function keepClosedLives(program, address) {
  const set = await operator(program, address, [
    'namespace',
    'update',
    '--namespace',
    'default',
    '--retention',
    `${RETENTION.days}d`,
  ]);
  const now = await operator(program, address, [
    'namespace',
    'describe',
    '--namespace',
    'default',
    '--output',
    'json',
  ]);
  if (now.text.includes(`"workflowExecutionRetentionTtl": "${RETENTION.seconds}"`)) return;
  throw new PlainError(`Temporal did not take the retention of ${RETENTION.days} days: ${set.text.trim()}`);
}

function operator(program, address, args) {
  return run(program, ['operator', ...args, '--address', address]);
}
