import type { Knex } from 'knex';
import type { CalendarDay, Instant } from '../../domain/calendar.ts';
import type { NumberHolder } from '../../domain/issued-document.ts';
import { checkNumber, visibleFrom } from '../../domain/issued-document.ts';
import type { RowOutcome } from '../../domain/publication-run.ts';
import { checkRunOpen } from '../../domain/publication-run.ts';
import type { RefusalDetails } from '../../domain/verdict.ts';
import { orThrow, Refused, refuseState } from '../../domain/verdict.ts';
import { isDuplicateKey } from '../errors.ts';
import { runColumns } from '../publication-run-row.ts';
import type { PublishingGround } from '../queries/publishing.ts';
import { clientsByCode, numbersHeld } from '../queries/publishing.ts';
import type { Actor } from './append-event.ts';
import { appendEvent, appendEvents } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import type { InsertedDocument, NewDocument, PreparedDocument } from './insert-documents.ts';
import { insertDocuments, shownAmong } from './insert-documents.ts';
import { lockRun } from './publication-runs.ts';
import { writeReports } from './report-deliveries.ts';
import { showDocuments } from './show-documents.ts';

/** Was there already under its number when it was looked for. */
export interface KnownDocument {
  readonly number: string;
  readonly knownId: string;
  readonly contentHash: string;
  readonly embargoUntil: CalendarDay | null;
}

type Taken = KnownDocument | { readonly number: string; readonly prepared: PreparedDocument };

/** One of a delivery: read and sealed, there already, or refused before it came to that. */
export type Delivered = { readonly name: string } & (
  | Taken
  | {
      readonly number: string | null;
      /** Null of what could not be read. */
      readonly contentHash: string | null;
      readonly refused: { readonly reason: string; readonly details: RefusalDetails };
    }
);

/** What became of it. */
export interface DeliveryReport {
  readonly name: string;
  readonly number: string | null;
  readonly outcome: RowOutcome;
  /** Of what was refused: the document that it is, withdrawn since. */
  readonly documentId: string | null;
  readonly reason: string | null;
  readonly details: RefusalDetails | null;
}

interface Delivery {
  readonly ground: PublishingGround;
  readonly actor: Actor;
}

/**
 * Takes in a part of a run (WF-33): everything that can be taken in, and a report for each. What was reported under a name
 * before is reported again; one that was refused then may be better now. One event for the part, one for each case that
 * begins. Refuses `publication-run.over`.
 */
export const publishPart =
  (knex: Knex, clock: () => Instant) =>
  (runId: string, part: readonly Delivered[], delivery: Delivery): Promise<readonly DeliveryReport[]> =>
    change(knex, null, async (trx) => {
      const { ground, actor } = delivery;
      const run = await lockRun(trx, runId);
      const at = clock();
      orThrow(checkRunOpen(run, at));
      const { reports, inserted } = await takeIn(trx, part, {
        ...{ ground, runId, at },
        isArchived: run.kind === 'archive',
      });
      await writeReports(trx, runId, { part, reports }, at);
      await trx('publication_runs')
        .where({ id: runId })
        .update(runColumns({ ...run, deliveredAt: at }));
      const shown = await showDocuments(trx, shownAmong(inserted), ground, at);
      if (inserted.length > 0)
        await appendEvent(trx, {
          kind: 'publication-run.received',
          subjectType: 'publication-run',
          subjectId: runId,
          companyId: null,
          actor,
          at,
          body: { documents: inserted.map(({ documentId, contentHash }) => [documentId, contentHash]) },
        });
      await tellCases(trx, inserted, actor, at);
      await appendEvents(trx, null, shown);
      return reports;
    });

/**
 * One document by itself (WF-33). The same content under its number is the same document, and the answer is remembered too.
 * Refuses `issued-document.number-taken`, `issued-document.withdrawn`.
 */
export const publishDocument =
  (knex: Knex, clock: () => Instant) =>
  (
    taken: Taken,
    { ground, actor }: Delivery,
    request: ChangeRequest,
  ): Promise<{ readonly documentId: string; readonly isNew: boolean }> =>
    change(knex, request, async (trx) => {
      const at = clock();
      const { reports, inserted } = await takeIn(trx, [{ name: '', ...taken }], {
        ground,
        runId: null,
        isArchived: false,
        at,
      });
      const [report] = reports;
      const documentId = report?.documentId ?? null;
      if (report === undefined || report.outcome === 'refused' || documentId === null) {
        throw new Refused(
          refuseState(report?.reason ?? 'issued-document.number-taken', report?.details ?? {}),
        );
      }
      const shown = await showDocuments(trx, shownAmong(inserted), ground, at);
      for (const { contentHash, outcome } of inserted)
        await appendEvent(trx, {
          kind: 'issued-document.published',
          subjectType: 'issued-document',
          subjectId: documentId,
          companyId: null,
          actor,
          at,
          body: { contentHash, outcome },
        });
      await tellCases(trx, inserted, actor, at);
      await appendEvents(trx, null, shown);
      return { documentId, isNew: inserted.length > 0 };
    });

interface TakingIn {
  readonly ground: PublishingGround;
  readonly runId: string | null;
  readonly isArchived: boolean;
  readonly at: Instant;
}

interface TakenIn {
  readonly reports: readonly DeliveryReport[];
  readonly inserted: readonly InsertedDocument[];
}

/** A number that another delivery took since it was looked for is looked for once more. */
async function takeIn(
  trx: Knex.Transaction,
  part: readonly Delivered[],
  taking: TakingIn,
  triesLeft = 3,
): Promise<TakenIn> {
  const { ground, at } = taking;
  const prepared = part.flatMap((each) => ('prepared' in each ? [each.prepared] : []));
  const numbers = part.flatMap(({ number }) => (number === null ? [] : [number]));
  const held = new Map(await numbersHeld(trx, ground.issuerId, numbers));
  const clients = await clientsByCode(
    trx,
    ground.issuerId,
    prepared.map(({ data }) => data.clientCode),
  );
  const fresh: NewDocument[] = [];
  const reports = part.map((each): DeliveryReport => {
    const { name, number } = each;
    if ('refused' in each) return { name, number, outcome: 'refused', documentId: null, ...each.refused };
    const plain = { name, number, reason: null, details: null };
    const { contentHash, embargoUntil } = 'knownId' in each ? each : each.prepared;
    const visibleFromAt = visibleFrom(embargoUntil, at, ground.policy.zone);
    const holder = held.get(each.number) ?? null;
    const verdict = checkNumber(holder, { contentHash, visibleFromAt }, at);
    if (!verdict.ok) {
      const { reason, details } = verdict;
      const documentId = isWithdrawn(holder, contentHash) ? holder.id : null;
      return { name, number, outcome: 'refused', documentId, reason, details };
    }
    if (holder !== null) return { ...plain, outcome: 'known', documentId: holder.id };
    if ('knownId' in each) return { ...plain, outcome: 'known', documentId: each.knownId };
    const { data, documentId } = each.prepared;
    held.set(data.number, { id: documentId, contentHash, withdrawnAt: null, visibleFromAt });
    fresh.push({ prepared: each.prepared, client: clients.get(data.clientCode) ?? null });
    return { ...plain, outcome: 'published', documentId };
  });
  try {
    const inserted = await insertDocuments(trx, fresh, taking);
    const outcomes = new Map(inserted.map(({ documentId, outcome }) => [documentId, outcome]));
    const told = reports.map((report) =>
      report.outcome === 'published'
        ? { ...report, outcome: outcomes.get(report.documentId ?? '') ?? report.outcome }
        : report,
    );
    return { reports: told, inserted };
  } catch (error) {
    if (!isDuplicateKey(error) || triesLeft === 0) throw error;
    return takeIn(trx, part, taking, triesLeft - 1);
  }
}

/** It is that very document, which its issuer has taken back. */
function isWithdrawn(holder: NumberHolder | null, contentHash: string): holder is NumberHolder {
  return holder !== null && holder.withdrawnAt !== null && holder.contentHash === contentHash;
}

/** Each case that begins is woken by an event of its own. */
async function tellCases(
  trx: Knex.Transaction,
  inserted: readonly InsertedDocument[],
  actor: Actor,
  at: Instant,
): Promise<void> {
  const events = inserted.flatMap(({ caseId, documentId, outcome }) =>
    caseId === null
      ? []
      : [
          {
            kind: 'document-case.opened',
            ...{ subjectType: 'document-case', subjectId: caseId, companyId: null, actor, at },
            ...{ body: { documentId, outcome }, wakes: { life: 'document-case', id: caseId } },
          },
        ],
  );
  await appendEvents(trx, null, events);
}
