/** The reference's workers: a process of their own, with the runtime, converter and options of `workers/`. */
import { fileURLToPath } from 'node:url';
import { makeTelemetryFilterString, Runtime, Worker } from '@temporalio/worker';
import { readConfig } from '../../platform/config.ts';
import { createLogger } from '../../platform/log.ts';
import { createDataConverter, nativeConnection } from '../../platform/temporal.ts';
import { createTemporalLogger } from '../../platform/temporal-log.ts';
import { referenceQueue } from './queue.ts';

const config = readConfig(process.env);
Runtime.install({
  logger: createTemporalLogger(createLogger({ level: config.logLevel, name: 'reference' })),
  telemetryOptions: {
    logging: { filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }), forward: {} },
  },
});
const connection = await nativeConnection(config.temporal);
const worker = await Worker.create({
  connection,
  namespace: config.temporal.namespace,
  taskQueue: referenceQueue,
  dataConverter: createDataConverter(config.payloadKeys),
  workflowsPath: fileURLToPath(new URL('workflows.ts', import.meta.url)),
  activities: { nothing: () => Promise.resolve() },
  shutdownGraceTime: '10 seconds',
});
await worker.run();
await connection.close();
