import type { Knex } from 'knex';

/**
 * The same password under today's cost, at a log-in that proved it (check 27). One statement without event: nothing
 * about the person has changed; a password changed meanwhile stays as it is.
 */
export const rehashPassword =
  (knex: Knex) =>
  async (userId: string, from: string, to: string): Promise<void> => {
    await knex('users').where({ id: userId, password_hash: from }).update({ password_hash: to });
  };
