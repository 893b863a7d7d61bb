/** What holds for every operation there is, whatever it does. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openApiDocument } from '../../api/openapi.ts';
import type { AnyOperation } from '../../api/operation.ts';
import { operations } from '../../api/operations.ts';
import { bearer, ownApi, password, tokenOf } from './own-api.ts';
import type { OwnApi } from './own-api.ts';

type Headers = Record<string, string>;

let api: OwnApi;
let cookies: { readonly user: Headers; readonly operator: Headers };
let tokens: {
  readonly user: Headers;
  readonly operator: Headers;
  readonly site: Headers;
  readonly issuer: Headers;
};

beforeAll(async () => {
  api = await ownApi();
  cookies = { user: await cookieOf('an'), operator: await cookieOf('olga') };
  tokens = {
    user: bearer(await tokenOf(api, 'an')),
    operator: bearer(await tokenOf(api, 'olga')),
    site: bearer(api.people.siteToken),
    issuer: bearer(api.people.issuerToken),
  };
});
afterAll(() => api.close());

const writes = operations.filter(({ method }) => method !== 'get');
const reads = operations.filter(({ method }) => method === 'get');

async function cookieOf(username: string): Promise<Headers> {
  const { headers } = await api.http.post('/v1/sessions').send({ username, password, mode: 'cookie' });
  return { Cookie: String(headers['set-cookie']).split(';')[0] ?? '' };
}

/** Of one who may call it at all. */
function of<Each>(given: Partial<Record<string, Each>>, { caller }: AnyOperation, nobody: Each): Each {
  const kinds: readonly string[] = caller === 'anyone' ? [] : caller;
  return kinds.map((kind) => given[kind]).find((each) => each !== undefined) ?? nobody;
}

const call = ({ method, path, ifMatch }: AnyOperation, headers: Headers) =>
  api.http[method](path.replace('{kind}', 'forwarding').replaceAll(/\{\w+\}/g, () => randomUUID()))
    .set({ 'Idempotency-Key': randomUUID(), ...(ifMatch === true && { 'If-Match': '"1"' }) })
    .set(headers);

describe('a page of another site', () => {
  test('[check 48] writes nothing: by no operation, with the cookie of the person or without one', async () => {
    const from = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' };
    // Sites and issuers have no cookie, and no browser adds their tokens.
    const byToken = ['site', 'issuer'];
    for (const operation of writes.filter(({ caller }) => !byToken.includes(String(caller)))) {
      const answer = await call(operation, { ...of(cookies, operation, {}), ...from });
      expect([operation.id, answer.status, answer.body.reason]).toEqual([
        operation.id,
        403,
        'request.cross-site',
      ]);
    }
  });

  test.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
    '[check 48] no write takes a form of %s, but for files with a header that no form can send',
    async (type) => {
      for (const operation of writes) {
        if (operation.upload !== undefined) continue;
        const request = call(operation, of(tokens, operation, {})).type(type);
        const answer = await request.set(ownHeaders(operation)).send('{"a":1}');
        expect([operation.id, answer.status]).toEqual([operation.id, 415]);
      }
      const files = writes.filter(({ upload }) => upload !== undefined);
      const needsHeader = ({ caller, headers }: AnyOperation) => caller !== 'anyone' || headers !== undefined;
      expect(files.filter((operation) => !needsHeader(operation))).toEqual([]);
    },
    60_000,
  );
});

/** As the API document gives them for example. */
function ownHeaders({ headers = {} }: AnyOperation): Headers {
  return Object.fromEntries(
    Object.entries(headers).map(([name, schema]) => [name, String(schema.meta()?.['example'])]),
  );
}

test('[check 50] nothing that somebody reads for himself is stored by anybody', async () => {
  const seen = [];
  for (const operation of reads.filter(({ caller }) => caller !== 'anyone')) {
    const { status, headers } = await call(operation, of(tokens, operation, {}));
    expect([operation.id, headers['cache-control']]).toEqual([operation.id, 'no-store']);
    if (status === 200) seen.push(operation.id);
  }
  expect(seen.length).toBeGreaterThan(10);
});

test('[check 37] tokens of links are taken by POST alone', () => {
  const { paths = {} } = openApiDocument(operations);
  for (const { id, path, method } of reads)
    expect([id, JSON.stringify(paths[path]?.[method]?.parameters ?? [])]).toEqual([
      id,
      expect.not.stringMatching(/"(token|code|secret)"/),
    ]);
  const taking = writes.filter(({ body }) => body !== undefined && 'token' in shapeOf(body));
  expect(taking.length).toBeGreaterThan(6);
  expect(taking.filter(({ method }) => method !== 'post')).toEqual([]);
});

function shapeOf(schema: unknown): object {
  return (schema as { readonly shape?: object }).shape ?? {};
}

test('[check 47] what changes addresses, factors, places or rights wants a proof of who asks', () => {
  const identity = ['askOwnEmail', 'setSecurityQuestion', 'askNotificationAddress'];
  const proven = writes.filter(({ stepUp }) => stepUp === true).map(({ id }) => id);
  expect(proven).toEqual(expect.arrayContaining(identity));
  const unproven = writes
    .filter(({ stepUp }) => stepUp !== true)
    .filter(({ path, right }) => /factors|places|networks|recovery-codes/.test(path) || isOfRights(right))
    .map(({ id }) => id);
  expect(unproven.toSorted()).toEqual(Object.values(withoutProof).flat().toSorted());
});

/** What gives nobody a right that he did not have; a new operation gets a proof or a reason. */
const withoutProof = {
  'begins what the person himself must finish': [
    'startUserReset',
    'resendInvitation',
    'confirmAdministratorLetter',
  ],
  'asks for what somebody else must give': ['createRightsRequest', 'answerRightsRequest', 'askForRouter'],
  'is a proof itself: the password, and the code of the letter': ['enterFactorCode'],
  'ends what is open, or keeps what is as it is': [
    'endUserSessions',
    'endUserSession',
    'withdrawInvitation',
    'withdrawAdministrator',
    'rejectRightsRequest',
    'questionRightsRequest',
    'withdrawRightsRequest',
    'delegateAccessReview',
    'finishAccessReview',
    'acknowledgeUnansweredReview',
    'returnRegistration',
    'rejectRegistration',
    'referRegistration',
    'giveIdentityResult',
  ],
  'says who a router is; what a client gives it wants a proof of the client': [
    'createRouterEntry',
    'changeRouterEntry',
    'closeRouterEntry',
    'approveRouter',
    'declineRouter',
    'withdrawRouter',
    'confirmRouter',
  ],
};

function isOfRights(right: string): boolean {
  return /^(user|company|account|registration|rights|router|service-token)\./.test(right);
}

test('[check 36] no file of ours asks a request for its host', async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const asking =
    /x-forwarded-(?:host|proto)|\.get\(\s*['"]host['"]|headers\.host|ctx\.(?:request\.)?(?:host|hostname|origin|href|URL|protocol)\b/i;
  for (const room of ['api', 'activities', 'mail', 'relay', 'workers', 'workflows']) {
    const files = await readdir(join(root, room), { recursive: true });
    for (const file of files.filter((name) => name.endsWith('.ts')))
      expect([file, (await readFile(join(root, room, file), 'utf8')).match(asking)]).toEqual([file, null]);
  }
});
