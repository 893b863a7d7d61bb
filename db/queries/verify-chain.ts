/** Whether the event log still says what was written (I12 of quality.md). */
import type { Knex } from 'knex';
import { chainHash, GENESIS, type SealedEvent } from '../event-chain.ts';

export interface ChainBreak {
  readonly seq: number;
  /** `missing`: no such event. `changed`: its text is not what was sealed. `relinked`: it follows another event. */
  readonly reason: 'missing' | 'changed' | 'relinked' | 'head';
  /** The event found at that place, if any. */
  readonly eventId: string | null;
}

export interface ChainReport {
  readonly chainId: string;
  /** Events found intact before the first break, or all. */
  readonly intact: number;
  readonly firstBreak: ChainBreak | null;
}

/** Every chain that has a head or an event, in order. */
export async function chainIds(knex: Knex): Promise<readonly string[]> {
  const [rows] = (await knex.raw(
    'SELECT chain_id FROM chain_heads UNION SELECT DISTINCT chain_id FROM events ORDER BY chain_id',
  )) as [{ chain_id: string }[]];
  return rows.map((row) => row.chain_id);
}

/**
 * Walks a chain from its first event to its head and names the first break. Events appended meanwhile are left to the
 * next time. `head`: the last event is not the one the head points to, or events without a head.
 */
export async function verifyChain(knex: Knex, chainId: string): Promise<ChainReport> {
  const head = await knex('chain_heads').where({ chain_id: chainId }).first<Head | undefined>('seq', 'hash');
  let link: Head = { seq: 0, hash: GENESIS };
  const broken = (reason: ChainBreak['reason'], eventId: string | null): ChainReport => ({
    chainId,
    intact: link.seq,
    firstBreak: { seq: link.seq + 1, reason, eventId },
  });
  if (head === undefined) return broken('head', null);
  while (link.seq < head.seq) {
    const page = await eventsAfter(knex, chainId, link.seq, head.seq);
    if (page.length === 0) return broken('missing', null);
    for (const { event, previousHash, hash } of page) {
      if (event.seq !== link.seq + 1) return broken('missing', null);
      if (previousHash !== link.hash) return broken('relinked', event.id);
      if (chainHash(previousHash, event) !== hash) return broken('changed', event.id);
      link = { seq: event.seq, hash };
    }
  }
  return link.hash === head.hash ? { chainId, intact: link.seq, firstBreak: null } : broken('head', null);
}

interface Head {
  readonly seq: number;
  readonly hash: string;
}

interface Link {
  readonly event: SealedEvent;
  readonly previousHash: string;
  readonly hash: string;
}

/** The instant is read as text: a change in the microseconds would not survive a Date. */
async function eventsAfter(knex: Knex, chainId: string, seq: number, upTo: number): Promise<readonly Link[]> {
  const rows: EventRow[] = await knex('events')
    .where({ chain_id: chainId })
    .where('seq', '>', seq)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .limit(500)
    .select('*', knex.raw("DATE_FORMAT(occurred_at, '%Y-%m-%dT%H:%i:%s.%f') AS at"));
  return rows.map((row) => ({
    event: {
      id: row.id,
      chainId: row.chain_id,
      seq: row.seq,
      kind: row.kind,
      subjectType: row.subject_type,
      subjectId: row.subject_id,
      companyId: row.company_id,
      actorType: row.actor_type,
      actorId: row.actor_id,
      at: `${row.at.replace(/000$/, '')}Z`,
      body: row.body,
      life: row.life,
      lifeId: row.life_id,
      command: row.command,
    },
    previousHash: row.previous_hash,
    hash: row.hash,
  }));
}

interface EventRow {
  readonly id: string;
  readonly chain_id: string;
  readonly seq: number;
  readonly kind: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly company_id: string | null;
  readonly actor_type: string;
  readonly actor_id: string;
  readonly at: string;
  readonly body: string;
  readonly life: string | null;
  readonly life_id: string | null;
  readonly command: string | null;
  readonly previous_hash: string;
  readonly hash: string;
}
