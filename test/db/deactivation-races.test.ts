/** WF-04 against the real database: nobody slips in while he is being put out (check 7). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { deactivateUser } from '../../db/changes/deactivate-user.ts';
import { openSession } from '../../db/changes/open-session.ts';
import { suspendUser } from '../../db/changes/suspend-user.ts';
import { Refused } from '../../domain/verdict.ts';
import { buildHouse } from '../support/house.ts';
import { belgianSite, fourteenDays } from '../support/mail-items.ts';
import { migratedDatabase } from './own-database.ts';
import type { OwnDatabase } from './own-database.ts';

const at = '2027-02-02T14:00:00.000Z';
let database: OwnDatabase;
let companyId: string;
let staffId: string;

beforeAll(async () => {
  database = await migratedDatabase();
  ({ companyId } = await buildHouse(database.knex, { policy: fourteenDays, site: belgianSite }));
  staffId = await person();
  await database.knex('staff_roles').insert({ user_id: staffId, role: 'operator', site_id: null });
}, 60_000);
afterAll(() => database.drop());

async function person(): Promise<string> {
  const id = uuidv7();
  const names = { username: id, email: `${id}@company.example`, name: 'A person', language: 'en' };
  await database.knex('users').insert({ id, ...names });
  return id;
}

async function member(): Promise<string> {
  const userId = await person();
  const facts = { user_id: userId, company_id: companyId, profile: 'user', accepted_at: new Date(at) };
  await database.knex('memberships').insert({ id: uuidv7(), ...facts });
  return userId;
}

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
