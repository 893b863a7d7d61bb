import { readFileSync } from 'node:fs';
import { operations } from '../../api/operations.ts';
import { accessPage, tablesOf } from '../../commands/access-table.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

test('docs/access-matrix.md is what the matrix says: npm run access-matrix', async () => {
  expect(await accessPage()).toBe(read('../../docs/access-matrix.md'));
});

test('[checks 1, 8] every operation has its line, with the right it declares', () => {
  const [, ...lines] = tablesOf(read('access-matrix.txt')).theirs;
  expect(lines.map((line) => line.split(/ {2,}/).slice(0, 2))).toEqual(
    operations.map(({ id, right }) => [id, right]),
  );
});
