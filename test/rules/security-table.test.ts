import { readFileSync } from 'node:fs';
import { securityTable } from '../../commands/security-tests.ts';

test('docs/security.md is what the tests say: npm run security-table', async () => {
  const written = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8');
  expect(await securityTable()).toBe(written);
});
