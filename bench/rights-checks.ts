/** P11: one check of a right with tenant and scope, beside a bare Map with bitset and beside CASL. */
import { performance } from 'node:perf_hooks';
import { registryFrom } from '../domain/application-check.ts';
import { loadApplications } from '../platform/application-files.ts';
import type { Ground } from './bench.ts';
import { ours } from './bench.ts';
import type { Options } from './options.ts';
import { probeMachine } from './probes.ts';
import { ratioTable, roundsText } from './ratios.ts';
import type { Finding } from './report.ts';
import { atMost, number } from './report.ts';
import { bareFor, caslFor, oursFor, rightsWorld } from './rights-world.ts';
import { runRounds } from './rounds.ts';
import { median, seeded } from './statistics.ts';

const bareName = 'bare Map and bitset';
const caslName = 'CASL 7';
/** It takes so many times longer at least, and is asked so many times less. */
const slower = 10;

export async function rightsChecks(
  { folder, applicationsDir }: Ground,
  { rounds, checks }: Options,
): Promise<Finding> {
  const registry = loadApplications(applicationsDir, registryFrom);
  const world = rightsWorld(registry, seeded(11));
  const makers = {
    [ours]: () => oursFor(registry, world),
    [bareName]: () => bareFor(registry, world),
    [caslName]: () => caslFor(world),
  };
  const made = Object.entries(makers).map(([name, make]) => ({ name, ...timed(make) }));
  const answers = made.map(({ value: asks }) => world.objects.map(asks).join());
  if (new Set(answers).size !== 1) throw new Error('the three do not give the same answers');
  const seen = world.objects.filter((object) => made[0]?.value(object)).length;
  const sides = Object.fromEntries(
    made.map(({ name, value: asks }) => [
      name,
      () => Promise.resolve(perCheck(world.objects, asks, name === caslName ? checks / slower : checks)),
    ]),
  );
  for (const side of Object.values(sides)) await side();
  const found = await runRounds({
    sides,
    wanted: rounds,
    probe: () => probeMachine(folder),
    random: seeded(Date.now()),
    said: console.log,
  });
  const cold = made.map(({ name, ms }) => `${name} ${number(ms)} ms`).join(', ');
  return {
    section: 'p11',
    table: ratioTable({ unit: 'ns', goals: { [bareName]: atMost(3), [caslName]: atMost(0.5) } }, found),
    how:
      `${String(checks)} checks a side and round (CASL ${String(checks / slower)}) of objects in an order of chance, ${String(Math.round((100 * seen) / world.objects.length))} % of ` +
      `them allowed, all three with the same answers; ${roundsText(found)}. Made cold, from the rights that were read: ${cold}.`,
  };
}

function timed<Value>(make: () => Value): { readonly value: Value; readonly ms: number } {
  const from = performance.now();
  const value = make();
  return { value, ms: performance.now() - from };
}

/** Nanoseconds: the median of ten stretches, so that a collection of garbage counts once. */
function perCheck<Asked>(
  objects: readonly Asked[],
  asks: (object: Asked) => boolean,
  checks: number,
): number {
  const stretches = Array.from({ length: 10 }, () => {
    const count = Math.ceil(checks / 10);
    let seen = 0;
    const from = performance.now();
    for (let done = 0; done < count; done += 1)
      if (asks(objects[done & (objects.length - 1)] as Asked)) seen += 1;
    const ms = performance.now() - from;
    if (seen === 0) throw new Error('nothing was allowed');
    return (1_000_000 * ms) / count;
  });
  return median(stretches);
}
