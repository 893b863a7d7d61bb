/** Who sees what: the SQL filter against the pure question over random histories; and pages against the whole (IP-10). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import type { SortColumn } from '../../db/queries/document-search.ts';
import { searchDocuments, searchKeyOf, sortColumns } from '../../db/queries/document-search.ts';
import { issuedDocumentById } from '../../db/queries/issued-documents.ts';
import { sightsOf } from '../../db/queries/sights.ts';
import { instantOf } from '../../domain/calendar.ts';
import { isSeen } from '../../domain/issued-document.ts';
import type { World } from '../support/fixtures.ts';
import { createWorld } from '../support/fixtures.ts';

const people = ['an.peeters', 'luc.dumont', 'emma.jansen'] as const;
const year = 365 * 86_400_000;
const start = Date.parse('2027-02-02T14:00:00.000Z');

let world: World;
let userIds: readonly string[] = [];
let documentIds: readonly string[] = [];

beforeAll(async () => {
  world = await createWorld();
  userIds = await Promise.all(people.map((name) => world.userId(name)));
  // The same history each time: a failure can be looked at again.
  await history(fc.sample(fc.infiniteStream(fc.nat()), { numRuns: 1, seed: 33 })[0] as Iterator<number>);
}, 120_000);
afterAll(() => world.close());

/** Accounts with receptions that began and ended, and documents of every kind of standing around them. */
async function history(numbers: Iterator<number>): Promise<void> {
  const { knex } = world;
  const pick = (most: number): number => Number(numbers.next().value) % most;
  const at = (past: number) => new Date(start - pick(past));
  const clients = await knex('client_codes as c')
    .join('issuers as i', 'i.id', 'c.issuer_id')
    .orderBy('c.code')
    .select('c.id', 'c.code', 'c.issuer_id', 'i.brand_id');
  for (const client of clients)
    await knex('client_codes')
      .where({ id: client.id })
      .update({
        contract_started_on:
          pick(3) === 0
            ? null
            : at(25 * year)
                .toISOString()
                .slice(0, 10),
      });
  const accounts = new Map<string, string>();
  for (const [index, client] of [...clients, ...clients, ...clients].entries()) {
    const userId = userIds[pick(userIds.length)] ?? '';
    const key = `${userId} ${client.brand_id}`;
    if (!accounts.has(key)) {
      const id = uuidv7();
      accounts.set(key, id);
      await knex('recipient_accounts').insert({
        id,
        brand_id: client.brand_id,
        main_contact_id: userId,
        kind: 'b2b',
        company_name: 'A',
        created_at: at(year),
        closed_at: pick(9) === 0 ? at(year) : null,
      });
    }
    const policy = await knex('policy_sets').where({ brand_id: client.brand_id }).first('id');
    const isActive = index >= clients.length * 2 && pick(3) > 0;
    const ended = isActive ? null : at(3 * year);
    const receptionId = uuidv7();
    const consented = at(9 * year);
    await knex('receptions').insert({
      ...{
        id: receptionId,
        brand_id: client.brand_id,
        client_code_id: client.id,
        account_id: accounts.get(key),
      },
      ...{ policy_set_id: policy.id, version: 1, consented_at: consented, consent_text: 'a' },
      ...{ ended_at: ended, closed_at: ended, active_key: isActive ? client.id : null },
    });
    await pastOf(receptionId, client.brand_id, policy.id, { pick, consented, day: () => at(12 * year) });
  }
  await shareAtRandom(pick, new Date(start));
  const rows = Array.from({ length: 400 }, (_, index) => {
    const client = clients[pick(clients.length)];
    const published = at(8 * year);
    const maybe = (odds: number, value: unknown) => (pick(odds) === 0 ? value : null);
    return {
      ...{ id: uuidv7(), issuer_id: client.issuer_id, client_code_id: pick(12) === 0 ? null : client.id },
      ...{ client_code: client.code, number: `N${String(index)}`, number_key: `N${String(index)}` },
      ...{
        kind: pick(4) === 0 ? 'credit-note' : 'invoice',
        issued_on: at(20 * year)
          .toISOString()
          .slice(0, 10),
      },
      ...{
        due_on: maybe(3, at(year).toISOString().slice(0, 10)),
        total_cents: pick(50) * 100 - 500,
        currency: 'EUR',
      },
      ...{ published_at: published, content_hash: '0'.repeat(64) },
      ...{
        visible_from_at: maybe(6, new Date(start + pick(2 * year) - year)),
        withdrawn_at: maybe(9, at(year)),
      },
      destroying_since_at: maybe(12, at(year)),
    };
  });
  documentIds = rows.map(({ id }) => id);
  await knex.batchInsert('issued_documents', rows, 100);
  const reads = documentIds.filter((_id, index) => index % 3 === 0);
  await knex.batchInsert(
    'issued_document_reads',
    reads.map((id) => ({ user_id: userIds[0] ?? '', document_id: id, read_at: new Date(start) })),
  );
}

interface Past {
  readonly pick: (most: number) => number;
  readonly consented: Date;
  readonly day: () => Date;
}

/** Of most receptions: how far their past has come, or that all of it has. */
async function pastOf(receptionId: string, brandId: string, policySetId: string, past: Past): Promise<void> {
  const { pick, consented, day } = past;
  if (pick(4) === 0) return;
  const outcome = [null, null, 'partial', 'complete'][pick(4)];
  await world.knex('history_backfills').insert({
    ...{ id: uuidv7(), reception_id: receptionId, brand_id: brandId, policy_set_id: policySetId },
    ...{ version: 1, begun_at: consented, outcome, closed_at: outcome === null ? null : consented },
    reached_on: pick(4) === 0 ? null : day().toISOString().slice(0, 10),
  });
}

/** Each account shares some of its client codes with somebody, and has revoked or not been answered in part of the cases. */
async function shareAtRandom(pick: (most: number) => number, at: Date): Promise<void> {
  const { knex } = world;
  const accounts = await knex('recipient_accounts').orderBy('id').select('id', 'brand_id');
  for (const account of accounts) {
    const policy = await knex('policy_sets').where({ brand_id: account.brand_id }).first('id');
    const id = uuidv7();
    const userId = userIds[pick(userIds.length)] ?? '';
    await knex('sharings').insert({
      ...{
        id,
        brand_id: account.brand_id,
        account_id: account.id,
        policy_set_id: policy.id,
        user_id: userId,
      },
      ...{ invited_by_id: userId, name: 'A', email: 'a@example.com', language: 'en', version: 1 },
      ...{ invited_at: at, ends_at: at, accepted_at: pick(6) === 0 ? null : at },
      revoked_at: pick(6) === 0 ? at : null,
    });
    const codes = await knex('receptions').where({ account_id: account.id }).distinct('client_code_id');
    for (const { client_code_id: clientCodeId } of codes)
      if (pick(2) === 0)
        await knex('shared_numbers').insert({
          ...{ sharing_id: id, client_code_id: clientCodeId, ticked_at: at },
        });
  }
}

const search = async (userId: string, at: string, by: SortColumn = 'issued-on', more: object = {}) =>
  searchDocuments(world.knex, {
    searcher: { readerId: userId, sights: await sightsOf(world.knex, userId, at) },
    ...{ filter: {}, order: { by, direction: 'desc' }, at, limit: 1_000, after: null, ...more },
  });

test('what SQL finds is what the rule lets through, for everybody and at every time', async () => {
  const all = await Promise.all(documentIds.map((id) => issuedDocumentById(world.knex, id, null)));
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: people.length - 1 }),
      fc.integer({ min: -2, max: 9 }),
      async (who, years) => {
        const userId = userIds[who] ?? '';
        const at = instantOf(start + years * year);
        const sights = await sightsOf(world.knex, userId, at);
        const expected = all
          .filter((each) => each !== null && isSeen(each.standing, sights, at))
          .map((each) => each?.id);
        const found = (await search(userId, at)).map(({ id }) => id);
        seen += found.length;
        expect(found.toSorted()).toEqual(expected.toSorted());
      },
    ),
    { numRuns: 30 },
  );
  expect(seen).toBeGreaterThan(100);
});

test.each(
  sortColumns.flatMap((by) => (['asc', 'desc'] as const).map((direction) => [by, direction] as const)),
)('by %s, %s: the pages one after the other are the whole, each document once', async (by, direction) => {
  const [userId = ''] = userIds;
  const at = instantOf(start);
  const order = { by, direction };
  const whole = await search(userId, at, by, { order });
  const paged: string[] = [];
  for (let after = null as ReturnType<typeof searchKeyOf> | null; ;) {
    const page = await search(userId, at, by, { order, limit: 7, after });
    paged.push(...page.map(({ id }) => id));
    const last = page.at(-1);
    if (last === undefined) break;
    after = searchKeyOf(last, by);
  }
  expect(paged).toEqual(whole.map(({ id }) => id));
  expect(paged.length).toBeGreaterThan(20);
});
