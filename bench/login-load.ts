/** Log-ins for the measurements: who they are of, and where each seems to come from. */
import { hashPassword } from '../platform/passwords.ts';
import type { Bench } from './bench.ts';
import { ask } from './http.ts';

/** As many as a storm has hands; the queue before the hash is longer. */
export const hands = 16;

export const password = 'eleven grey herons wait';

export interface Person {
  readonly username: string;
}

/** The customers of the measured companies, all with the same password. */
export async function people({ postman: { knex }, companies }: Bench): Promise<readonly Person[]> {
  const ids = companies.map(({ userId }) => userId);
  await knex('users')
    .whereIn('id', ids)
    .update({ password_hash: await hashPassword(password) });
  return knex('users').whereIn('id', ids).select<Person[]>('username');
}

let asked = 0;
/** Each attempt comes from another address of a private network, as through a proxy of ours: no budget is used up. */
export function fromElsewhere(): Record<string, string> {
  asked += 1;
  return {
    'X-Forwarded-For': `10.${String((asked >> 16) & 255)}.${String((asked >> 8) & 255)}.${String(asked & 255)}`,
  };
}

export async function logIn(api: string, username: string, secret: string, expected: number): Promise<void> {
  const body = { username, password: secret, mode: 'bearer' };
  await ask(`${api}/v1/sessions`, fromElsewhere(), body, expected);
}

export function inTurn<T>(things: readonly T[]): () => T {
  let place = 0;
  return () => {
    const thing = things[place % things.length];
    place += 1;
    if (thing === undefined) throw new Error('nobody to ask');
    return thing;
  };
}
