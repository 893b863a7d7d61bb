import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { NativeConnection } from '@temporalio/worker';
import type { KeyRing } from './key-ring.ts';
import { createPayloadCodec } from './payload-codec.ts';

/** Where Temporal is; the part of the configuration with this name. */
export interface TemporalAddress {
  readonly address: string;
  readonly namespace: string;
  readonly tls: boolean;
}

export const failureConverterPath = fileURLToPath(new URL('failure-converter.cjs', import.meta.url));

/**
 * Seals payloads and failures; the same for clients, workers and tests. A bundle made beforehand must be given
 * its `failureConverterPath` too.
 */
export function createDataConverter(payloadKeys: KeyRing): DataConverter {
  return { payloadCodecs: [createPayloadCodec(payloadKeys)], failureConverterPath };
}

export interface TemporalConnection {
  readonly client: Client;
  readonly connection: Connection;
  /** Whether Temporal answers within two seconds. Never throws. */
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * A client that connects at its first call, so that the API starts while Temporal is away. After an outage
 * it tries again every two seconds at most (gRPC's own limit is two minutes). A call has no time limit
 * unless its caller gives one: `connection.withDeadline`.
 */
export function connectTemporal(config: {
  readonly temporal: TemporalAddress;
  readonly payloadKeys: KeyRing;
}): TemporalConnection {
  const { address, namespace, tls } = config.temporal;
  const connection = Connection.lazy({
    address,
    tls,
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 2000 },
  });
  const dataConverter = createDataConverter(config.payloadKeys);
  return {
    client: new Client({ connection, namespace, dataConverter }),
    connection,
    isReachable: () =>
      connection
        .withDeadline(Date.now() + 2000, () => connection.workflowService.describeNamespace({ namespace }))
        .then(
          () => true,
          () => false,
        ),
    close: () => connection.close(),
  };
}

/** The connection a worker needs; rejects when Temporal cannot be reached. Only workers load its native code. */
export async function nativeConnection({ address, tls }: TemporalAddress): Promise<NativeConnection> {
  const { NativeConnection } = await import('@temporalio/worker');
  return NativeConnection.connect({ address, tls });
}
