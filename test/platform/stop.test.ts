import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { createStop } from '../../platform/stop.ts';

function aProcess(limitMs = 1000) {
  const events = new EventEmitter();
  const steps: string[] = [];
  const exits: (number | string | null | undefined)[] = [];
  const process = {
    on: events.on.bind(events) as NodeJS.Process['on'],
    exit: ((code) => void exits.push(code)) as NodeJS.Process['exit'],
  };
  const log = { info: () => undefined, error: (fields: unknown) => void steps.push(JSON.stringify(fields)) };
  const stop = createStop({ log: log as never, limitMs, process });
  return { stop, steps, exits, signal: (name: string) => events.emit(name) };
}

const closing =
  (steps: string[], name: string, ms = 5) =>
  async () => {
    steps.push(`${name} begins`);
    await sleep(ms);
    steps.push(`${name} ends`);
  };

test.each(['SIGTERM', 'SIGINT'])(
  '%s closes what was opened last first, one by one, and exits with 0',
  async (name) => {
    const { stop, steps, exits, signal } = aProcess();
    stop.onStop('database', closing(steps, 'database'));
    stop.onStop('server', closing(steps, 'server'));
    expect(stop.isStopping).toBe(false);
    signal(name);
    expect(stop.isStopping).toBe(true);
    expect(await stop.stop('again')).toBe(0);
    await sleep(1);
    expect(steps).toEqual(['server begins', 'server ends', 'database begins', 'database ends']);
    expect(exits).toEqual([0]);
  },
);

test('a part that cannot be closed is logged, the others are closed, the exit code is 1', async () => {
  const { stop, steps } = aProcess();
  stop.onStop('database', closing(steps, 'database'));
  stop.onStop('server', () => {
    throw new Error('stuck');
  });
  expect(await stop.stop('test')).toBe(1);
  expect(steps).toEqual([expect.stringContaining('"part":"server"'), 'database begins', 'database ends']);
});

test('when the time is up it exits with 1', async () => {
  const { stop, steps, exits, signal } = aProcess(20);
  stop.onStop('server', () => new Promise(() => undefined));
  signal('SIGTERM');
  await sleep(60);
  expect(exits).toEqual([1]);
  expect(steps).toEqual(['{"limitMs":20}']);
});

test('a second signal exits at once', () => {
  const { stop, exits, signal } = aProcess();
  stop.onStop('server', () => new Promise(() => undefined));
  signal('SIGINT');
  signal('SIGINT');
  expect(exits).toEqual([1]);
});

test('what is registered while stopping is closed as well', async () => {
  const { stop, steps } = aProcess();
  stop.onStop('first', () => stop.onStop('late', closing(steps, 'late')));
  expect(await stop.stop('test')).toBe(0);
  expect(steps).toEqual(['late begins', 'late ends']);
});
