/** `npm run bench`: measures the house beside bare Temporal and keeps what it found in docs/performance.md. */
import { createKnex } from '../db/knex.ts';
import { readConfig } from '../platform/config.ts';
import { connectTemporal } from '../platform/temporal.ts';
import { belgianSite, fourteenDays } from '../test/support/mail-items.ts';
import { testFolder } from '../test/support/servers.ts';
import type { Bench, Ground } from './bench.ts';
import { machineFacts } from './machine.ts';
import { readOptions } from './options.ts';
import type { Finding } from './report.ts';
import { keep, print } from './report.ts';
import { measure } from './sections.ts';
import { decisionsOver } from './sides/ours.ts';
import type { ReferenceKind } from './sides/reference.ts';
import { startReference } from './sides/reference.ts';
import { deliver, openCompany } from './world.ts';

/** Each takes some thirty commands in a full run; a letter that is decided more often than that is rare. */
const LIVES = 500;
/** Each company has a chain of events of its own, which one commit after the other extends. */
const COMPANIES = 16;

const options = readOptions(process.argv.slice(2));
const config = readConfig(process.env);
const knex = createKnex(config.databaseUrl);
const temporal = connectTemporal(config);
try {
  let built: Promise<Bench> | undefined;
  const ground = groundOf();
  const bench = () => (built ??= build(ground));
  const findings: Finding[] = [{ section: 'machine', table: null, how: machineFacts() }];
  for (const section of options.only) findings.push(await measure(section, ground, bench, options));
  findings.forEach(print);
  if (options.isKept) keep(findings);
} finally {
  await temporal.close();
  await knex.destroy();
}

function groundOf(): Ground {
  const { BENCH_API: api, BENCH_SECOND_API: secondApi, BENCH_PIDS: pids = '{}' } = process.env;
  if (api === undefined || secondApi === undefined)
    throw new Error('BENCH_API is not set: run the measurements by npm run bench');
  return {
    postman: { knex, client: temporal.client, taskQueue: config.temporal.taskQueue },
    folder: testFolder(),
    pids: JSON.parse(pids) as Ground['pids'],
    applicationsDir: config.applicationsDir,
    api,
    secondApi,
  };
}

async function build(ground: Ground): Promise<Bench> {
  const { postman, api } = ground;
  const plan = { policy: fourteenDays, site: belgianSite };
  const companies = await Promise.all(Array.from({ length: COMPANIES }, () => openCompany(knex, plan)));
  const letters = await deliver(postman, companies, LIVES);
  const started = (kind: ReferenceKind) => startReference(temporal.client, kind, LIVES);
  return {
    ...ground,
    companies,
    decide: decisionsOver(api, letters),
    local: await started('bareLocal'),
    ordinary: await started('bareOrdinary'),
    bareLife: await started('bareLife'),
  };
}
