/** Who is active in a company: asked of one by the domain, of many by SQL, and of each request by its session (decided.md, People). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { openSession } from '../../db/changes/open-session.ts';
import { isActiveMember } from '../../db/queries/active-members.ts';
import { sessionByTokenHash } from '../../db/queries/identity.ts';
import { isActive } from '../../domain/user.ts';
import { buildHouse } from '../support/house.ts';
import { belgianSite, fourteenDays } from '../support/mail-items.ts';
import { newMember } from '../support/persons.ts';
import { migratedDatabase } from './own-database.ts';
import type { OwnDatabase } from './own-database.ts';

const at = '2027-02-02T14:00:00.000Z';
const later = '2027-02-02T15:00:00.000Z';
let database: OwnDatabase;
let companyId: string;

beforeAll(async () => {
  database = await migratedDatabase();
  ({ companyId } = await buildHouse(database.knex, { policy: fourteenDays, site: belgianSite }));
});
afterAll(() => database.drop());

const whenever = [null, at];
const standings = whenever.flatMap((acceptedAt) =>
  whenever.flatMap((deactivatedAt) =>
    whenever.map((suspendedAt) => ({ acceptedAt, deactivatedAt, suspendedAt })),
  ),
);

test.each(standings)('%j', async (standing) => {
  const { knex } = database;
  const { id: userId, membershipId } = await newMember(knex, companyId);
  const column = (instant: string | null) => (instant === null ? null : new Date(instant));
  await knex('memberships')
    .where({ id: membershipId })
    .update({
      accepted_at: column(standing.acceptedAt),
      deactivated_at: column(standing.deactivatedAt),
      suspended_at: column(standing.suspendedAt),
    });
  const expected = isActive(standing);
  const found = await knex('memberships as m').where('m.id', membershipId).where(isActiveMember);
  expect(found).toHaveLength(expected ? 1 : 0);
  const tokenHash = `${randomUUID()}${randomUUID()}`.replaceAll('-', '');
  const session = { id: randomUUID(), tokenHash, kind: 'bearer' as const, expiresAt: later };
  await openSession(knex)({ ...session, userId, at });
  const { memberships } = (await sessionByTokenHash(knex, tokenHash, at)) ?? { memberships: [] };
  expect(memberships).toHaveLength(expected ? 1 : 0);
});
