/** The shape every table shares; a migration says only what is its own. */
import type { Knex } from 'knex';

export interface Migration {
  up(knex: Knex): Promise<void>;
  down(knex: Knex): Promise<void>;
}

/** UUIDv7 made in the application. */
export const ID = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
/** SHA-256 in lower-case hexadecimal. */
export const HASH = 'CHAR(64) CHARACTER SET ascii COLLATE ascii_bin';
/** An instant in UTC; we write milliseconds. */
export const AT = 'DATETIME(6)';

/** A word of the program, compared byte by byte. */
export const word = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

/**
 * Creates the table, and on the way down drops it. MariaDB and MySQL commit DDL by themselves, so a migration killed
 * half-way must be able to run again: both statements ask whether the work is already done.
 */
export function table(name: string, columns: string): Migration {
  return {
    up: async (knex) => {
      await knex.raw(
        `CREATE TABLE IF NOT EXISTS ${name} (${columns})
         ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`,
      );
    },
    down: async (knex) => {
      await knex.raw(`DROP TABLE IF EXISTS ${name}`);
    },
  };
}

/** Drops a table that nothing reads any more (expand, contract); on the way down it comes back, empty. */
export function gone(made: Migration): Migration {
  return { up: (knex) => made.down(knex), down: (knex) => made.up(knex) };
}
