import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import type { ChosenPassword } from './write-password.ts';
import { writePassword } from './write-password.ts';

/** Whom a link has led in: he belongs to no company. */
export interface NewPerson {
  readonly username: string;
  readonly email: string;
  readonly name: string;
  readonly language: string;
}

/** With the password he chose. Returns his id. */
export async function createPerson(
  trx: Knex.Transaction,
  { username, email, name, language }: NewPerson,
  password: ChosenPassword,
  at: Instant,
): Promise<string> {
  const id = uuidv7();
  await trx('users').insert({ id, username, email, name, language });
  await writePassword(trx, id, password, at);
  return id;
}
