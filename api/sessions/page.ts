import type { OwnSession } from '../../db/queries/own-sessions.ts';
import { sessionsOf } from '../../db/queries/own-sessions.ts';
import type { Deps } from '../deps.ts';
import type { Page } from '../pages.ts';
import { cutPage, idOfCursor } from '../pages.ts';

/** A page of somebody's live sessions, the latest first. */
export async function pageOfSessions(
  knex: Deps['knex'],
  userId: string,
  now: string,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<Page<OwnSession>> {
  const page = { limit: limit + 1, before: idOfCursor(after) };
  return cutPage(await sessionsOf(knex, userId, now, page), limit, ({ id }) => [id]);
}
