/** From the answer to an activation to the moment at which seven years of documents are there (WF-36; IP-04: "some minutes"). */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import { v7 as uuid } from 'uuid';
import { markWoken } from '../db/changes/mark-events.ts';
import { eventsToWake } from '../db/queries/events-to-wake.ts';
import { addDays, addMonths, dayOf } from '../domain/calendar.ts';
import { readConfig } from '../platform/config.ts';
import { createVault } from '../platform/vault.ts';
import { createWaker } from '../relay/wake.ts';
import { belgianSite, fourteenDays } from '../test/support/mail-items.ts';
import type { Ground } from './bench.ts';
import type { Issuing } from './issuing.ts';
import { openIssuer, today } from './issuing.ts';
import type { Options } from './options.ts';
import type { Finding } from './report.ts';
import { atMost, goalText, number, verdictOn } from './report.ts';
import { quantile } from './statistics.ts';
import type { Company, Postman } from './world.ts';
import { bearer, now, openCompany, openSessionOf } from './world.ts';

/** One a month for seven years. */
const months = 84;
const goalMs = 5_000;

export async function backfill(ground: Ground, { rounds }: Options): Promise<Finding> {
  const { knex } = ground.postman;
  const company = await openCompany(knex, { policy: fourteenDays, site: belgianSite });
  const issuing = await openIssuer(knex, company, 1);
  const times: number[] = [];
  const relay = relayOver(ground.postman);
  for (let round = 0; round < rounds; round += 1)
    times.push(await activated(ground, company, issuing, round));
  await relay.stop();
  const p50 = quantile(times, 0.5);
  const [low, high] = [Math.min(...times), Math.max(...times)];
  const verdict = verdictOn({ median: p50, low, high }, atMost(goalMs));
  return {
    section: 'backfill',
    table: {
      head: ['documents', 'all there, ms (p50)', 'ms (shortest)', 'ms (longest)', 'goal', 'verdict'],
      rows: [[String(months), number(p50), number(low), number(high), goalText(atMost(goalMs)), verdict]],
    },
    how:
      `A code is added to an account over HTTP; its documents are asked for every 20 ms until all ${String(months)} are found. ` +
      `${String(rounds)} customers one after the other, by API and worker as they run, woken by the relay’s code every 200 ms.`,
  };
}

/** Milliseconds from the answer to the activation. */
async function activated(ground: Ground, company: Company, issuing: Issuing, round: number): Promise<number> {
  const { api, postman } = ground;
  const { knex } = postman;
  const code = await announcedCode(api, knex, issuing, round);
  const token = await accountOf(knex, company);
  const added = await fetch(`${api}/v1/me/receptions`, {
    method: 'POST',
    headers: headersWith(token),
    body: JSON.stringify({ code }),
  });
  if (added.status !== 201) throw new Error(await added.text());
  const from = performance.now();
  for (;;) {
    const found = await fetch(`${api}/v1/issued-documents?limit=100`, { headers: bearer(token) });
    const { items } = (await found.json()) as { items: unknown[] };
    if (items.length === months) return performance.now() - from;
    await pause(20);
  }
}

const headersWith = (token: string) => ({
  ...bearer(token),
  'Content-Type': 'application/json',
  'Idempotency-Key': randomUUID(),
});

/** A customer of the issuer with seven years of documents, and the code in his letter. */
async function announcedCode(
  api: string,
  knex: Knex,
  { issuerId, token }: Issuing,
  round: number,
): Promise<string> {
  const clientCode = `B19${String(round).padStart(6, '0')}`;
  const send = async (path: string, body: string, type = 'application/json') => {
    const headers = { ...headersWith(token), 'Content-Type': type };
    const answer = await fetch(api + path, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json().catch(() => ({}))) as { id: string };
  };
  const customer = { code: clientCode, companyName: 'A customer', language: 'en' };
  await send('/v1/client-codes', JSON.stringify(customer));
  await publishedBefore(knex, issuerId, clientCode);
  const batch = await send(
    `/v1/code-batches?reference=${clientCode}`,
    `client_code\n${clientCode}\n`,
    'text/csv',
  );
  const made = await knex('activation_codes')
    .where({ batch_id: batch.id })
    .first<{ id: string; sealed_code: string }>('id', 'sealed_code');
  const { wrapped_key: key } = await knex('code_batches')
    .where({ id: batch.id })
    .first<{ wrapped_key: string }>('wrapped_key');
  await send(
    `/v1/activation-codes/${made.id}/announcements`,
    JSON.stringify({ on: dayOf(now(), fourteenDays.zone), channel: 'letter' }),
  );
  const vault = createVault(readConfig(process.env).masterKeys);
  return vault.openUnder(key, batch.id, made.sealed_code, ['activation-code', made.id]);
}

async function publishedBefore(knex: Knex, issuerId: string, clientCode: string): Promise<void> {
  const client = await knex('client_codes')
    .where({ issuer_id: issuerId, code: clientCode })
    .first<{ id: string }>('id');
  const yesterday = addDays(today(), -1);
  await knex('issued_documents').insert(
    Array.from({ length: months }, (_, month) => {
      const of = `${clientCode}-${String(month)}`;
      return {
        ...{ id: uuid(), issuer_id: issuerId, client_code_id: client.id, client_code: clientCode },
        ...{ number: of, number_key: of, kind: 'invoice', issued_on: addMonths(yesterday, -month) },
        ...{ total_cents: 12_100, currency: 'EUR', channel: 'paper', content_hash: '0'.repeat(64) },
        published_at: new Date(`${yesterday}T00:00:00Z`),
      };
    }),
  );
}

/** Of somebody who is logged in; his session's token. */
async function accountOf(knex: Knex, { brandId }: Company): Promise<string> {
  const id = uuid();
  const email = `${id}@bench.example`;
  await knex('users').insert({ id, username: email, email, name: 'Receiver', language: 'en' });
  await knex('recipient_accounts').insert({
    ...{ id, brand_id: brandId, main_contact_id: id, kind: 'b2b', company_name: 'Receiver' },
    created_at: new Date(),
  });
  return openSessionOf(knex, id);
}

/** What the relay does, as often as it does it: the benches run none of their own. */
function relayOver({ knex, client, taskQueue }: Postman): { stop(): Promise<void> } {
  const waker = createWaker({ client, knex, taskQueue });
  let isOver = false;
  const isRunning = () => !isOver;
  const running = (async () => {
    while (isRunning()) {
      const events = await eventsToWake(knex, 100);
      for (const { life, lifeId } of events) await waker.wake(life, lifeId);
      await markWoken(knex)(
        events.map(({ id }) => id),
        now(),
      );
      await pause(200);
    }
  })();
  return {
    stop: () => {
      isOver = true;
      return running;
    },
  };
}
