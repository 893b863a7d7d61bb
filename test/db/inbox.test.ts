import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Knex } from 'knex';
import type { InboxFilter } from '../../db/queries/inbox.ts';
import { inboxIds } from '../../db/queries/inbox.ts';
import type { Reach } from '../../domain/reach.ts';
import type { World } from '../support/fixtures.ts';
import { createWorld } from '../support/fixtures.ts';

const letters = 20_000;
let world: World;
let knex: Knex;
let companyId: string;
let boxIds: readonly string[];

/** As many letters as a busy company has, copied in the database from one that arrived. */
beforeAll(async () => {
  world = await createWorld();
  ({ knex } = world);
  const { itemId } = await world.arrive();
  await world.arrive({ box: 'BE 1002' });
  const row = await knex('mail_items').where({ id: itemId }).first<Record<string, unknown>>();
  companyId = String(row['company_id']);
  boxIds = [await world.boxId('BE 1001'), await world.boxId('BE 1002')];
  const own = ['id', 'site_reference', 'stage', 'decision_due_at', 'postbox_id'];
  const columns = Object.keys(row).filter((name) => !own.includes(name));
  await knex.raw(
    `INSERT INTO mail_items (id, site_reference, stage, decision_due_at, postbox_id, ${columns.join(', ')})
     SELECT CONCAT('0193', LPAD(HEX(seq), 4, '0'), '-0000-7000-8000-000000000000'), CONCAT('copy ', seq),
            IF(seq % 50 = 0, 'undecided', 'forwarded'), IF(seq % 50 = 0, i.decision_due_at, NULL),
            IF(seq % 10 = 0, ?, i.postbox_id), ${columns.map((name) => `i.${name}`).join(', ')}
       FROM seq_1_to_${letters} JOIN mail_items i WHERE i.id = ?`,
    [boxIds[1] ?? '', itemId],
  );
  await knex.raw('ANALYZE TABLE mail_items');
});
afterAll(() => world.close());

const nobody: Reach = {
  everything: false,
  siteIds: [],
  issuerIds: [],
  companyIds: [],
  joinedCompanyIds: [],
  postboxIds: [],
};
const administrator = (): Reach => ({ ...nobody, companyIds: [companyId] });
const member = (): Reach => ({ ...nobody, joinedCompanyIds: [companyId], postboxIds: boxIds });

/** What one page reads: rows that the engine touched, and how it read them. */
async function costOf(reach: Reach, filter: InboxFilter, before?: string) {
  const statements: { sql: string; bindings: Knex.Value[] }[] = [];
  const note = (query: { sql: string; bindings: Knex.Value[] }) => statements.push(query);
  knex.on('query', note);
  const ids = await inboxIds(knex, reach, world.deps.clock(), filter, { limit: 26, before });
  knex.removeListener('query', note);
  const statement = statements.at(-1);
  const [steps] = await knex.raw(`EXPLAIN ${statement?.sql ?? ''}`, statement?.bindings ?? []);
  const ofLetters = (steps as { table: string; Extra: string }[]).filter(({ table }) => table === 'i');
  return { ids, sorts: ofLetters.filter(({ Extra }) => Extra.includes('filesort')).length };
}

describe('a page of a large inbox', () => {
  test.each([
    ['of a company', administrator, {}],
    ['of boxes granted', member, {}],
    ['of a company, by stage', administrator, { stage: 'undecided' }],
  ] as const)('%s is read in its order, not sorted', async (_what, reach, filter) => {
    const page = await costOf(reach(), filter);
    expect([page.ids.length, page.sorts]).toEqual([26, 0]);
    const next = await costOf(reach(), filter, page.ids.at(-1));
    expect(next.sorts).toBe(0);
    expect(next.ids.every((id) => id < (page.ids.at(-1) ?? ''))).toBe(true);
  });

  test('of what is due is found among the few that are', async () => {
    const page = await costOf(administrator(), { dueBefore: '2027-02-17T00:00:00.000Z' });
    expect(page.ids).toHaveLength(26);
  });

  test('pages of two boxes are the pages of their company', async () => {
    const walk = async (reach: Reach) => {
      const seen: string[] = [];
      let before: string | undefined;
      for (let page = 0; page < 20; page += 1) {
        const { ids } = await costOf(reach, { stage: 'undecided' }, before);
        seen.push(...ids);
        before = ids.at(-1) ?? '';
      }
      return seen;
    };
    const all = await walk(administrator());
    expect(all).toHaveLength(letters / 50 + 1);
    expect(await walk(member())).toEqual(all);
  });
});
