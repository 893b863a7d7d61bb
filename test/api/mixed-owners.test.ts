/**
 * Requests that name several things of different owners (quality, security checks 2, 3 and 12): every operation with two or
 * more ids, each of them in turn and together a stranger's. It is refused as what does not exist is, and nothing happens.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { AnyOperation } from '../../api/operation.ts';
import { operations } from '../../api/operations.ts';
import type { LivingWorld } from '../support/living-world.ts';
import { createLivingWorld } from '../support/living-world.ts';
import { onFile, sharedOn } from '../support/recipients.ts';
import type { Ground } from './access-ground.ts';
import { bakery, groundOf, tulips } from './access-ground.ts';
import { exampleRequest, idsAskedFor } from './example-requests.ts';

let world: LivingWorld;
let own: Named;
let foreign: Named;

/** A box among the values of rights is an id too. */
const box = 'rights[].scope.postboxes[]';
const several = operations
  .map((operation) => ({ operation, places: placesIn(operation) }))
  .filter(({ places }) => places.length > 1);

function placesIn(operation: AnyOperation): readonly string[] {
  const places = idsAskedFor(operation);
  // It takes a document or a client code, never both.
  if (operation.id === 'placeRetentionHold') return places.slice(0, 1);
  const named = ['saveRights', 'saveRouterRights', 'setBoundary', 'createRightsRequest'];
  return named.includes(operation.id) ? [...places, `body:${box}`] : places;
}

/** An id for every place in a request. */
type Named = (operation: AnyOperation, place: string) => string;

beforeAll(async () => {
  world = await createLivingWorld();
  own = namedBy(
    await withFiles(await groundOf(world, bakery), 'DL210001'),
    await world.boxId('BE 1001'),
    await world.userId('an.peeters'),
    await sharedOn(world.knex, await world.userId('an.peeters'), 'DL510001'),
  );
  foreign = namedBy(
    await withFiles(await groundOf(world, tulips), 'KE700001'),
    await world.boxId('NL 3001'),
    await world.userId('emma.jansen'),
    await sharedOn(world.knex, await world.userId('emma.jansen'), 'KE700002'),
  );
}, 120_000);
afterAll(() => world.close(), 60_000);

/** With a document in quarantine of the issuer of that client code. */
async function withFiles({ ids, parts }: Ground, code: string): Promise<Ground> {
  const { caseId, clientCodeId } = await onFile(world.knex, code, new Date(world.time.now));
  const [sourceAccountId, targetAccountId] = await accountsFor(code);
  return {
    ids: { ...ids, 'document-cases': caseId },
    parts: {
      ...{ ...parts, '{clientCodeId}': clientCodeId },
      ...{ '{sourceAccountId}': sourceAccountId, '{targetAccountId}': targetAccountId },
    },
  };
}

/** Two recipient accounts of the brand of that client code. */
async function accountsFor(code: string): Promise<readonly [string, string]> {
  const client = await world
    .knex('client_codes as c')
    .join('issuers as i', 'i.id', 'c.issuer_id')
    .where('c.code', code)
    .first<{ brand_id: string }>('i.brand_id');
  const account = async (username: string) => {
    const id = randomUUID();
    await world.knex('recipient_accounts').insert({
      ...{ id, brand_id: client.brand_id, main_contact_id: await world.userId(username), kind: 'b2c' },
      ...{ company_name: 'A recipient', created_at: new Date(world.time.now) },
    });
    return id;
  };
  return [await account('an.peeters'), await account('emma.jansen')];
}

type Shared = Awaited<ReturnType<typeof sharedOn>>;

/** `administrator`: for what only an administrator can be named for. */
function namedBy({ ids, parts }: Ground, boxId: string, administrator: string, shared: Shared): Named {
  /** Of an account that receives documents, not of a company. */
  const ofSharing: Readonly<Record<string, string>> = {
    'path:id': shared.sharingId,
    'body:accountId': shared.accountId,
    'body:numbers[]': shared.clientCodeId,
  };
  const byName: Readonly<Record<string, string | undefined>> = {
    postboxId: boxId,
    [box]: boxId,
    'userIds[]': administrator,
    administratorId: administrator,
    'answers[].entryId': parts['{entryId}'],
    'entryIds[]': parts['{entryId}'],
  };
  return ({ path }, place) => {
    const sharing = path.startsWith('/v1/me/sharings') ? ofSharing[place] : undefined;
    if (sharing !== undefined) return sharing;
    const name = place.slice(place.indexOf(':') + 1);
    const isFirst = place.startsWith('path:') && path.indexOf('{') === path.indexOf(`{${name}}`);
    const id = isFirst ? ids[path.split('/')[2] ?? ''] : (byName[name] ?? parts[`{${name}}`]);
    if (id === undefined) throw new Error(`tell this test what ${place} of ${path} may name`);
    return id;
  };
}

const nobodys: Named = () => randomUUID();

/** What is saved for the first time. */
const versions: Readonly<Record<string, number>> = { saveRights: 0, saveRouterRights: 0 };

function ask(operation: AnyOperation, headers: Record<string, string>, idAt: (place: string) => string) {
  const places = placesIn(operation);
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    places.includes(`path:${name}`) ? idAt(`path:${name}`) : otherwise(name),
  );
  const query = Object.fromEntries(
    places
      .filter((place) => place.startsWith('query:'))
      .map((place) => [place.slice('query:'.length), idAt(place)] as const),
  );
  const fill = (body: unknown) =>
    places
      .filter((place) => place.startsWith('body:'))
      .reduce((filled, place) => withValue(filled, place.slice(5).split('.'), idAt(place)), withRights(body));
  const version = versions[operation.id] ?? 1;
  return exampleRequest(world.http, operation, path, headers, () => undefined, { version, fill, query });
}

/** What is named and is no id. */
const otherwise = (name: string) =>
  ({ application: 'postbox', dimension: 'invoice-addresses', kind: 'forwarding' })[name] ?? name;

/** Rights on boxes, in place of what the document gives for example. */
function withRights(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('rights' in body)) return body;
  return {
    ...body,
    ...('application' in body && { application: 'postbox' }),
    rights: [{ actions: ['read'], scope: {} }],
  };
}

function withValue(body: unknown, [step = '', ...rest]: readonly string[], value: string): unknown {
  const name = step.replace('[]', '');
  const known = (body as Record<string, unknown> | undefined)?.[name];
  const inner = (of: unknown) => (rest.length === 0 ? value : withValue(of, rest, value));
  const next = step.endsWith('[]') ? [inner((known as unknown[] | undefined)?.[0])] : inner(known);
  return { ...(body as object), [name]: next };
}

/** Every choice of places but none; without the whole where it may be a stranger's throughout. */
function choices(places: readonly string[], withWhole: boolean): readonly (readonly string[])[] {
  const all = Array.from({ length: 2 ** places.length - 1 }, (_, bits) =>
    places.filter((_place, at) => ((bits + 1) >> at) % 2 === 1),
  );
  return withWhole ? all : all.filter((chosen) => chosen.length < places.length);
}

const callers = [
  { kind: 'user', username: 'an.peeters', isBound: true },
  { kind: 'operator', username: 'olga.operator', isBound: false },
] as const;

const asked = callers.flatMap(({ kind, username, isBound }) =>
  several
    .filter(({ operation }) => operation.caller !== 'anyone' && operation.caller.includes(kind))
    .map(({ operation, places }) => ({ kind, id: operation.id, username, isBound, operation, places })),
);

describe('things of different owners in one request', () => {
  test.each(asked)(
    '[checks 2, 3] $id by $kind is refused, as what does not exist is',
    async ({ operation, places, username, isBound }) => {
      const headers = { ...(await world.as(username)), 'X-Request-Id': 'the-same-for-both' };
      const before = await written();
      for (const chosen of choices(places, isBound)) {
        const of = (others: Named) => {
          const ids = new Map(
            places.map((place) => [place, (chosen.includes(place) ? others : own)(operation, place)]),
          );
          return { ids, request: ask(operation, headers, (place) => ids.get(place) ?? '') };
        };
        const theirs = of(foreign);
        const there = seen(await theirs.request, theirs.ids);
        // Staff may know of both, and are told which does not go with which.
        if (isBound) {
          const missing = of(nobodys);
          expect([chosen, there]).toEqual([chosen, seen(await missing.request, missing.ids)]);
        }
        expect([chosen, isRefused(there)]).toEqual([chosen, true]);
      }
      expect(await written()).toEqual(before);
      // With nothing but his own it is not refused for who asks: the above was.
      const { status } = await ask(operation, headers, (place) => own(operation, place));
      expect([401, 403, 404, 500, 503]).not.toContain(status);
    },
    30_000,
  );
});

interface Seen {
  readonly status: number;
  readonly text: string;
}

/** The answer with its ids named by their places. */
function seen({ status, text }: Seen, ids: ReadonlyMap<string, string>): Seen {
  return { status, text: [...ids].reduce((left, [place, id]) => left.replaceAll(id, place), text) };
}

/** A list of nothing says nothing; to end what is not there is done already. */
function isRefused({ status, text }: Seen): boolean {
  if (status === 204) return true;
  if (status === 200) return (JSON.parse(text) as { items?: unknown[] }).items?.length === 0;
  return status >= 400 && status < 500;
}

/** What there is by now of everything that such a request could make or end. */
async function written(): Promise<unknown> {
  const tables = ['events', 'grants', 'notices', 'memberships', 'sessions'];
  const counts = tables.map(async (table) => world.knex(table).count({ count: '*' }).first());
  const open = world.knex('sessions').whereNull('ended_at').count({ open: '*' }).first();
  return Promise.all([...counts, open]);
}

test('[check 12] whose request it is says the log-in alone, whatever host, header or body say', async () => {
  const headers = await world.as('emma.jansen');
  const company = own(operationCalled('listUsers'), 'path:id');
  const claims = {
    'X-Company': company,
    'X-Tenant-Id': company,
    'X-Brand': 'postkamer',
    Host: 'postkamer.example',
  };
  const seenAs = async (more: Record<string, string>) => {
    const [me, boxes, letters] = [
      await world.http.get('/v1/me').set({ ...headers, ...more }),
      await world.http.get('/v1/postboxes').set({ ...headers, ...more }),
      await world.http.get('/v1/mail-items').set({ ...headers, ...more }),
    ];
    return [me.body.memberships, boxes.body, letters.body];
  };
  expect(await seenAs(claims)).toEqual(await seenAs({}));
  const users = await world.http.get(`/v1/companies/${company}/users`).set({ ...headers, ...claims });
  expect(users.status).toBe(404);
  const inBody = await world.http
    .patch('/v1/me')
    .set({ ...headers, ...claims, 'If-Match': '"1"' })
    .send({ language: 'en', companyId: company });
  expect([inBody.status, inBody.body.reason]).toEqual([422, 'request.invalid']);
});

function operationCalled(id: string): AnyOperation {
  return operations.find((each) => each.id === id) as AnyOperation;
}
