import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { budgets } from '../../domain/budget.ts';
import type { World } from '../support/fixtures.ts';
import { createWorld } from '../support/fixtures.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
beforeEach(() => world.knex('rate_limits').delete());
afterAll(() => world.close());

const path = '/v1/content-policy-reports';
const page = 'https://mailroom.example/mail-items/0190?name=Canary#secret-canary';
const legacy = {
  'csp-report': {
    'document-uri': page,
    referrer: 'https://mailroom.example/?who=Canary',
    'violated-directive': 'script-src-elem',
    'blocked-uri': 'https://evil.example/canary.js?canary=1',
    'original-policy': "default-src 'none'",
    'script-sample': 'var canary',
  },
};
const modern = [
  {
    type: 'csp-violation',
    age: 10,
    url: page,
    user_agent: 'Canary Browser',
    body: { documentURL: page, effectiveDirective: 'img-src', blockedURL: 'inline', sample: 'canary' },
  },
];
const report = (body: object, type: string) => world.http.post(path).type(type).send(JSON.stringify(body));
const logged = () =>
  world
    .log()
    .split('\n')
    .filter((line) => line.includes('content policy'))
    .map((line) => JSON.parse(line) as { violations: unknown });

test('[check 49] every answer names where violations of its content policy are reported', async () => {
  const { headers } = await world.http.get('/health/live');
  expect(headers['content-security-policy']).toContain(`report-uri ${path}`);
  expect(headers['content-security-policy']).toContain('report-to content-policy');
  expect(headers['reporting-endpoints']).toBe(`content-policy="${path}"`);
});

test('[check 49] a report in either form is one line in the log, without queries, samples or foreign words', async () => {
  const before = logged().length;
  expect((await report(legacy, 'application/csp-report')).status).toBe(204);
  expect((await report(modern, 'application/reports+json')).status).toBe(204);
  const strange = {
    'csp-report': {
      'document-uri': 'https://other.example/Canary',
      'violated-directive': 'CANARY',
      'blocked-uri': 7,
    },
  };
  expect((await report(strange, 'application/csp-report')).status).toBe(204);
  expect(
    logged()
      .slice(before)
      .map(({ violations }) => violations),
  ).toEqual([
    [{ directive: 'script-src-elem', blocked: 'https://evil.example', page: '/mail-items/0190' }],
    [{ directive: 'img-src', blocked: 'inline', page: '/mail-items/0190' }],
    [{ directive: 'unknown', blocked: 'unknown', page: 'elsewhere' }],
  ]);
  expect(world.log().toLowerCase()).not.toContain('canary');
});

test('[check 49] what is no report is refused, and so is a large one', async () => {
  expect((await report(legacy, 'application/json')).status).toBe(415);
  expect((await report({ other: 1 }, 'application/csp-report')).status).toBe(422);
  expect((await report([], 'application/reports+json')).status).toBe(422);
  const large = { 'csp-report': { 'document-uri': 'x'.repeat(20_000) } };
  expect((await report(large, 'application/csp-report')).status).toBe(413);
});

test('[check 49] one place reports so often and no more', async () => {
  for (let sent = 0; sent < budgets.reportsFromPlace.times; sent += 1)
    expect((await report(legacy, 'application/csp-report')).status).toBe(204);
  const refused = await report(legacy, 'application/csp-report');
  expect([refused.status, refused.body.reason]).toEqual([429, 'request.too-many']);
});
