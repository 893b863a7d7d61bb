/** The walks of the README and of docs/, run as a newcomer runs them: their own commands, in order, against the running product. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createKnex } from '../../db/knex.ts';
import { seedDemo } from '../../db/seeds/demo.ts';
import { hashPassword } from '../../platform/passwords.ts';
import { publicHolidays } from '../../platform/public-holidays.ts';
import { hashToken, newToken } from '../../platform/tokens.ts';
import { root } from '../support/own-servers.ts';
import type { Product } from '../support/product.ts';
import { startProduct } from '../support/product.ts';
import { testFolder } from '../support/servers.ts';
import { registry } from '../support/registry.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const documents = readFileSync(join(root, 'docs/walk-documents.md'), 'utf8');
let product: Product;

beforeAll(async () => {
  product = await startProduct();
}, 400_000);
afterAll(() => product.close());

test('every command of both walks works, and says what the text says', async () => {
  const folder = mkdtempSync(join(testFolder(), 'walk-'));
  mkdirSync(join(folder, '.local'));
  cpSync(join(root, 'docs/letter.pdf'), join(folder, 'docs/letter.pdf'));
  const running = {
    addresses: { api: product.url, mail: product.servers.mailPage },
    ...(await demoAccess()),
  };
  writeFileSync(join(folder, '.local/running.json'), JSON.stringify(running));

  const said = await bash(
    folder,
    ['set -euo pipefail', ...blocksOf(readme), ...blocksOf(documents)].join('\n'),
  );
  expect(said).toMatch(
    /^true\n\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+\d\d:\d\d\ninvited\ntrue\nadministrator of Brasserie du Coin$/m,
  );
  expect(said).toMatch(/Storage is charged, 50 cents/);
  expect(said).toMatch(/^pick-up$/m);
  expect(said).toMatch(/^begun\ndone$/m);
  expect(said).toMatch(/The letter was received and scanned/);
  expect(said).toMatch(/^restored$/m);
  expect(said).toMatch(/^3\npublished\n2025 read\n2024 read\n2023 read\n2 unread\n1 read$/m);
  expect(said).toMatch(
    /^\d{4}-01-01T00:00:00\+01:00 {2}.+\nBoekhouding Claes\n5\nconsent\napproval\nrevertible\n6\n?$/m,
  );
}, 400_000);

test('it stays short', () => {
  expect(readme.split('\n').length).toBeLessThan(150);
});

function blocksOf(page: string): string[] {
  return [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, commands = '']) => commands);
}

async function demoAccess() {
  const knex = createKnex(product.servers.databaseUrl);
  const newCompanyKey = (companyId: string) => product.vault.newCompanyKey(companyId);
  const ports = {
    registry,
    newPassword: newToken,
    hashPassword,
    newToken,
    hashToken,
    newCompanyKey,
    publicHolidays,
  };
  try {
    return await seedDemo(knex, ports, new Date().toISOString());
  } finally {
    await knex.destroy();
  }
}

async function bash(cwd: string, script: string): Promise<string> {
  try {
    return (await promisify(execFile)('bash', ['-c', script], { cwd, timeout: 100_000 })).stdout;
  } catch (error) {
    // How far it came says more than the script, which is what the error tells.
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`stopped after\n${stdout}\n${stderr}`, { cause: error });
  }
}
