/** What happened to a letter and its scan, from the event log. */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { fromDb } from '../instants.ts';

export interface HistoryEvent {
  readonly seq: number;
  readonly kind: string;
  readonly at: Instant;
  /** As the event tells it, and how a finished task was sent. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly actorType: 'user' | 'site' | 'staff' | 'system';
  /** Of customers only: who works for the operator or a site is not named. */
  readonly name: string | null;
}

/** Told to other processes, or about them; nobody's history. */
const technical = ['mail-item.restarted', 'document.hold-changed'];

interface Row {
  readonly seq: number;
  readonly kind: string;
  readonly occurred_at: Date;
  readonly body: string;
  readonly actor_type: HistoryEvent['actorType'];
  readonly name: string | null;
  readonly carrier: string | null;
  readonly tracking: string | null;
}

/** A page of events, oldest first; `after` is the place in the chain of the last one of the page before. */
export async function itemHistory(
  knex: Knex,
  itemId: string,
  page: { readonly limit: number; readonly after: number },
): Promise<readonly HistoryEvent[]> {
  const documentId = knex('documents').where({ mail_item_id: itemId }).select('id');
  const rows: Row[] = await knex('events as e')
    .leftJoin('users as u', (on) => {
      on.on('u.id', 'e.actor_id').andOnVal('e.actor_type', 'user');
    })
    .leftJoin('site_tasks as t', (on) => {
      on.onVal('t.mail_item_id', itemId).andOn('t.closed_at', 'e.occurred_at').andOnVal('t.state', 'done');
    })
    .where((about) => {
      about.where({ 'e.subject_type': 'mail-item', 'e.subject_id': itemId }).orWhere((scan) => {
        scan.where('e.subject_type', 'document').whereIn('e.subject_id', documentId);
      });
    })
    .whereNotIn('e.kind', technical)
    .where('e.seq', '>', page.after)
    .orderBy('e.seq')
    .limit(page.limit)
    .select(
      'e.seq',
      'e.kind',
      'e.occurred_at',
      'e.body',
      'e.actor_type',
      'u.name',
      't.carrier',
      't.tracking',
    );
  return rows.map((row) => ({
    seq: row.seq,
    kind: row.kind,
    at: fromDb(row.occurred_at),
    facts: { ...(JSON.parse(row.body) as object), ...sentBy(row) },
    actorType: row.actor_type,
    name: row.name,
  }));
}

function sentBy({ kind, carrier, tracking }: Row): object {
  return kind === 'mail-item.task-completed' ? { carrier, tracking } : {};
}
