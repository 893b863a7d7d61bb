import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createKnex } from '../../db/knex.ts';
import { databaseAdminUrl } from '../support/servers.ts';

test('the schema for tests is recorded again on a server that has recorded it before, and nothing is left there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mailroom-schema-'));
  const file = join(folder, 'schema.json');
  execFileSync(process.execPath, ['--import', 'tsx', 'test/support/record-schema.ts', file]);
  const tablesIn = (path: string) =>
    (JSON.parse(readFileSync(path, 'utf8')) as string[]).filter((text) => text.startsWith('CREATE TABLE'));
  expect(tablesIn(file)).toEqual(tablesIn(process.env['TEST_SCHEMA'] ?? ''));
  rmSync(folder, { recursive: true });
  const admin = createKnex(databaseAdminUrl(), { poolMax: 1 });
  const [left] = (await admin.raw("SHOW DATABASES LIKE 'template%'")) as [object[]];
  await admin.destroy();
  expect(left).toEqual([]);
});
