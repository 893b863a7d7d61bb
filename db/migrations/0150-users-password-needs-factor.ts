/**
 * Whether a password was chosen that who has no second factor may not have (check 21): a hash does not tell its length.
 * Of passwords from before, those of people who have a factor may be such ones; they are taken for that until chosen anew.
 */
import type { Migration } from './table.ts';
import { column } from './alter.ts';

const added = column('users', 'password_needs_factor', 'BOOLEAN NOT NULL DEFAULT FALSE');

export const usersPasswordNeedsFactor: Migration = {
  up: async (knex) => {
    await added.up(knex);
    await knex('users')
      .whereNotNull('password_hash')
      .whereIn('id', knex('second_factors').whereNotNull('confirmed_at').select('user_id'))
      .update({ password_needs_factor: true });
  },
  down: (knex) => added.down(knex),
};
