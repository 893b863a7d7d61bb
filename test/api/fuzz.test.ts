/** Nonsense in place of texts, at every operation and for every kind of caller: refused, never a fault (ASVS 15.3.5). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import type { oas31 } from 'zod-openapi';
import { createSlots } from '../../api/slots.ts';
import { openApiDocument } from '../../api/openapi.ts';
import type { AnyOperation } from '../../api/operation.ts';
import { operations } from '../../api/operations.ts';
import { Away } from '../../api/refusal.ts';
import { bearer, createWorld } from '../support/fixtures.ts';
import type { World } from '../support/fixtures.ts';

let world: World;
let callers: Record<string, Record<string, string>>;
let ids: readonly string[];

const away = () => Promise.reject(new Away('temporal'));

beforeAll(async () => {
  world = await createWorld(() => ({
    lives: { command: away, commandMailItem: away, commandTrashing: away },
    mails: { confirmNotificationAddress: () => Promise.reject(new Away('mail')) },
    intake: { scratchDir: tmpdir(), qpdfPath: 'qpdf', slots: createSlots(4) },
  }));
  callers = {
    administrator: await world.as('an.peeters'),
    user: await world.as('bart.claes'),
    foreigner: await world.as('emma.jansen'),
    operator: await world.as('olga.operator'),
    staff: await world.as('sam.brussel'),
    site: world.asSite('brussel'),
    nobody: bearer('x'.repeat(43)),
  };
  const letter = await world.arrive();
  ids = [
    letter.itemId,
    letter.documentId,
    letter.blobId,
    await world.boxId('BE 1001'),
    await world.siteId('brussel'),
  ];
});
afterAll(() => world.close());

/** What clients send by mistake or malice in place of a text. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, 0, -1, 1e308, 2 ** 53, '', ' ', '\u0000', "' or 1=1 -- ", '../../etc/passwd', '{{7*7}}'],
    ...['%00', 'a'.repeat(5_000), '2027-02-30', '9999-99-99', '2027-02-10', '\ud800', [], {}, [[]], [null]],
    ...[
      { $gt: '' },
      { toString: null },
      { length: 1e9 },
      { valueOf: 'x' },
      ['a', 'b'],
      'keep',
      'destroy',
      '"1"',
    ],
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary' }),
);

const document = openApiDocument(operations);

describe.each(operations.map((each) => [each.id, each] as const))('%s', (_id, operation) => {
  const described = document.paths?.[operation.path]?.[operation.method];
  const fields = namesIn(described?.requestBody as oas31.RequestBodyObject | undefined);
  const queries = ((described?.parameters ?? []) as oas31.ParameterObject[])
    .filter((parameter) => parameter.in === 'query')
    .map(({ name }) => name);

  test('answers nonsense without a fault', async () => {
    const nonsense = fc.record({
      body: fc.dictionary(fc.constantFrom('surplus', ...fields), odd, { maxKeys: 8 }),
      query: fc.dictionary(fc.constantFrom('surplus', ...queries), odd, { maxKeys: 3 }),
      id: fc.oneof(
        fc.integer({ min: 0, max: 4 }).map((index) => ids[index] ?? ''),
        fc.uuid(),
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.constantFrom('__proto__', '0', '%2e%2e'),
      ),
      who: fc.constantFrom(...Object.keys(callers)),
    });
    await fc.assert(
      fc.asyncProperty(nonsense, async (sent) => {
        const { status, text } = await send(operation, sent);
        if (status === 500) throw new Error(`${text.slice(0, 300)}\n${world.log().split('\n').at(-3) ?? ''}`);
        expect(status).toBeLessThan(504);
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});

interface Nonsense {
  readonly body: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly id: string;
  readonly who: string;
}

async function send(operation: AnyOperation, { body, query, id, who }: Nonsense) {
  const path = operation.path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(wellFormed(id)));
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? wellFormed(value) : JSON.stringify(value),
    ]),
  ).toString();
  const request = world.http[operation.method](search === '' ? path : `${path}?${search}`)
    .set(callers[who] ?? {})
    .set({ 'Idempotency-Key': randomUUID(), 'If-Match': '"1"' });
  if (operation.body !== undefined) return request.send(body);
  const media = operation.upload?.mediaTypes[0];
  return media === undefined ? request : request.type(media).send(JSON.stringify(body));
}

function namesIn(body: oas31.RequestBodyObject | undefined): string[] {
  const schema = resolved(body?.content['application/json']?.schema as oas31.SchemaObject | undefined);
  const parts = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].map((part) =>
    resolved(part as oas31.SchemaObject),
  );
  return [schema, ...parts].flatMap(({ properties = {} }) => Object.keys(properties));
}

function resolved(schema: oas31.SchemaObject = {}): oas31.SchemaObject {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : (document.components?.schemas?.[name] as oas31.SchemaObject);
}

/** A lone surrogate cannot be written into an address. */
function wellFormed(text: string): string {
  return text.replaceAll(/[\ud800-\udfff]/gu, '?');
}
