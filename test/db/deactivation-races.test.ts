/** WF-04 against the real database: nobody slips in while he is being put out, whatever happens then (check 7, F01, F05). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { OutcomeUnknown } from '../../db/changes/change.ts';
import { deactivateUser } from '../../db/changes/deactivate-user.ts';
import { openSession } from '../../db/changes/open-session.ts';
import { suspendUser } from '../../db/changes/suspend-user.ts';
import { Refused } from '../../domain/verdict.ts';
import { buildHouse } from '../support/house.ts';
import { belgianSite, fourteenDays } from '../support/mail-items.ts';
import { newMember } from '../support/persons.ts';
import { staffMember } from '../support/staff.ts';
import { commitWire } from './commit-wire.ts';
import type { CommitWire, Fate } from './commit-wire.ts';
import { requestFor } from './facts.ts';
import { migratedDatabase } from './own-database.ts';
import type { OwnDatabase } from './own-database.ts';

const at = '2027-02-02T14:00:00.000Z';
let database: OwnDatabase;
let wire: CommitWire;
let companyId: string;
let staffId: string;

beforeAll(async () => {
  database = await migratedDatabase();
  wire = await commitWire(database);
  ({ companyId } = await buildHouse(database.knex, { policy: fourteenDays, site: belgianSite }));
  staffId = (await staffMember(database.knex)).id;
});
afterAll(async () => {
  await wire.close();
  await database.drop();
});

const member = async (): Promise<string> => (await newMember(database.knex, companyId)).id;

async function logIn(userId: string): Promise<'in' | 'refused'> {
  const [one, other] = [uuidv7(), uuidv7()].map((id) => id.replaceAll('-', ''));
  const session = { id: uuidv7(), userId, tokenHash: `${one ?? ''}${other ?? ''}`, kind: 'bearer' as const };
  try {
    await openSession(database.knex)({ ...session, at, expiresAt: '2027-02-03T14:00:00.000Z' });
    return 'in';
  } catch (error) {
    if (error instanceof Refused) return 'refused';
    throw error;
  }
}

test.each([
  ['deactivated', deactivateUser],
  ['suspended by staff', suspendUser],
])(
  '[check 7] who logs in at the moment he is %s has no session afterwards',
  async (_words, end) => {
    for (let round = 0; round < 10; round += 1) {
      const userId = await member();
      const actor = { type: 'staff', id: staffId } as const;
      await Promise.all([
        ...Array.from({ length: 4 }, () => logIn(userId)),
        end(database.knex)({ companyId, userId, actor, at, request: null }),
        ...Array.from({ length: 4 }, () => logIn(userId)),
      ]);
      const open = await database.knex('sessions').where({ user_id: userId, ended_at: null });
      expect(open).toEqual([]);
      expect(await logIn(userId)).toBe('refused');
    }
  },
  60_000,
);

test.each<[string, Fate]>([
  ['before the database had it', 'lost'],
  ['after it was carried out', 'answer-lost'],
  ['while it was under way', 'cut'],
])(
  '[check 7] the API is gone at the COMMIT of a deactivation, %s: all of it or nothing, and the same request once more finishes it',
  async (_words, fate) => {
    const userId = await member();
    await logIn(userId);
    const { knex } = database;
    const browser = { id: uuidv7(), user_id: userId, token_hash: userId.replaceAll('-', '').repeat(2) };
    const seen = { label: 'A browser', created_at: new Date(at), last_used_at: new Date(at) };
    await knex('trusted_browsers').insert({ ...browser, ...seen });
    const membership = () => knex('memberships').where({ user_id: userId }).first('deactivated_at');
    const open = async () => [
      ...(await knex('sessions').where({ user_id: userId, ended_at: null }).select('id')),
      ...(await knex('trusted_browsers').where({ user_id: userId, revoked_at: null }).select('id')),
    ];
    const actor = { type: 'staff', id: staffId } as const;
    const asked = { companyId, userId, actor, at, request: requestFor(userId) };

    wire.next(fate);
    await expect(deactivateUser(wire.dying)(asked)).rejects.toBeInstanceOf(OutcomeUnknown);
    // A commit that is still under way lets its rows go when it is through.
    await knex.transaction((trx) => trx('companies').where({ id: companyId }).forUpdate().first('id'));
    const isDone = (await membership()).deactivated_at !== null;
    expect([isDone, (await open()).length]).toEqual([fate !== 'lost', isDone ? 0 : 2]);

    expect(await deactivateUser(knex)(asked)).toEqual({ userId });
    expect([(await membership()).deactivated_at, await open()]).toEqual([new Date(at), []]);
    expect(await logIn(userId)).toBe('refused');
    const told = { kind: 'user.deactivated', subject_id: userId };
    expect(await knex('events').where(told)).toHaveLength(1);
  },
  30_000,
);
