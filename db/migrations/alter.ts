/** Additions to a table that is there. As `table`: each asks whether the work is already done, for DDL commits by itself. */
import type { Knex } from 'knex';
import type { Migration } from './table.ts';

/** Adds a column; on the way down it goes with what is in it. */
export function column(table: string, name: string, definition: string): Migration {
  const isThere = (knex: Knex) => exists(knex, 'columns', { table_name: table, column_name: name });
  return {
    up: async (knex) => {
      if (!(await isThere(knex))) await knex.raw(`ALTER TABLE ${table} ADD COLUMN ${name} ${definition}`);
    },
    down: async (knex) => {
      if (await isThere(knex)) await knex.raw(`ALTER TABLE ${table} DROP COLUMN ${name}`);
    },
  };
}

/** Adds several columns that say one thing together, each only where it is missing. */
export function columns(table: string, definitions: Readonly<Record<string, string>>): Migration {
  const parts = Object.entries(definitions).map(([name, definition]) => column(table, name, definition));
  return {
    up: async (knex) => {
      for (const part of parts) await part.up(knex);
    },
    down: async (knex) => {
      for (const part of parts.toReversed()) await part.down(knex);
    },
  };
}

/** Lets a column be empty; on the way down rows without it must be gone. */
export function nullable(table: string, name: string, type: string): Migration {
  return retyped(table, name, { from: `${type} NOT NULL`, to: `${type} NULL` });
}

/** Gives a column another type, which must hold what is in it. */
export function retyped(
  table: string,
  name: string,
  { from, to }: { readonly from: string; readonly to: string },
): Migration {
  const set = (knex: Knex, type: string) => knex.raw(`ALTER TABLE ${table} MODIFY COLUMN ${name} ${type}`);
  return {
    up: async (knex) => {
      await set(knex, to);
    },
    down: async (knex) => {
      await set(knex, from);
    },
  };
}

/** Adds a key over columns, `UNIQUE KEY` or `KEY`. */
export function key(
  table: string,
  name: string,
  columns: string,
  kind: 'KEY' | 'UNIQUE KEY' = 'KEY',
): Migration {
  const isThere = (knex: Knex) => exists(knex, 'statistics', { table_name: table, index_name: name });
  return {
    up: async (knex) => {
      if (!(await isThere(knex))) await knex.raw(`ALTER TABLE ${table} ADD ${kind} ${name} (${columns})`);
    },
    down: async (knex) => {
      if (await isThere(knex)) await knex.raw(`ALTER TABLE ${table} DROP KEY ${name}`);
    },
  };
}

async function exists(knex: Knex, view: 'columns' | 'statistics', facts: object): Promise<boolean> {
  const row: unknown = await knex(`information_schema.${view}`)
    .where(facts)
    .whereRaw('table_schema = DATABASE()')
    .first(knex.raw('1 AS found'));
  return row !== undefined;
}
