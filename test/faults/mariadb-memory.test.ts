import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createKnex } from '../../db/knex.ts';
import type { OwnServers } from '../support/own-servers.ts';
import { startOwnServers } from '../support/own-servers.ts';
import { testFolder } from '../support/servers.ts';

let folder: string;
let servers: OwnServers;
beforeAll(async () => {
  mkdirSync(join(testFolder(), 'products'), { recursive: true });
  folder = mkdtempSync(join(testFolder(), 'products', 'mariadb-'));
  servers = await startOwnServers(folder);
}, 400_000);
afterAll(async () => {
  await Promise.all([servers.mariadb, servers.temporal, servers.mails].map((each) => each.kill()));
  rmSync(folder, { recursive: true, force: true });
});

test('what customers have said does not end up in the system tables of MariaDB', async () => {
  const knex = createKnex(servers.databaseUrl, { poolMax: 1 });
  // As long as a page: memory that is given back and taken again, unwiped, for the next page to be written.
  for (let word = 0; word < 50; word += 1) await knex.raw(`SET @word${word} = REPEAT('CanaryInMemory', 580)`);
  for (let word = 0; word < 50; word += 1) await knex.raw(`SET @word${word} = NULL`);
  await knex.raw('FLUSH TABLES');
  await knex.destroy();
  const { stdout } = spawnSync('grep', ['-ral', 'CanaryInMemory', ...servers.stores], { encoding: 'utf8' });
  expect(stdout).toBe('');
});
