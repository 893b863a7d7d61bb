/** A wire to the database on which the next COMMIT can be lost. */
import { createServer, connect, type AddressInfo } from 'node:net';
import type { Knex } from 'knex';
import { createKnex } from '../../db/knex.ts';
import type { OwnDatabase } from './own-database.ts';

/** What happens to the next COMMIT on its way: lost before the server, its answer lost, or cut while it is at work. */
export type Fate = 'lost' | 'answer-lost' | 'cut' | null;

export type CommitWire = Awaited<ReturnType<typeof commitWire>>;

export async function commitWire(database: OwnDatabase) {
  const { hostname, port } = new URL(database.url);
  const wire = { fate: null as Fate, isCut: false };
  const server = createServer((client) => {
    const far = connect(Number(port), hostname);
    let isAnswerLost = false;
    const cut = () => {
      client.destroy();
      far.destroy();
    };
    client.on('data', (bytes) => {
      const present = /COMMIT(?!TED)/.test(bytes.toString('latin1')) ? wire.fate : null;
      if (present !== null) Object.assign(wire, { fate: null, isCut: true });
      if (present === 'lost') {
        cut();
        return;
      }
      far.write(bytes);
      if (present === 'answer-lost') isAnswerLost = true;
      // The server keeps its side, and so its transaction, until COMMIT is through.
      if (present === 'cut') client.destroy();
    });
    far.on('data', (bytes) => (isAnswerLost || client.destroyed ? cut() : client.write(bytes)));
    client.on('error', () => undefined).on('end', () => far.end());
    far.on('error', () => undefined).on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const wirePort = String((server.address() as AddressInfo).port);
  const url = Object.assign(new URL(database.url), { hostname: '127.0.0.1', port: wirePort });
  const knex = createKnex(url.href, { acquireSeconds: 60 });
  const gone = createKnex('mysql://nobody@127.0.0.1:1/none');
  return {
    knex,
    /** The fate of the next COMMIT. */
    next: (fate: Fate) => Object.assign(wire, { fate, isCut: false }),
    /** The same database for a process that is gone with its COMMIT: nothing of it reaches the database afterwards. */
    dying: new Proxy(knex, {
      get: (target: Knex, name) => Reflect.get(wire.isCut ? gone : target, name) as unknown,
    }),
    close: async () => {
      await knex.destroy();
      await gone.destroy();
      server.close();
    },
  };
}
