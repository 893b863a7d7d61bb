import type { Knex } from 'knex';
import type { AccessReview, ReviewAct, ReviewCommandName, ReviewInputs } from '../../domain/access-review.ts';
import * as rules from '../../domain/access-review.ts';
import type { Registry } from '../../domain/application.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { isActDue } from '../../domain/next-act.ts';
import { isLeft } from '../../domain/review-entry.ts';
import type { Author } from '../../domain/user.ts';
import { isActiveAdministrator } from '../../domain/user.ts';
import { orThrow, Refused, refuseRight, refuseValue } from '../../domain/verdict.ts';
import { entriesLeft } from '../queries/access-reviews.ts';
import type { ReviewEntry } from '../queries/review-entries.ts';
import { reviewEntries } from '../queries/review-entries.ts';
import { answerEntries } from './answer-review-entries.ts';
import type { Actor } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { authorOf, lockMember } from './lock-member.ts';
import { regrantEntry } from './regrant-review-entry.ts';
import type { LockedReview } from './write-access-review.ts';
import { lockReview, reviewLife, writeReview } from './write-access-review.ts';
import { withOwed } from '../queries/owed-mails.ts';

type State = Owing<AccessReview>;

/** A command on a review as it travels. */
export interface ReviewCommand<Name extends ReviewCommandName = ReviewCommandName> {
  readonly reviewId: string;
  readonly actor: Actor;
  readonly request: ChangeRequest;
  readonly input: ReviewInputs[Name];
}

/** What a piece of work on a review stands on: locked, and asked by somebody who may. */
export interface ReviewGround extends LockedReview {
  readonly registry: Registry;
  readonly author: Author;
  readonly actor: Actor;
  readonly at: Instant;
  readonly entries: readonly ReviewEntry[];
}

/** Null: nothing had to change. */
export type ReviewDone = {
  readonly review: AccessReview;
  readonly event: string;
  readonly facts?: object;
  readonly mail?: { readonly kind: string; readonly of: string } | null;
} | null;

/**
 * Answers entries, hands them to another administrator, finishes, or gives back what was withdrawn. Everything or nothing.
 * Refuses what `reviewCommands` refuse, `not-found`, `right.missing`, `access-review.entry-unknown`, and what the work refuses.
 */
export const commandReview =
  (knex: Knex, registry: Registry) =>
  <Name extends ReviewCommandName>(name: Name, command: ReviewCommand<Name>): Promise<State> =>
    change(knex, command.request, async (trx) => {
      const { actor, request, input } = command;
      const at = request.receivedAt;
      const ids = namedIn(input);
      const locked = await lockReview(trx, command.reviewId, ids);
      const author = await authorOf(trx, locked.review.companyId, actor);
      if (author.standing !== 'administrator' && author.standing !== 'internal')
        throw new Refused(refuseRight('right.missing', { action: 'user.administer' }));
      orThrow(rules.reviewCommands[name](locked.review, at));
      const entries = await entriesNamed(trx, command.reviewId, ids);
      const ground = { ...locked, registry, author, actor, at, entries };
      const done = await works[name](trx, ground, input);
      if (done === null) return withOwed(trx, locked.review);
      const doing = { actor, at, command: { update: name, updateId: request.id, args: command } };
      return writeReview(trx, done.review, done, doing);
    });

/** A reminder, the end of the days to answer or to give back: asked again under lock. */
export const carryOutReviewAct =
  (knex: Knex) =>
  (id: string, kind: ReviewAct['kind'], at: Instant): Promise<State> =>
    change(knex, null, async (trx) => {
      const { review } = await lockReview(trx, id);
      if (!isActDue(rules.planForReview(review), kind, at)) return withOwed(trx, review);
      const left = await entriesLeft(trx, id);
      const next = rules.carryOutReview(review, kind, left, at);
      return writeReview(trx, next, toldOf(kind, left), { actor: reviewLife, at });
    });

function toldOf(kind: ReviewAct['kind'], left: number) {
  const facts = { left };
  if (kind === 'close') return { event: 'closed' };
  const isQuiet = left === 0;
  if (kind === 'remind')
    return { event: 'reminded', facts, mail: isQuiet ? null : { kind: 'access-review-reminder' } };
  return isQuiet
    ? { event: 'finished', facts }
    : { event: 'unanswered', facts, mail: { kind: 'access-review-unanswered' } };
}

type Works = {
  readonly [Name in ReviewCommandName]: (
    trx: Knex.Transaction,
    ground: ReviewGround,
    input: ReviewInputs[Name],
  ) => Promise<ReviewDone>;
};

const works: Works = {
  answer: answerEntries,
  regrant: regrantEntry,
  finish: async (trx, { review, at }) => {
    orThrow(rules.checkFinish(review, await entriesLeft(trx, review.id), at));
    return { review: rules.finish(review, at), event: 'finished' };
  },
  delegate: async (trx, { review, entries, actor }, { userId, entryIds }) => {
    const member = await lockMember(trx, review.companyId, userId);
    if (member === null || !isActiveAdministrator(member))
      throw new Refused(refuseValue('access-review.not-administrator', { field: 'userId' }));
    const all = entryIds === null ? await reviewEntries(trx, { reviewId: review.id, isLeft: true }) : entries;
    const handed = all.filter((entry) => isLeft(entry) && entry.assigneeId !== userId).map(({ id }) => id);
    if (handed.length === 0) return null;
    await trx('access_review_entries').whereIn('id', handed).update({ assignee_id: userId });
    const next = rules.touched(review);
    const of = `${userId}/${String(next.version)}`;
    const mail = userId === actor.id ? null : { kind: 'access-review-delegated', of };
    return { review: next, event: 'delegated', facts: { userId, entries: handed.length }, mail };
  },
};

function namedIn(input: ReviewInputs[ReviewCommandName]): readonly string[] {
  if (input === null) return [];
  if ('answers' in input) return [...new Set(input.answers.map(({ entryId }) => entryId))];
  return 'entryId' in input ? [input.entryId] : (input.entryIds ?? []);
}

async function entriesNamed(
  trx: Knex.Transaction,
  reviewId: string,
  ids: readonly string[],
): Promise<readonly ReviewEntry[]> {
  if (ids.length === 0) return [];
  const entries = await reviewEntries(trx, { reviewId, ids });
  const missing = ids.find((id) => !entries.some((entry) => entry.id === id));
  if (missing !== undefined)
    throw new Refused(refuseValue('access-review.entry-unknown', { entry: missing }));
  return entries;
}
