import type { Knex } from 'knex';
import type { BackfillCommand } from '../db/changes/carry-out-backfill.ts';
import { commandBackfill, readBackfill, showHistoryPage } from '../db/changes/carry-out-backfill.ts';
import type { Instant } from '../domain/calendar.ts';
import type { BackfillCommandName, HistoryBackfill } from '../domain/history-backfill.ts';
import type { Owing } from '../domain/life-rows.ts';
import { refusable } from './refusals.ts';

/** What the life of a back-fill may do; every one is harmless when repeated, for the row says how far it is (WF-36). */
export function historyBackfillActivities({ knex }: { readonly knex: Knex }) {
  return {
    showHistoryPage: (id: string, at: Instant): Promise<Owing<HistoryBackfill>> =>
      showHistoryPage(knex)(id, at),
    commandBackfill: (name: BackfillCommandName, command: BackfillCommand): Promise<Owing<HistoryBackfill>> =>
      refusable(() => commandBackfill(knex, name)(command)),
    readBackfill: (id: string): Promise<Owing<HistoryBackfill>> => readBackfill(knex)(id),
  };
}

export type HistoryBackfillActivities = ReturnType<typeof historyBackfillActivities>;
