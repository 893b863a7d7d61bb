/** P12: from the answer to a revocation, or to a grant, at one API to its first effect at another. */
import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { v7 as uuid } from 'uuid';
import { grantBoxes, openBoxes } from '../test/support/rights.ts';
import { belgianSite, fourteenDays } from '../test/support/mail-items.ts';
import type { Ground } from './bench.ts';
import type { Options } from './options.ts';
import type { Finding } from './report.ts';
import { atMost, goalText, number, verdictOn } from './report.ts';
import { quantile } from './statistics.ts';
import type { Company } from './world.ts';
import { bearer, openCompany, openSessionOf } from './world.ts';

const goalMs = 1_000;

interface Turn {
  /** From the answer at one API to the end of the first answer at the other that knows of it. */
  readonly effectMs: number;
  /** Answers at the other that did not know of it, of requests sent after the answer. */
  readonly stale: number;
}

export async function revocations(ground: Ground, { rounds }: Options): Promise<Finding> {
  const { api, secondApi, postman } = ground;
  const company = await openCompany(postman.knex, { policy: fourteenDays, site: belgianSite });
  const user = await userOf(ground, company);
  const turns = { 'taken back': [] as Turn[], given: [] as Turn[] };
  for (let round = 0; round < 3 * rounds; round += 1)
    for (const [name, isSeen] of [
      ['taken back', false],
      ['given', true],
    ] as const) {
      const save = () => saveRights(api, company, user, isSeen);
      turns[name].push(await turn(save, () => sees(secondApi, company, user), isSeen));
    }
  const rows = Object.entries(turns).map(([name, taken]) => {
    const times = taken.map(({ effectMs }) => effectMs);
    const p99 = quantile(times, 0.99);
    const verdict = verdictOn({ median: p99, low: p99, high: Math.max(...times) }, atMost(goalMs));
    const stale = taken.reduce((sum, each) => sum + each.stale, 0);
    return [
      name,
      number(quantile(times, 0.5)),
      number(p99),
      number(Math.max(...times)),
      String(stale),
      goalText(atMost(goalMs)),
      verdict,
    ];
  });
  return {
    section: 'p12',
    table: {
      head: [
        'a right is',
        'effect, ms (p50)',
        'ms (p99)',
        'ms (longest)',
        'answers that knew nothing of it',
        'goal',
        'verdict',
      ],
      rows,
    },
    how:
      `An administrator saves rights at one API process; the user asks another without a pause, for his box. ${String(3 * rounds)} ` +
      'times each; the time is that of the first request sent after the answer, up to its own.',
  };
}

interface User {
  readonly userId: string;
  readonly accountId: string;
  readonly token: string;
  version: number;
}

/** A colleague of the customer who may read the box. */
async function userOf({ postman: { knex } }: Ground, company: Company): Promise<User> {
  const [userId, membershipId] = [uuid(), uuid()];
  const email = `${userId}@customer.example`;
  await knex('users').insert({ id: userId, username: email, email, name: 'A user', language: 'en' });
  const member = {
    user_id: userId,
    company_id: company.companyId,
    profile: 'user',
    accepted_at: new Date(0),
  };
  await knex('memberships').insert({ id: membershipId, ...member });
  const accountId = await openBoxes(knex, company.companyId, [company.postboxId]);
  await grantBoxes(knex, membershipId, [company.postboxId], ['read']);
  return { userId, accountId, token: await openSessionOf(knex, userId), version: 1 };
}

/** Asks the other process from before the change on, one request after the other. */
async function turn(save: () => Promise<void>, sees: () => Promise<boolean>, isSeen: boolean): Promise<Turn> {
  let answeredAt = Infinity;
  const saved = save().then(() => {
    answeredAt = performance.now();
  });
  for (let stale = 0; ;) {
    const sentAt = performance.now();
    const knows = (await sees()) === isSeen;
    if (sentAt < answeredAt) continue;
    if (knows) {
      await saved;
      return { effectMs: performance.now() - answeredAt, stale };
    }
    stale += 1;
  }
}

async function saveRights(api: string, company: Company, user: User, isGiven: boolean): Promise<void> {
  const rights = isGiven ? [{ actions: ['read'], scope: { postboxes: [company.postboxId] } }] : [];
  const path = `/v1/companies/${company.companyId}/users/${user.userId}/rights/${user.accountId}/postbox`;
  const answer = await fetch(api + path, {
    method: 'PUT',
    headers: {
      ...bearer(company.token),
      'Content-Type': 'application/json',
      'If-Match': `"${String(user.version)}"`,
    },
    body: JSON.stringify({ rights }),
  });
  if (answer.status !== 200) throw new Error(`${String(answer.status)}: ${await answer.text()}`);
  user.version = ((await answer.json()) as { version: number }).version;
}

async function sees(api: string, company: Company, user: User): Promise<boolean> {
  const headers = { ...bearer(user.token), 'X-Request-Id': randomUUID() };
  const answer = await fetch(`${api}/v1/postboxes/${company.postboxId}`, { headers });
  await answer.text();
  if (answer.status !== 200 && answer.status !== 404) throw new Error(`the box: ${String(answer.status)}`);
  return answer.status === 200;
}
