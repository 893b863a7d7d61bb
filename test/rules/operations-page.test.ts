/** What operations are told to ask is what Temporal answers, and what is there. */
import { readFileSync } from 'node:fs';
import { Client, Connection } from '@temporalio/client';
import { temporalAddress } from '../support/servers.ts';

const page = readFileSync('docs/operations.md', 'utf8');
const queries = [...page.matchAll(/^\| [^|]+ \| `([^`]*(?:=|<|IS)[^`]*)` +\|$/gm)].map(
  ([, query]) => query ?? '',
);

let connection: Connection;

beforeAll(async () => {
  connection = await Connection.connect({ address: temporalAddress() });
});
afterAll(() => connection.close());

test('the page has its table of queries', () => {
  expect(queries.length).toBeGreaterThan(20);
});

test.each(queries)('Temporal takes the query %s', async (query) => {
  const { count } = await new Client({ connection }).workflow.count(
    query.replace('<now>', '2027-02-17T00:00:00Z'),
  );
  expect(count).toBeGreaterThanOrEqual(0);
});

test('each names a life that there is', () => {
  const index = readFileSync('workflows/index.ts', 'utf8');
  const named = queries.flatMap((query) =>
    [...query.matchAll(/WorkflowType = "(\w+)"/g)].map(([, name]) => name),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !index.includes(`{ ${String(name)} }`))).toEqual([]);
});
