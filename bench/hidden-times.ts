/** Check 3: what is somebody else's takes as long to refuse as what does not exist. */
import { randomUUID } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { belgianSite, fourteenDays } from '../test/support/mail-items.ts';
import type { Ground } from './bench.ts';
import { ask } from './http.ts';
import { milliseconds } from './probes.ts';
import type { Finding } from './report.ts';
import { median, medianInterval, seeded, shuffled } from './statistics.ts';
import { bearer, openCompany } from './world.ts';

const pairs = 500;
const most = 0.05;

/** Somebody else's and nobody's, in an order of chance. */
export async function hiddenTimes({ postman: { knex }, api }: Ground): Promise<Finding> {
  const plan = { policy: fourteenDays, site: belgianSite };
  const [own, other] = [await openCompany(knex, plan), await openCompany(knex, plan)];
  const { id: account } = await knex('accounts')
    .where({ company_id: other.companyId })
    .first<{ id: string }>('id');
  const object = uuid();
  await knex('application_objects').insert({
    ...{ id: object, account_id: account, application: 'e-masspost', title: 'x', price_cents: 1 },
    created_at: new Date(),
  });
  const asked = {
    'a postbox': [other.postboxId, (id: string) => `/v1/postboxes/${id}`],
    'an account': [account, (id: string) => `/v1/accounts/${id}`],
    'an object of an application': [object, (id: string) => `/v1/application-objects/${id}`],
    'a user of one’s own company': [
      other.userId,
      (id: string) => `/v1/companies/${own.companyId}/users/${id}`,
    ],
  } as const;
  const random = seeded(Date.now());
  const rows: string[][] = [];
  for (const [name, [id, pathOf]] of Object.entries(asked)) {
    const one = (each: string) =>
      milliseconds(() => ask(api + pathOf(each), bearer(own.token), undefined, 404));
    for (let warm = 0; warm < 50; warm += 1) await one(id);
    const times = { foreign: [] as number[], missing: [] as number[] };
    for (let done = 0; done < pairs; done += 1)
      for (const side of shuffled(['foreign', 'missing'] as const, random))
        times[side].push(await one(side === 'foreign' ? id : randomUUID()));
    const [foreign, missing] = [median(times.foreign), median(times.missing)];
    const ratio = medianInterval(times.foreign.map((ms, at) => ms / (times.missing[at] ?? NaN)));
    const difference = Math.abs(foreign / missing - 1);
    rows.push([
      name,
      `${foreign.toFixed(2)} ms`,
      `${missing.toFixed(2)} ms`,
      `${ratio.median.toFixed(3)} (${ratio.low.toFixed(3)} – ${ratio.high.toFixed(3)})`,
      `${(100 * difference).toFixed(1)} %`,
      '< 5 %',
      difference < most ? 'met' : 'missed',
    ]);
  }
  return {
    section: 'check3',
    table: {
      head: [
        'asked for',
        'somebody else’s',
        'nobody’s',
        'ratio of pairs (95 %)',
        'difference of medians',
        'goal',
        'verdict',
      ],
      rows,
    },
    how: `${String(pairs)} interleaved pairs of refused requests each, one at a time.`,
  };
}
