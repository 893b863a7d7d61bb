import type { Knex } from 'knex';

/** The driver's connection, where a matter belongs to one connection and not to the pool. */
export interface RawConnection {
  destroy(): void;
}

/** Within a transaction: its own connection. Otherwise one from the pool, to be given back. */
export async function takeConnection(knex: Knex): Promise<RawConnection> {
  return clientOf(knex).acquireConnection();
}

export async function giveConnectionBack(knex: Knex, connection: RawConnection): Promise<void> {
  await clientOf(knex).releaseConnection(connection);
}

/** Knex types its client as anything. */
function clientOf(knex: Knex): {
  acquireConnection(): Promise<RawConnection>;
  releaseConnection(connection: RawConnection): Promise<void>;
} {
  return knex.client as ReturnType<typeof clientOf>;
}
