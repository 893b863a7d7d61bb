import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { operations } from '../../api/operations.ts';
import { openApiDocument } from '../../api/openapi.ts';
import type { oas31 } from 'zod-openapi';
import { bearer, ownApi, tokenOf } from './own-api.ts';
import type { OwnApi } from './own-api.ts';

let api: OwnApi;
let tokens: Record<string, string>;

beforeAll(async () => {
  api = await ownApi();
  tokens = {
    user: await tokenOf(api, 'an'),
    operator: await tokenOf(api, 'olga'),
    site: api.people.siteToken,
    nobody: 'x'.repeat(43),
  };
}, 60_000);
afterAll(() => api.close());

/** What clients send by mistake or malice in place of a text. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    2 ** 53,
    '',
    ' ',
    '\u0000',
    "' or 1=1 -- ",
    '../../etc/passwd',
    '{{7*7}}',
    '%00',
    'a'.repeat(5_000),
    '2027-02-30',
    '9999-99-99',
    '\ud800',
    [],
    {},
    [[]],
    [null],
    { $gt: '' },
    { toString: null },
    { length: 1e9 },
    { valueOf: 'x' },
    ['a', 'b'],
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary' }),
);

const document = openApiDocument(operations);

for (const operation of operations) {
  const described = document.paths?.[operation.path]?.[operation.method];
  const fields = namesIn(described?.requestBody as oas31.RequestBodyObject | undefined);
  const queries = ((described?.parameters ?? []) as oas31.ParameterObject[])
    .filter((parameter) => parameter.in === 'query')
    .map(({ name }) => name);

  test(`${operation.id} answers nonsense with a refusal, never with a fault`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom('surplus', ...fields), odd, { maxKeys: 8 }),
        fc.dictionary(fc.constantFrom('surplus', ...queries), odd, { maxKeys: 3 }),
        fc.oneof(
          fc.uuid(),
          fc.string({ unit: 'binary', minLength: 1 }),
          fc.constantFrom('__proto__', '0', '%2e%2e'),
        ),
        fc.constantFrom('user', 'operator', 'site', 'nobody'),
        async (body, query, id, who) => {
          const path = operation.path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(wellFormed(id)));
          const search = new URLSearchParams(
            Object.entries(query).map(([name, value]): [string, string] => [
              name,
              typeof value === 'string' ? wellFormed(value) : JSON.stringify(value),
            ]),
          ).toString();
          const request = api.http[operation.method](search === '' ? path : `${path}?${search}`)
            .set(bearer(tokens[who] ?? ''))
            .set('Idempotency-Key', 'fuzz-key-12345')
            .set('If-Match', '"1"');
          const sends = operation.method !== 'get' && operation.body !== undefined;
          const media = operation.upload?.mediaTypes[0];
          if (media !== undefined) void request.type(media).send(JSON.stringify(body));
          const answer = await (sends ? request.send(body) : request);
          const context = JSON.stringify({ path, search, body, who, text: answer.text.slice(0, 500) });
          expect([answer.status === 500 ? context : '', answer.status]).toEqual(['', answer.status]);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
}

function namesIn(body: oas31.RequestBodyObject | undefined): string[] {
  const schema = body?.content['application/json']?.schema as oas31.SchemaObject | undefined;
  const resolved =
    schema?.$ref === undefined ? schema : document.components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''];
  const { properties = {}, oneOf = [], anyOf = [] } = (resolved ?? {}) as oas31.SchemaObject;
  const parts = [...oneOf, ...anyOf].flatMap((part) =>
    Object.keys((part as oas31.SchemaObject).properties ?? {}),
  );
  return [...Object.keys(properties), ...parts];
}

/** A lone surrogate cannot be written into an address. */
function wellFormed(text: string): string {
  return text.replaceAll(/[\ud800-\udfff]/gu, '?');
}
