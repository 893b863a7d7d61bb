/**
 * I11 (quality.md): whatever the API must ask before it lets somebody do something (sessions, rights, places, budgets)
 * is away for a while: nothing opens, nothing is half done, and afterwards everything works again by itself.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { AddressInfo, Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import type { Knex } from 'knex';
import supertest from 'supertest';
import { createApp } from '../../api/app.ts';
import { createLimits } from '../../api/limits.ts';
import { createSlots } from '../../api/slots.ts';
import type { AnyOperation } from '../../api/operation.ts';
import { operations } from '../../api/operations.ts';
import { Away } from '../../api/refusal.ts';
import { createApiServer } from '../../api/server.ts';
import type { ApiServer } from '../../api/server.ts';
import { createLoginLimits } from '../../api/sessions/login-limits.ts';
import { createKnex } from '../../db/knex.ts';
import { giveConnectionBack, takeConnection } from '../../db/raw-connection.ts';
import { createWorld } from '../support/fixtures.ts';
import type { World } from '../support/fixtures.ts';
import { exampleRequest } from './example-requests.ts';

let world: World;
let link: Link;
/** The same API over a connection that can be cut; what does not answer within a second is away. */
let knex: Knex;
let server: ApiServer;
let http: ReturnType<typeof supertest>;
let customer: Record<string, string>;

const away = () => Promise.reject(new Away('temporal'));

beforeAll(async () => {
  world = await createWorld(() => ({
    lives: { command: away, commandMailItem: away, commandTrashing: away },
    mails: { confirmNotificationAddress: () => Promise.reject(new Away('mail')) },
    intake: { scratchDir: tmpdir(), qpdfPath: 'qpdf', slots: createSlots(4) },
  }));
  link = await openLink(new URL(world.database.url));
  knex = createKnex(link.url, { poolMax: 40, statementSeconds: 1 });
  const { name } = world.database;
  const limits = {
    loginLimits: createLoginLimits(knex, createSlots(4, 100)),
    limits: createLimits(knex, name),
  };
  server = createApiServer(createApp({ ...world.deps, knex, ...limits }).callback());
  http = supertest(`http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`);
  customer = await world.as('an.peeters');
});
afterAll(async () => {
  await server.drain(1_000);
  await knex.destroy();
  await link.close();
  await world.close();
});

const isHealth = ({ path }: AnyOperation) => path.startsWith('/health') || path.startsWith('/codec');
const isPublic = ({ right }: AnyOperation) => right === 'public';
const send = (operation: AnyOperation, headers: Record<string, string>) =>
  exampleRequest(
    http,
    operation,
    operation.path.replaceAll(/\{\w+\}/g, () => randomUUID()),
    headers,
  );
/** Answered from the program itself. */
const isStatic = ({ path }: AnyOperation) => ['/', '/openapi.json'].includes(path);
const logIn = () => {
  const { password } = world.access.logins.find(({ username }) => username === 'an.peeters') ?? {};
  return http.post('/v1/sessions').send({ username: 'an.peeters', password, mode: 'bearer' });
};
const away503 = { status: 503, reason: 'service.database-away' };

interface Answered {
  readonly status: number;
  readonly reason: string | undefined;
}
const answeredTo = async (
  asked: readonly AnyOperation[],
  headers: Record<string, string>,
): Promise<Record<string, Answered>> => {
  const answers = await Promise.all(
    asked.map(async (operation) => {
      const { status, body, headers: sent } = await send(operation, headers);
      if (status === 503) expect(Number(sent['retry-after'])).toBeGreaterThan(0);
      return [operation.id, { status, reason: (body as { reason?: string }).reason }] as const;
    }),
  );
  return Object.fromEntries(answers);
};
const allAway = (asked: readonly AnyOperation[]) => Object.fromEntries(asked.map(({ id }) => [id, away503]));

/** Everything that a request may leave behind. */
async function traces(): Promise<readonly number[]> {
  const tables = [
    'events',
    'requests',
    'sessions',
    'log_in_attempts',
    'one_time_links',
    'command_particulars',
  ];
  const counts = await Promise.all(
    tables.map((table) => world.knex(table).count('* as n').first<{ n: number }>()),
  );
  return counts.map(({ n }) => n);
}

describe('I11, fail closed', () => {
  test('the database is gone: every operation but that of health answers that it is away', async () => {
    const asked = operations.filter((operation) => !isHealth(operation) && !isStatic(operation));
    const before = await traces();
    link.cut();
    const answers = await answeredTo(asked, customer);
    const someone = await logIn();
    await link.mend();
    expect(answers).toEqual(allAway(asked));
    expect([someone.status, someone.body.token]).toEqual([503, undefined]);
    expect(await traces()).toEqual(before);
    await worksAgain();
  });

  test.each([
    ['sessions', ['sessions']],
    ['rights', ['memberships']],
    ['staff roles', ['staff_roles']],
  ])(
    '%s cannot be read: nobody gets anywhere',
    async (_store, tables) => {
      const asked = operations.filter((operation) => !isHealth(operation) && !isPublic(operation));
      const before = await traces();
      const answers = await whileLocked(tables, () => answeredTo(asked, customer));
      expect(answers).toEqual(allAway(asked));
      expect(await traces()).toEqual(before);
      await worksAgain();
    },
    60_000,
  );

  test.each([
    ['sessions', ['sessions']],
    ['rights', ['memberships']],
    ['places', ['user_places']],
    ['budgets', ['rate_limits']],
  ])(
    '%s cannot be read: nobody logs in, by whatever password',
    async (store, tables) => {
      // Where places count; else they are not asked for.
      if (store === 'places') await world.knex('companies').update({ places: 'on' });
      const before = await traces();
      const answers = await whileLocked(tables, () => Promise.all([logIn(), logIn()]));
      await world.knex('companies').update({ places: null });
      expect(answers.map(({ status, body }) => ({ status, reason: body.reason }))).toEqual([
        away503,
        away503,
      ]);
      expect(await traces()).toEqual(before);
      await worksAgain();
    },
    60_000,
  );

  test('budgets cannot be read: what strangers may do so often only is not done at all', async () => {
    const asked = operations.filter(({ id }) => budgeted.includes(id));
    expect(asked).toHaveLength(budgeted.length);
    const before = await traces();
    const answers = await whileLocked(['rate_limits'], () => answeredTo(asked, {}));
    expect(answers).toEqual(allAway(asked));
    expect(await traces()).toEqual(before);
    await worksAgain();
  });
});

/** What strangers ask for, and tokens that are none. */
const budgeted = [
  'askCredentialRecovery',
  'beginRegistration',
  'confirmRegistration',
  'confirmOwnEmail',
  'completeCredentialRecovery',
  'confirmPlace',
  'objectToAdministrator',
  'acceptInvitation',
];

/** Without a restart: who was logged in is, and a log-in opens a session. */
async function worksAgain(): Promise<void> {
  expect((await http.get('/v1/me').set(customer)).status).toBe(200);
  const { status, body } = await logIn();
  expect([status, typeof body.token]).toEqual([201, 'string']);
}

/** Nobody else reads or writes these tables: who asks waits, and is told after a second that it takes too long. */
async function whileLocked<Done>(tables: readonly string[], work: () => Promise<Done>): Promise<Done> {
  const connection = (await takeConnection(world.knex)) as never;
  const say = (sql: string) => world.knex.raw(sql).connection(connection);
  await say(`LOCK TABLES ${tables.map((table) => `${table} WRITE`).join(', ')}`);
  try {
    return await work();
  } finally {
    await say('UNLOCK TABLES');
    await giveConnectionBack(world.knex, connection);
  }
}

interface Link {
  readonly url: string;
  /** Every connection breaks, and none is taken. */
  cut(): void;
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** A wire to the database server that can be cut. */
async function openLink(target: URL): Promise<Link> {
  const open = new Set<Socket>();
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
  };
  const begin = async (port: number): Promise<Server> => {
    const server = createServer((near) => {
      const far = connect(Number(target.port), target.hostname);
      keep(near);
      keep(far);
      near.pipe(far).pipe(near);
    }).listen(port, '127.0.0.1');
    await once(server, 'listening');
    return server;
  };
  let taking = await begin(0);
  const { port } = taking.address() as AddressInfo;
  const cut = () => {
    taking.close();
    for (const socket of open) socket.destroy();
  };
  const url = Object.assign(new URL(target), { hostname: '127.0.0.1', port: String(port) }).href;
  return {
    url,
    cut,
    mend: async () => {
      taking = await begin(port);
    },
    close: async () => {
      cut();
      await Promise.resolve();
    },
  };
}
