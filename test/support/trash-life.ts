/** A demo world whose trashings live: a real worker and Temporal beside its API, at the time it is. */
import { randomBytes, randomUUID } from 'node:crypto';
import { createLives } from '../../api/lives/lives.ts';
import { instantOf } from '../../domain/calendar.ts';
import { createMailer } from '../../mail/transport.ts';
import type { KeyRing } from '../../platform/key-ring.ts';
import { connectTemporal, createDataConverter, nativeConnection } from '../../platform/temporal.ts';
import { createWorker } from '../../workers/worker.ts';
import { createWorld } from './fixtures.ts';
import { smtpUrl, temporalAddress, workflowBundlePath } from './servers.ts';

/** The world's clock shows the present, for Temporal has no other; close it when the file is done. */
export async function createLivingWorld() {
  const temporal = { address: temporalAddress(), namespace: 'default', tls: false };
  const payloadKeys: KeyRing = [{ id: 'p1', key: randomBytes(32) }];
  const connected = connectTemporal({ temporal, payloadKeys });
  const taskQueue = `world-${randomUUID()}`;
  const world = await createWorld(({ knex }) => ({
    lives: createLives({ client: connected.client, knex, taskQueue }),
  }));
  world.time.now = Date.now();
  const connection = await nativeConnection(temporal);
  const mailer = createMailer({ smtpUrl: smtpUrl(), from: 'Mailroom <no-reply@mailroom.example>' });
  const worker = await createWorker({
    connection,
    namespace: temporal.namespace,
    taskQueue,
    dataConverter: createDataConverter(payloadKeys),
    workflowBundle: { codePath: workflowBundlePath() },
    knex: world.knex,
    mailer,
    objectStore: world.deps.objectStore,
    clock: () => instantOf(Date.now()),
    publicUrl: 'http://portal.example',
  });
  const running = worker.run();
  return {
    ...world,
    close: async () => {
      worker.shutdown();
      await running;
      mailer.close();
      await connection.close();
      await connected.close();
      await world.close();
    },
  };
}
