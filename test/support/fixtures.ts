/** The demo world for tests: its database, its objects, its API with a clock the test sets, and letters that arrive. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { Knex } from 'knex';
import { pino } from 'pino';
import supertest from 'supertest';
import { v7 as uuid } from 'uuid';
import { createApp } from '../../api/app.ts';
import type { Deps, Passwords } from '../../api/deps.ts';
import { createApiServer } from '../../api/server.ts';
import { createLimits } from '../../api/limits.ts';
import { createSlots } from '../../api/slots.ts';
import { createLoginLimits } from '../../api/sessions/login-limits.ts';
import { openSession } from '../../db/changes/open-session.ts';
import { receiveMailItem } from '../../db/changes/receive-mail-item.ts';
import { createKnex } from '../../db/knex.ts';
import { seedDemo } from '../../db/seeds/demo.ts';
import type { DemoPorts } from '../../db/seeds/demo-ports.ts';
import type { Instant } from '../../domain/calendar.ts';
import { epochOf, instantOf } from '../../domain/calendar.ts';
import type { Format } from '../../domain/policy.ts';
import { sessionEnd } from '../../domain/session.ts';
import { createDiskStore } from '../../platform/disk-store.ts';
import { isKnownPassword } from '../../platform/known-passwords.ts';
import { publicHolidays } from '../../platform/public-holidays.ts';
import { createSecondFactors } from '../../platform/second-factors.ts';
import { createSealedStore } from '../../platform/sealed-store.ts';
import { hashToken, newToken } from '../../platform/tokens.ts';
import { createVault } from '../../platform/vault.ts';
import type { Vault } from '../../platform/vault.ts';
import { letterPdf } from './pdf.ts';
import { registry } from './registry.ts';
import { createDatabase } from './databases.ts';
import { requestAt } from './requests.ts';

/** Tue 2 Feb 2027, 15:00 in Brussels: the worked example of decided.md; a minute before the cut-off of its site. */
export const startAt: Instant = '2027-02-02T14:00:00.000Z';

export type World = Awaited<ReturnType<typeof createWorld>>;

/** What a site hands in; the rest is a letter of 20 g that came a moment ago. */
export interface Arrival {
  readonly box?: string;
  readonly reference?: string;
  readonly pdf?: Buffer;
  readonly pageCount?: number;
  readonly weightGrams?: number;
  readonly format?: Format;
  readonly senderLine?: string | null;
  readonly addresseeId?: string | null;
}

/** A world of one's own; `more` replaces what the API is handed. Close it when the file is done. */
export async function createWorld(more: (deps: Deps) => Partial<Deps> | Promise<Partial<Deps>> = () => ({})) {
  const database = await createDatabase();
  const knex = createKnex(database.url, { poolMax: 12, acquireSeconds: 60 });
  const folder = await mkdtemp(join(tmpdir(), 'mailroom-objects-'));
  const objectStore = await createDiskStore(folder);
  const sealedStore = createSealedStore(objectStore);
  const vault = createVault([{ id: 'm1', key: randomBytes(32) }]);
  const time = { now: epochOf(startAt) };
  const clock = () => instantOf(time.now);
  const access = await seedDemo(knex, portsWith(vault), clock());
  if (access === null) throw new Error('the demo was there before it was made');
  const logged: string[] = [];
  const common: Deps = {
    knex,
    log: pino({ level: 'debug' }, sinkOf(logged)),
    registry,
    clock,
    tokens: { newToken, hashToken },
    passwords: cheapPasswords,
    loginLimits: createLoginLimits(knex, createSlots(4, 100)),
    limits: createLimits(knex, database.name),
    lives: notThere('lives'),
    vault,
    secondFactors: createSecondFactors('https://mailroom.example'),
    objectStore,
    sealedStore,
    mails: notThere('mails'),
    intake: notThere('intake'),
    health: [],
    codec: (_operation, body) => Promise.resolve(body),
    config: { env: 'test', publicUrl: 'https://mailroom.example', trustedProxies: [] },
  };
  const deps: Deps = { ...common, ...(await more(common)) };
  const server = createApiServer(createApp(deps).callback());
  const port = await server.listen(0, '127.0.0.1');
  return {
    database,
    knex,
    deps,
    time,
    access,
    objectFolder: folder,
    port,
    http: supertest(`http://127.0.0.1:${port}`),
    log: () => logged.join(''),
    boxId: (number: string): Promise<string> => idOf(knex, 'postboxes', { number }),
    userId: (username: string): Promise<string> => idOf(knex, 'users', { username }),
    siteId: (key: string): Promise<string> => idOf(knex, 'sites', { site_key: key }),
    /** Headers of that person, logged in just now. */
    as: (username: string) => logIn(deps, username),
    /** Headers of a scanning site: `brussel`, `lisboa`, `amsterdam`. */
    asIssuer: (issuer: string) =>
      bearer(access.issuerTokens.find((each) => each.issuer === issuer)?.token ?? ''),
    asSite: (site: string) => bearer(access.siteTokens.find((each) => each.site === site)?.token ?? ''),
    arrive: (arrival: Arrival = {}) => arrive(deps, arrival),
    close: async () => {
      await server.drain(1_000);
      await knex.destroy();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}

/** Hashing is proven elsewhere and would cost every test file a second; what is refused is refused here too. */
export const cheapPasswords: Passwords = {
  verify: (stored, password) => Promise.resolve(stored === notHashed(password)),
  hash: (password) => Promise.resolve(notHashed(password)),
  needsRehash: () => false,
  isKnown: isKnownPassword,
};

/** To be read in a test; what a column of hashes has no room or no signs for is made one. */
function notHashed(password: string): string {
  const same = password.normalize('NFKC');
  const isShown = /^[ -~]{0,200}$/.test(same);
  return `not-hashed:${isShown ? same : createHash('sha256').update(same).digest('hex')}`;
}

export const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

/** A key for one command. */
export const aKey = () => ({ 'Idempotency-Key': randomUUID() });

/** What a refusal says: its status, and the reason. */
export const said = ({ status, body }: { status: number; body: { reason?: string } }) => [
  status,
  body.reason,
];

/** `If-Match` of that version. */
export const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });

function portsWith(vault: Vault): DemoPorts {
  return {
    registry,
    newPassword: () => randomBytes(12).toString('base64url'),
    hashPassword: (password: string) => cheapPasswords.hash(password),
    newToken,
    hashToken,
    newCompanyKey: (companyId) => vault.newCompanyKey(companyId),
    publicHolidays,
  };
}

function sinkOf(lines: string[]): Writable {
  return new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
}

/** Whoever asks for it learns that this test did not hand it in. */
function notThere(name: string): never {
  const refuse = () => {
    throw new Error(`this test has no ${name}`);
  };
  return new Proxy({}, { get: refuse }) as never;
}

async function idOf(knex: Knex, table: string, where: object): Promise<string> {
  const row = await knex(table).where(where).first<{ id: string } | undefined>('id');
  if (row === undefined) throw new Error(`no ${table} ${JSON.stringify(where)}`);
  return row.id;
}

async function logIn({ knex, clock }: Deps, username: string) {
  const token = newToken();
  const at = clock();
  const userId = await idOf(knex, 'users', { username });
  const session = { id: uuid(), userId, kind: 'bearer' as const, at, expiresAt: sessionEnd('bearer', at) };
  await openSession(knex)({ ...session, tokenHash: hashToken(token) });
  return bearer(token);
}

/** A letter as the intake leaves it: sealed object, rows, event. `BE 1001` unless told. */
async function arrive({ knex, vault, sealedStore, clock }: Deps, arrival: Arrival) {
  const { box = 'BE 1001', pageCount = 1, format = 'letter', weightGrams = 20 } = arrival;
  const pdf = arrival.pdf ?? (await letterPdf());
  const postbox = await knex('postboxes as p')
    .join('company_keys as k', 'k.company_id', 'p.company_id')
    .where('p.number', box)
    .first<{ site_id: string; company_id: string; wrapped_key: string }>(
      'p.site_id',
      'p.company_id',
      'k.wrapped_key',
    );
  const blobId = uuid();
  const { dataKey, wrapped } = vault.newDataKey(postbox.wrapped_key, postbox.company_id, blobId);
  await sealedStore.putSealed(blobId, dataKey, Readable.from([pdf]));
  const itemId = uuid();
  const at = clock();
  await receiveMailItem(knex, clock)(
    {
      itemId,
      siteId: postbox.site_id,
      postboxNumber: box,
      siteReference: arrival.reference ?? `REF-${itemId.slice(-12)}`,
      addresseeId: arrival.addresseeId ?? null,
      senderLine: arrival.senderLine ?? null,
      receivedAt: at,
      weightGrams,
      format,
      pageCount,
      blob: {
        id: blobId,
        wrappedKey: wrapped,
        sha256: createHash('sha256').update(pdf).digest('hex'),
        bytes: pdf.length,
      },
    },
    { type: 'site', id: postbox.site_id },
    requestAt(at, itemId),
  );
  const documentId = await idOf(knex, 'documents', { mail_item_id: itemId });
  return { itemId, documentId, blobId, pdf };
}
