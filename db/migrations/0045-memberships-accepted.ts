/** Memberships from before there were invitations count as accepted. */
import type { Migration } from './table.ts';

export const membershipsAccepted: Migration = {
  up: async (knex) => {
    await knex('memberships')
      .whereNull('created_at')
      .update({ created_at: knex.raw('UTC_TIMESTAMP(6)'), accepted_at: knex.raw('UTC_TIMESTAMP(6)') });
  },
  down: () => Promise.resolve(),
};
