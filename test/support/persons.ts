/** People straight in the tables, for tests that are not about how they came in. */
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Profile } from '../../domain/rights.ts';

export interface Person {
  readonly id: string;
  readonly username: string;
  readonly email: string;
}

/** Columns that a test says something of. */
type Facts = Readonly<Record<string, unknown>> & Partial<Person>;

/** A user of no company; without a password unless the facts bring one. */
export async function newPerson(knex: Knex, facts: Facts = {}): Promise<Person> {
  const { id = uuidv7() } = facts;
  const { username = id, email = `${id}@people.example` } = facts;
  await knex('users').insert({ name: 'Somebody', language: 'en', ...facts, id, username, email });
  return { id, username, email };
}

export interface Member extends Person {
  readonly membershipId: string;
}

/** An active member of that company. */
export async function newMember(
  knex: Knex,
  companyId: string,
  profile: Profile = 'user',
  facts: Facts = {},
): Promise<Member> {
  const person = await newPerson(knex, facts);
  const membershipId = uuidv7();
  const membership = { id: membershipId, user_id: person.id, company_id: companyId, profile };
  await knex('memberships').insert({ ...membership, accepted_at: new Date(0) });
  return { ...person, membershipId };
}
