/** What each section measures. */
import { backfill } from './backfill.ts';
import type { Bench, Ground } from './bench.ts';
import { commits, processors } from './counted.ts';
import { guessing } from './guessing.ts';
import { hiddenTimes } from './hidden-times.ts';
import { lifeTable } from './life-table.ts';
import { loginCost } from './login-cost.ts';
import { loginTimes } from './login-times.ts';
import { logins } from './logins.ts';
import type { Options, Section } from './options.ts';
import type { Finding } from './report.ts';
import { revocations } from './revocations.ts';
import { rightsChecks } from './rights-checks.ts';
import { publishing } from './publishing.ts';
import { searching } from './searching.ts';
import { measureSteps } from './steps.ts';
import { capacity, latency, tails, warmUp } from './timed.ts';
import { liveThrough } from './whole-life.ts';
import { deliver } from './world.ts';

type Measure<Place> = (place: Place, options: Options) => Promise<Finding>;
type OfGround = 'p11' | 'p12' | 'check3' | 'guessing' | 'backfill';

const measures: Readonly<Record<Exclude<Section, OfGround>, Measure<Bench>>> = {
  p1: latency,
  p2: tails,
  p3: capacity,
  p4: commits,
  p7: lives,
  p16: logins,
  'login-cost': loginCost,
  check28: loginTimes,
  cpu: processors,
  steps,
  publish: publishing,
  search: searching,
};

/** Without letters and references, which take a minute to make. */
const ofGround: Readonly<Record<OfGround, Measure<Ground>>> = {
  p11: rightsChecks,
  p12: revocations,
  check3: hiddenTimes,
  guessing,
  backfill,
};

export async function measure(
  section: Section,
  ground: Ground,
  bench: () => Promise<Bench>,
  options: Options,
): Promise<Finding> {
  if (isOfGround(section)) return ofGround[section](ground, options);
  return measures[section](await bench(), options);
}

function isOfGround(section: Section): section is OfGround {
  return Object.hasOwn(ofGround, section);
}

async function lives({ postman }: Bench): Promise<Finding> {
  return {
    section: 'p7',
    table: lifeTable(await liveThrough(postman)),
    how: 'Counted in histories of lives on the dev server, by the counting rules of quality.md.',
  };
}

async function steps(bench: Bench): Promise<Finding> {
  await warmUp(bench);
  const { postman, decide, api, folder, local, companies } = bench;
  const [company] = companies;
  if (company === undefined) throw new Error('nobody decides');
  const [alive, behind] = await deliver(postman, [company], 2);
  if (alive === undefined || behind === undefined) throw new Error('no letters');
  const stage = { postman, company, api, folder, ours: decide, reference: local.command };
  return {
    section: 'steps',
    table: await measureSteps({ ...stage, letters: [alive, behind] }),
    how: 'Each step alone, one at a time, by its median.',
  };
}
