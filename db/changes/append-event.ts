import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import { canonicalText } from '../canonical-text.ts';
import { chainHash, GENESIS, OPERATOR_CHAIN, type SealedEvent } from '../event-chain.ts';
import { fromDb, toDb } from '../instants.ts';

export interface Actor {
  readonly type: 'user' | 'site' | 'staff' | 'issuer' | 'system';
  readonly id: string;
}

export interface NewEvent {
  /** UUIDv7; made here unless the caller needs to know it beforehand. */
  readonly id?: string;
  /** `mail-item.received`: subject and past fact. */
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** The chain: this company's, or with null the operator's. */
  readonly companyId: string | null;
  readonly actor: Actor;
  readonly at: Instant;
  /** Plain JSON data, told once and for ever: ids, days and cents rather than names. */
  readonly body: object;
  /** The life that the relay starts or pokes: workflow `<life>/<id>`. */
  readonly wakes?: { readonly life: string; readonly id: string };
  /** The update of that life which caused this event; the relay sends it once more after 15 s. */
  readonly command?: { readonly update: string; readonly updateId: string; readonly args: unknown };
}

export interface AppendedEvent {
  readonly id: string;
  /** Place in its chain, from 1. */
  readonly seq: number;
  readonly hash: string;
}

/**
 * Appends one event to the chain of its company or of the operator. It locks the head of that chain until commit, so
 * it comes last in a change: lock order is company, subjects, ledger, chain head. What the relay
 * need not do (wake nothing, wake what a command has woken, confirm no command) is marked as done at once, so that its
 * polls never see it. I12 of quality.md.
 */
export async function appendEvent(trx: Knex.Transaction, event: NewEvent): Promise<AppendedEvent> {
  const [appended] = await appendEvents(trx, event.companyId, [event]);
  return appended as AppendedEvent;
}

/** The same for many of one chain, in as many statements as for one: what a delivery of documents sets going. */
export async function appendEvents(
  trx: Knex.Transaction,
  companyId: string | null,
  events: readonly NewEvent[],
): Promise<readonly AppendedEvent[]> {
  if (events.length === 0) return [];
  const chainId = companyId ?? OPERATOR_CHAIN;
  const { seq, hash } = await lockHead(trx, chainId);
  let previous = hash;
  const rows = events.map((event, index) => {
    const sealed = sealedEvent(event, chainId, seq + index + 1);
    const row = { ...rowOf(sealed), ...marksOf(event), previous_hash: previous };
    previous = chainHash(previous, sealed);
    return { ...row, id: sealed.id, seq: sealed.seq, hash: previous };
  });
  await trx('events').insert(rows);
  await trx('chain_heads')
    .where({ chain_id: chainId })
    .update({ seq: seq + rows.length, hash: previous });
  return rows.map(({ id, seq: place, hash: own }) => ({ id, seq: place, hash: own }));
}

/** What the relay need not do any more. */
function marksOf({ kind, wakes, command, at }: NewEvent): Record<string, unknown> {
  if (command !== undefined && wakes === undefined)
    throw new Error(`event ${kind} carries a command and names no life to confirm it with`);
  return {
    // A command has woken its life by itself.
    wake_done_at: wakes === undefined || command !== undefined ? toDb(at) : null,
    confirm_done_at: command === undefined ? toDb(at) : null,
  };
}

interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** `ON DUPLICATE KEY` takes the exclusive lock at once: two first events of a chain wait for each other, no deadlock. */
async function lockHead(trx: Knex.Transaction, chainId: string): Promise<Head> {
  const select = () =>
    trx('chain_heads').where({ chain_id: chainId }).forUpdate().first<Head | undefined>('seq', 'hash');
  const head = await select();
  if (head !== undefined) return head;
  await trx.raw(
    'INSERT INTO chain_heads (chain_id, seq, hash) VALUES (?, 0, ?) ON DUPLICATE KEY UPDATE seq = seq',
    [chainId, GENESIS],
  );
  const created = await select();
  if (created === undefined) throw new Error(`chain ${chainId} has no head after it was created`);
  return created;
}

function sealedEvent(event: NewEvent, chainId: string, seq: number): SealedEvent {
  return {
    id: event.id ?? uuidv7(),
    chainId,
    seq,
    kind: event.kind,
    subjectType: event.subjectType,
    subjectId: event.subjectId,
    companyId: event.companyId,
    actorType: event.actor.type,
    actorId: event.actor.id,
    // As it will be read back: the hash must not depend on how the caller wrote the instant.
    at: fromDb(toDb(event.at)),
    body: canonicalText(event.body),
    life: event.wakes?.life ?? null,
    lifeId: event.wakes?.id ?? null,
    command: event.command === undefined ? null : canonicalText(event.command),
  };
}

function rowOf(sealed: SealedEvent): Record<string, unknown> {
  return {
    id: sealed.id,
    chain_id: sealed.chainId,
    seq: sealed.seq,
    kind: sealed.kind,
    subject_type: sealed.subjectType,
    subject_id: sealed.subjectId,
    company_id: sealed.companyId,
    actor_type: sealed.actorType,
    actor_id: sealed.actorId,
    occurred_at: toDb(sealed.at),
    body: sealed.body,
    life: sealed.life,
    life_id: sealed.lifeId,
    command: sealed.command,
  };
}
