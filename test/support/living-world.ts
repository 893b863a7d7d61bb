/** The demo world with its lives: a worker on the dev server, and the way from events to lives that the relay has. */
import { randomBytes, randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import type { Deps } from '../../api/deps.ts';
import { createLives } from '../../api/lives/lives.ts';
import { eventsToWake } from '../../db/queries/events-to-wake.ts';
import { markWoken } from '../../db/changes/mark-events.ts';
import { createMailer } from '../../mail/transport.ts';
import { createDataConverter } from '../../platform/temporal.ts';
import { linkTokens } from '../../platform/vault.ts';
import { createWaker } from '../../relay/wake.ts';
import { createWorker } from '../../workers/worker.ts';
import { createWorld } from './fixtures.ts';
import { smtpUrl, temporalAddress, workflowBundlePath } from './servers.ts';
import { registry } from './registry.ts';

Runtime.install({ logger: new DefaultLogger('ERROR') });

export type LivingWorld = Awaited<ReturnType<typeof createLivingWorld>>;

/** As `createWorld`; `wakeAll` does what the relay does, when the test wants it. */
export async function createLivingWorld(more: Partial<Deps> = {}) {
  const engine = await connect();
  let stopWorker = () => Promise.resolve();
  const world = await createWorld(async ({ knex, objectStore, clock, vault, log }) => {
    const { nativeConnection, dataConverter, taskQueue, mailer } = engine;
    const worker = await createWorker({
      connection: nativeConnection,
      namespace: 'default',
      taskQueue,
      dataConverter,
      workflowBundle: { codePath: workflowBundlePath() },
      knex,
      mailer,
      objectStore,
      clock,
      log,
      publicUrl: 'https://mailroom.example',
      tokensOf: linkTokens(vault),
      newCompanyKey: (companyId) => vault.newCompanyKey(companyId),
      registry,
    });
    const running = worker.run();
    stopWorker = async () => {
      worker.shutdown();
      await running;
    };
    return { lives: createLives({ client: engine.client, knex, taskQueue, waitMs: 60_000 }), ...more };
  });
  const waker = createWaker({ client: engine.client, knex: world.knex, taskQueue: engine.taskQueue });
  return {
    ...world,
    client: engine.client,
    taskQueue: engine.taskQueue,
    wakeAll: async () => {
      const events = await eventsToWake(world.knex, 100);
      for (const event of events) await waker.wake(event.life, event.lifeId);
      await markWoken(world.knex)(
        events.map(({ id }) => id),
        world.deps.clock(),
      );
    },
    close: async () => {
      await stopWorker();
      await engine.close();
      await world.close();
    },
  };
}

async function connect() {
  const address = temporalAddress();
  const dataConverter = createDataConverter([{ id: 'p1', key: randomBytes(32) }]);
  const connection = await Connection.connect({ address });
  const nativeConnection = await NativeConnection.connect({ address });
  const mailer = createMailer({ smtpUrl: smtpUrl(), from: 'Mailroom <no-reply@mailroom.example>' });
  return {
    dataConverter,
    nativeConnection,
    mailer,
    client: new Client({ connection, namespace: 'default', dataConverter }),
    taskQueue: `test-${randomUUID()}`,
    close: async () => {
      mailer.close();
      await connection.close();
      await nativeConnection.close();
    },
  };
}
