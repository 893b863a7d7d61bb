import { expect, test } from '@jest/globals';
import type { Chore } from '../../relay/hourly.ts';
import { runHourly } from '../../relay/hourly.ts';
import { until } from '../support/wait.ts';

/** Runs the chores every few milliseconds until the test has seen enough. */
function running(chores: readonly Chore[], firstAfterMs = 1) {
  const lines: Record<string, unknown>[] = [];
  const leaving = new AbortController();
  const write = (facts: object, message: string) => lines.push({ ...facts, message });
  const ended = runHourly({
    chores,
    log: { info: write, warn: write },
    signal: leaving.signal,
    firstAfterMs,
    everyMs: 5,
  });
  return { lines, ended, leave: () => leaving.abort() };
}

test('each chore has its turn again and again, and tells what it did', async () => {
  let turns = 0;
  const hourly = running([{ name: 'sweep', run: () => Promise.resolve({ restarted: (turns += 1) }) }]);
  await until('three turns', () => turns >= 3);
  hourly.leave();
  await hourly.ended;
  expect(hourly.lines[0]).toEqual({ chore: 'sweep', restarted: 1, message: 'looked after' });
});

test('one that fails keeps no other from its turn', async () => {
  let turns = 0;
  const hourly = running([
    { name: 'orphans', run: () => Promise.reject(new Error('the disk is away')) },
    { name: 'sweep', run: () => Promise.resolve({ turn: (turns += 1) }) },
  ]);
  await until('two turns', () => turns >= 2);
  hourly.leave();
  await hourly.ended;
  expect(hourly.lines[0]).toMatchObject({ chore: 'orphans', err: new Error('the disk is away') });
});

test('it leaves at once when asked, between two chores too', async () => {
  const idle = running([], 3_600_000);
  idle.leave();
  await idle.ended;
  let isSecondRun = false;
  const busy = running([
    {
      name: 'first',
      run: () => {
        busy.leave();
        return Promise.resolve({});
      },
    },
    {
      name: 'second',
      run: () => {
        isSecondRun = true;
        return Promise.resolve({});
      },
    },
  ]);
  await busy.ended;
  expect(isSecondRun).toBe(false);
});
