/** I12: the chains verify, every change has left one event, and every command one at most. */
import { chainIds, verifyChain } from '../../../db/queries/verify-chain.ts';
import type { Product } from '../product.ts';

interface EventRow {
  readonly subject_id: string;
  readonly kind: string;
  readonly body: string;
  readonly command: string | null;
}

export async function checkChains({ knex }: Product): Promise<string[]> {
  const wrong: string[] = [];
  for (const chainId of await chainIds(knex)) {
    const { firstBreak } = await verifyChain(knex, chainId);
    if (firstBreak) wrong.push(`I12: chain ${chainId} breaks at ${firstBreak.seq}: ${firstBreak.reason}`);
  }
  const events: EventRow[] = await knex('events')
    .orderBy(['chain_id', 'seq'])
    .select('subject_id', 'kind', 'body', 'command');
  return [...wrong, ...(await versionFaults(knex, events)), ...commandFaults(events)];
}

/** They tell of a life and change nothing of its item. */
const versionless = new Set(['mail-item.reminded', 'mail-item.reminder-missed', 'mail-item.restarted']);

/** Versions of an item in its events: 1, 2, 3 … without a gap, up to the one of its row. */
async function versionFaults(knex: Product['knex'], events: readonly EventRow[]): Promise<string[]> {
  const rows: { id: string; version: number }[] = await knex('mail_items').select('id', 'version');
  return rows.flatMap(({ id, version }) => {
    const told = events
      .filter(({ subject_id, kind }) => subject_id === id && !versionless.has(kind))
      .map(({ body }) => (JSON.parse(body) as { version?: number }).version ?? 1);
    const expected = Array.from({ length: version }, (_, index) => index + 1);
    return told.join() === expected.join()
      ? []
      : [`I12: ${id} is at version ${version}, its events say ${told.join()}`];
  });
}

function commandFaults(events: readonly EventRow[]): string[] {
  const ids = events.flatMap(({ command }) =>
    command === null ? [] : [(JSON.parse(command) as { updateId: string }).updateId],
  );
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  return twice.map((id) => `I12: command ${id} has left two events`);
}
