/** What a sweep of retention looks among, and who still sees what it will destroy. */
import type { Knex } from 'knex';
import type { CalendarDay, Instant, Zone } from '../../domain/calendar.ts';
import { addDays, dayOf } from '../../domain/calendar.ts';
import type { DocumentChannel, DocumentKind } from '../../domain/issued-document.ts';
import { documentChannels, documentKinds, isSeen } from '../../domain/issued-document.ts';
import type { RetainedDocument, RetentionClass } from '../../domain/retention.ts';
import { destructionOf, latestIssuedOn, retentionOf } from '../../domain/retention.ts';
import { fromDbOrNull } from '../instants.ts';
import type { DocumentRow } from '../issued-document-row.ts';
import { standingFrom } from '../issued-document-row.ts';
import { documentPolicyInForce } from '../policy-sets.ts';
import { readersOf } from './readers.ts';
import { sightsOf } from './sights.ts';

/** One class of documents of one issuer, by the rules in force for its brand. */
export interface SweptClass {
  readonly issuerId: string;
  readonly brandId: string;
  readonly channel: DocumentChannel;
  readonly kind: DocumentKind;
  readonly kept: RetentionClass;
  readonly warnDays: number;
  /** The brand's, and the day in it. */
  readonly zone: Zone;
  readonly today: CalendarDay;
}

/** Every class of every issuer. */
export async function sweptClasses(knex: Knex, at: Instant): Promise<readonly SweptClass[]> {
  const issuers: { id: string; brand_id: string }[] = await knex('issuers')
    .orderBy('id')
    .select('id', 'brand_id');
  const classes: SweptClass[] = [];
  for (const { id: issuerId, brand_id: brandId } of issuers) {
    const { zone, retention } = await documentPolicyInForce(knex, brandId, at);
    const common = { issuerId, brandId, warnDays: retention.warnDays, zone, today: dayOf(at, zone) };
    for (const channel of documentChannels)
      for (const kind of documentKinds)
        classes.push({ ...common, channel, kind, kept: retentionOf(retention, { channel, kind }) });
  }
  return classes;
}

export type RetainedRow = DocumentRow & {
  readonly reception: string | null;
  readonly reception_ended_at: Date | null;
  readonly hold: string | null;
  readonly hold_released_at: Date | null;
};

/** With whether somebody receives its client code now and whether it is held, and when either ended last. */
export function retained(knex: Knex): Knex.QueryBuilder {
  return knex('issued_documents as d')
    .leftJoin('receptions as r', 'r.active_key', 'd.client_code_id')
    .leftJoin('retention_holds as h', (join) => {
      join
        .onNull('h.released_at')
        .andOn((of) => of.on('h.document_id', 'd.id').orOn('h.client_code_id', 'd.client_code_id'));
    })
    .groupBy('d.id')
    .select(
      'd.*',
      knex.raw('MIN(r.id) AS reception'),
      knex.raw('MIN(h.id) AS hold'),
      knex('receptions as e')
        .whereRaw('e.client_code_id = d.client_code_id')
        .max('e.ended_at')
        .as('reception_ended_at'),
      knex('retention_holds as f')
        .whereRaw('(f.document_id = d.id OR f.client_code_id = d.client_code_id)')
        .max('f.released_at')
        .as('hold_released_at'),
    );
}

/** The day from which it may be destroyed; null while it is held, or as long as its account receives. */
function destroyedOn(row: RetainedRow, of: SweptClass): CalendarDay | null {
  return destructionOf(retainedFacts(row), of.kept, of).on;
}

/** As the rules ask for it. */
export function retainedFacts(row: RetainedRow): RetainedDocument {
  return {
    issuedOn: row.issued_on,
    isHeld: row.hold !== null,
    isReceived: row.reception !== null,
    receptionEndedAt: fromDbOrNull(row.reception_ended_at),
    holdReleasedAt: fromDbOrNull(row.hold_released_at),
  };
}

/** Documents of a class that are due on that day, after the given one, in order of their ids. */
export async function dueDocuments(
  knex: Knex,
  of: SweptClass,
  today: CalendarDay,
  page: { readonly limit: number; readonly after: string },
): Promise<readonly RetainedRow[]> {
  const rows = (await retained(knex)
    .where({ 'd.issuer_id': of.issuerId, 'd.kind': of.kind })
    // What never left quarantine is kept as what goes on paper.
    .whereRaw("COALESCE(d.channel, 'paper') = ?", [of.channel])
    .where('d.issued_on', '<=', latestIssuedOn(today, of.kept))
    .whereNull('d.destroying_since_at')
    .where('d.id', '>', page.after)
    .orderBy('d.id')
    .limit(page.limit)) as RetainedRow[];
  return rows;
}

export function isDue(row: RetainedRow, of: SweptClass, day: CalendarDay = of.today): boolean {
  const on = destroyedOn(row, of);
  return on !== null && on <= day;
}

/** Who sees documents that will be destroyed within the days of the warning, how many, and on which day the first of them. */
export interface Warning {
  readonly userId: string;
  readonly on: CalendarDay;
  readonly count: number;
}

/** By person and day, over all classes; nobody is named twice for one day. */
export async function warningsDue(knex: Knex, at: Instant): Promise<readonly Warning[]> {
  const counts = new Map<string, { userId: string; on: CalendarDay; count: number }>();
  for (const of of await sweptClasses(knex, at)) {
    const until = addDays(of.today, of.warnDays);
    for (let after = ''; ;) {
      const rows = await dueDocuments(knex, of, until, { limit: 500, after });
      const due = rows.filter((row) => !isDue(row, of) && isDue(row, of, until));
      for (const [userId, seen] of await seenBy(knex, due, at))
        for (const row of seen) {
          const on = destroyedOn(row, of) ?? until;
          const key = `${userId} ${on}`;
          counts.set(key, { userId, on, count: (counts.get(key)?.count ?? 0) + 1 });
        }
      const last = rows.at(-1);
      if (last === undefined || rows.length < 500) break;
      after = last.id;
    }
  }
  return [...counts.values()];
}

async function seenBy(
  knex: Knex,
  rows: readonly RetainedRow[],
  at: Instant,
): Promise<ReadonlyMap<string, readonly RetainedRow[]>> {
  const codes = [...new Set(rows.flatMap(({ client_code_id: id }) => (id === null ? [] : [id])))];
  const people = await readersOf(knex, codes);
  const found = await Promise.all(
    people.map(async (userId) => {
      const sights = await sightsOf(knex, userId, at);
      return [userId, rows.filter((row) => isSeen(standingFrom(row), sights, at))] as const;
    }),
  );
  return new Map(found);
}

/** Documents whose keys are destroyed and whose objects may still lie there: a sweep was killed in between. */
export async function unfinishedDestruction(
  knex: Knex,
  limit: number,
): Promise<{ readonly documentIds: readonly string[]; readonly blobIds: readonly string[] }> {
  const rows: Pick<DocumentRow, 'id' | 'pdf_blob_id' | 'ubl_blob_id'>[] = await knex('issued_documents')
    .whereNotNull('destroying_since_at')
    .whereNull('destroyed_at')
    .orderBy('id')
    .limit(limit)
    .select('id', 'pdf_blob_id', 'ubl_blob_id');
  const blobIds = rows.flatMap(({ pdf_blob_id: pdf, ubl_blob_id: ubl }) =>
    [pdf, ubl].filter((id) => id !== null),
  );
  return { documentIds: rows.map(({ id }) => id), blobIds };
}
