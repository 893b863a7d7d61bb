/** Nobody has ever logged in as him: that log-in authorises its place (decided.md, Places). */
import { column } from './alter.ts';
import { AT } from './table.ts';
import type { Migration } from './table.ts';

const added = column('users', 'first_log_in_at', `${AT} NULL`);

export const usersFirstLogIn: Migration = {
  up: async (knex) => {
    await added.up(knex);
    await knex('users')
      .whereNull('first_log_in_at')
      .update({ first_log_in_at: knex('sessions').where('user_id', knex.ref('users.id')).min('created_at') });
  },
  down: (knex) => added.down(knex),
};
