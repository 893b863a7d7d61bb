/** That somebody was let through by an application, noted at most once a day: what a review of rights asks for (WF-43). */
import { noteUse } from '../db/changes/note-use.ts';
import { endOfDaysAfter } from '../domain/calendar.ts';
import type { Instant } from '../domain/calendar.ts';
import { postboxApplication } from '../domain/postbox-rights.ts';
import type { Caller } from './caller.ts';
import type { Deps } from './deps.ts';

/** So many are remembered; then all are asked of the database once more. */
const most = 20_000;

/** Notes the companies in which the caller was let through; never fails a request that has been answered. */
export function createUses({ knex, log }: Pick<Deps, 'knex' | 'log'>) {
  const notedUntil = new Map<string, Instant>();
  return async (caller: Caller, companyIds: ReadonlySet<string>, at: Instant): Promise<void> => {
    for (const companyId of companyIds) {
      const key = `${caller.id} ${companyId}`;
      if ((notedUntil.get(key) ?? '') > at) continue;
      try {
        const use = { userId: caller.id, companyId, application: postboxApplication };
        const until = await noteUse(knex)(use, at);
        if (notedUntil.size >= most) notedUntil.clear();
        notedUntil.set(key, until ?? endOfDaysAfter(at, 0, 'UTC'));
      } catch (error) {
        log.warn({ err: error }, 'a use was not noted');
      }
    }
  };
}
