import type { Probe } from '../../bench/probes.ts';
import { leastRounds, runRounds } from '../../bench/rounds.ts';
import { seeded } from '../../bench/statistics.ts';

const calm: Probe = { cpuMs: 1, syncMs: 2 };
const sides = { ours: () => Promise.resolve(3), reference: () => Promise.resolve(2) };

/** Three looks a round: before it and after each side. */
const probing = (isBusy: (round: number) => boolean) => {
  let looks = 0;
  return () => {
    const round = Math.floor(looks / 3);
    looks += 1;
    return Promise.resolve(looks % 3 === 2 && isBusy(round) ? { ...calm, syncMs: 3 } : calm);
  };
};
const run = (isBusy: (round: number) => boolean) =>
  runRounds({ sides, wanted: 12, probe: probing(isBusy), random: seeded(1) });

test('every side is measured once a round', async () => {
  const found = await run(() => false);
  expect(found).toMatchObject({ discarded: 0, isNoisy: false });
  expect(found.kept['ours']).toEqual(Array.from({ length: 12 }, () => 3));
  expect(found.kept['reference']).toHaveLength(12);
});

test('a round in which the machine changed speed is discarded and another one measured', async () => {
  const found = await run((round) => round % 4 === 0);
  expect(found).toMatchObject({ discarded: 4, isNoisy: false });
  expect(found.kept['ours']).toHaveLength(12);
});

test('a machine that is never calm is told so, by its calmest rounds', async () => {
  const found = await run((round) => round > 3);
  expect(found.isNoisy).toBe(true);
  expect(found.kept['ours']?.length).toBeGreaterThanOrEqual(leastRounds);
});
