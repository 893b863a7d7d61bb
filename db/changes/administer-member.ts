/** What is done to a member by his administrators or by staff: locked, asked, written, told (WF-04, UM-05, UM-19). */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { checkAdminister } from '../../domain/user.ts';
import type { Author } from '../../domain/user.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import type { Actor, NewEvent } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import type { LockedCompany, LockedMember } from './lock-member.ts';
import { authorOf, lockCompanies, lockMember, onBehalf } from './lock-member.ts';
import { tellOfAdministrators } from './tell-router-lives.ts';

/** Whom it is about, who does it, and when. */
export interface Administering {
  readonly companyId: string;
  readonly userId: string;
  readonly actor: Actor;
  readonly at: Instant;
  /** Null where the same again changes nothing. */
  readonly request: ChangeRequest | null;
  /** Further companies that the work reads under lock. */
  readonly besides?: readonly string[];
}

export interface Administered {
  readonly company: LockedCompany;
  readonly author: Author;
  readonly member: LockedMember;
}

/** The event it leaves; null when nothing had to change. */
interface Told {
  readonly event: string;
  readonly body: object;
  /** Open invitations of the person that look again, or a mail that it owes. */
  readonly wakes?: NonNullable<NewEvent['wakes']>;
}

/**
 * One change to a member. Refuses `not-found`, `right.missing`, `user.profile-above`, `user.own-rights`, and what the
 * work refuses.
 */
export function administerMember(
  knex: Knex,
  asked: Administering,
  work: (trx: Knex.Transaction, administered: Administered) => Promise<Told | null>,
): Promise<{ readonly userId: string }> {
  const answer = { userId: asked.userId };
  return administerAnd(knex, asked, async (trx, administered) => ({
    answer,
    told: await work(trx, administered),
  }));
}

/** The same for a change that has more to answer than whom it was about. */
export function administerAnd<Result>(
  knex: Knex,
  { companyId, userId, actor, at, request, besides = [] }: Administering,
  work: (
    trx: Knex.Transaction,
    administered: Administered,
  ) => Promise<{ readonly answer: Result; readonly told: Told | null }>,
): Promise<Result> {
  return change(knex, request, async (trx) => {
    const company = await lockCompanies(trx, companyId, besides);
    const author = await authorOf(trx, companyId, actor);
    const member = await lockMember(trx, companyId, userId);
    if (member === null) throw new Refused(hidden);
    orThrow(checkAdminister(author, member));
    const { answer, told } = await work(trx, { company, author, member });
    if (told === null) return answer;
    await appendEvent(trx, {
      kind: `user.${told.event}`,
      subjectType: 'user',
      subjectId: userId,
      companyId,
      actor,
      at,
      body: { ...told.body, ...onBehalf(actor, companyId) },
      ...(told.wakes && { wakes: told.wakes }),
    });
    await tellOfAdministrators(trx, companyId, actor, at);
    return answer;
  });
}

/** Writes columns of the membership and counts it up. */
export async function writeMembership(
  trx: Knex.Transaction,
  { membershipId }: LockedMember,
  columns: Record<string, unknown>,
): Promise<void> {
  await trx('memberships')
    .where({ id: membershipId })
    .update({ ...columns, version: trx.raw('version + 1') });
}
