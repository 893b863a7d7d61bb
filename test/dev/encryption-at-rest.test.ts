import type { Dirent } from 'node:fs';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createKnex } from '../../db/knex.ts';
import { createDatabase } from '../support/databases.ts';
import { testFolder } from '../support/servers.ts';

const CANARY = 'CANARY-Wilhelmina-van-Puffelen';

function filesWith(text: string, folder: string): string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => contentOf(file).includes(text));
}

/** Other tests drop their databases meanwhile: then the list is made anew. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return entriesOf(folder);
    throw error;
  }
}

/** What is gone holds nothing. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

describe('the private MariaDB', () => {
  it('writes no row in plain text: not to tables, redo log, undo or temporary files', async () => {
    const database = await createDatabase();
    const knex = createKnex(database.url, { poolMax: 1 });
    await knex.raw(
      'CREATE TABLE canaries (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(100), note LONGTEXT)',
    );
    await knex('canaries').insert(
      Array.from({ length: 2000 }, () => ({ name: CANARY, note: CANARY.repeat(20) })),
    );
    await knex.raw("UPDATE canaries SET name = CONCAT(name, '!')");
    await knex.raw(
      'SET SESSION tmp_table_size = 16384, max_heap_table_size = 16384, sort_buffer_size = 66384',
    );
    await knex.raw(
      'CREATE TEMPORARY TABLE copies AS SELECT DISTINCT name, note FROM canaries ORDER BY note, id',
    );
    await knex.raw('FLUSH TABLES canaries FOR EXPORT');
    expect(filesWith(CANARY, join(testFolder(), 'mariadb'))).toEqual([]);
    expect(filesWith(CANARY, join(testFolder(), 'logs'))).toEqual([]);
    await knex.raw('UNLOCK TABLES');
    await knex.destroy();
    await database.drop();
  });

  it('has its key outside its data', () => {
    const key = readFileSync(join(testFolder(), 'secrets/mariadb-encryption-keys'), 'utf8').trim().slice(2);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(filesWith(key, join(testFolder(), 'mariadb'))).toEqual([]);
  });

  it('works by the rules the house counts on', async () => {
    const database = await createDatabase();
    const knex = createKnex(database.url);
    const [[settings]] = await knex.raw(
      'SELECT @@GLOBAL.tx_isolation AS isolation_level, @@innodb_flush_log_at_trx_commit AS flush, @@character_set_server AS charset, @@log_bin AS binlog',
    );
    expect(settings).toEqual({ isolation_level: 'READ-COMMITTED', flush: 1, charset: 'utf8mb4', binlog: 0 });
    const [open] = await knex.raw(
      'SELECT name FROM information_schema.INNODB_TABLESPACES_ENCRYPTION WHERE encryption_scheme = 0 OR current_key_version = 0',
    );
    expect(open).toEqual([]);
    await knex.destroy();
    await database.drop();
  });
});
