import type { MembershipInvitation } from '../../db/queries/user-provisionings.ts';
import { membershipInvitations } from '../../db/queries/user-provisionings.ts';
import type { Deps } from '../deps.ts';
import type { Page } from '../pages.ts';
import { cutPage, idOfCursor } from '../pages.ts';

/** A page of invitations that are open, the oldest first. */
export async function pageOfInvitations(
  knex: Deps['knex'],
  whose: Parameters<typeof membershipInvitations>[1],
  now: string,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<Page<MembershipInvitation>> {
  const page = { limit: limit + 1, after: idOfCursor(after) };
  return cutPage(await membershipInvitations(knex, whose, now, page), limit, ({ id }) => [id]);
}
