/** What an administrator says of grants in a review, carried out by the engine in the same transaction (WF-43). */
import type { Knex } from 'knex';
import type { ReviewInputs } from '../../domain/access-review.ts';
import { grantorOf } from '../../domain/holding.ts';
import * as rules from '../../domain/access-review.ts';
import type { ReviewAnswer } from '../../domain/review-entry.ts';
import { checkEntryAnswer } from '../../domain/review-entry.ts';
import type { Holder } from '../../domain/right-wish.ts';
import { checkAdminister } from '../../domain/user.ts';
import { orThrow, Refused, refuseState } from '../../domain/verdict.ts';
import { planWithdrawal } from '../../domain/withdrawal.ts';
import { toDb } from '../instants.ts';
import { peoplePolicyInForce } from '../policy-sets.ts';
import type { ReviewEntry } from '../queries/review-entries.ts';
import { holdingOf } from '../queries/rights.ts';
import { routerTypeOf } from '../queries/router-types.ts';
import { appendEvent } from './append-event.ts';
import type { ReviewDone, ReviewGround } from './command-access-review.ts';
import { endMembership } from './deactivate-user.ts';
import type { LockedMember } from './lock-member.ts';
import { lockMember, onBehalf } from './lock-member.ts';
import { applicationOf, tellRights } from './tell-review-rights.ts';
import { writeHolding } from './write-holding.ts';

interface Asked {
  readonly entry: ReviewEntry;
  readonly answer: ReviewAnswer;
}

/**
 * Keeps, withdraws or deactivates. The same again changes nothing. Refuses what `checkEntryAnswer` and `planWithdrawal`
 * refuse, `user.profile-above`, `user.own-rights`, `user.last-administrator`.
 */
export async function answerEntries(
  trx: Knex.Transaction,
  ground: ReviewGround,
  { answers }: ReviewInputs['answer'],
): Promise<ReviewDone> {
  const { review, company, author, at } = ground;
  const { revocation } = await peoplePolicyInForce(trx, company.brand_id, at);
  const said = new Map(answers.map(({ entryId, answer }) => [entryId, answer]));
  const asked = ground.entries.flatMap((entry): readonly Asked[] => {
    const answer = said.get(entry.id);
    return answer === undefined || answer === entry.answer ? [] : [{ entry, answer }];
  });
  if (asked.length === 0) return null;
  for (const { entry, answer } of asked)
    orThrow(checkEntryAnswer(entry, answer, revocation, author.standing === 'internal'));
  const of = (answer: ReviewAnswer) =>
    asked.filter((each) => each.answer === answer).map(({ entry }) => entry);
  const [kept, withdrawn, deactivated] = [of('keep'), of('withdraw'), of('deactivate')];
  await write(trx, ground, kept, 'keep');
  for (const entries of groupedBy(withdrawn, ({ holdingId }) => holdingId))
    await withdraw(trx, ground, entries);
  await write(trx, ground, withdrawn, 'withdraw');
  for (const entries of groupedBy(deactivated, ({ holderId }) => holderId))
    await deactivate(trx, ground, entries);
  const counts = { kept: kept.length, withdrawn: withdrawn.length, deactivated: deactivated.length };
  const next = withdrawn.length > 0 ? rules.withdrawn(review, at) : rules.touched(review);
  return { review: next, event: 'answered', facts: counts };
}

/** The grants of one holding end together: what is left must stand in its profile. */
async function withdraw(
  trx: Knex.Transaction,
  ground: ReviewGround,
  entries: readonly ReviewEntry[],
): Promise<void> {
  const [entry] = entries;
  if (entry === undefined) return;
  const { review, author, at } = ground;
  const application = applicationOf(ground.registry, entry);
  const { holderKind, holderId, accountId } = entry;
  const key = { holderKind, holderId, accountId, application: application.key } as const;
  if (entry.userId !== null) await administered(trx, ground, entry.userId);
  const holding = await holdingOf(trx, key);
  const { verdict, plan } = planWithdrawal({
    application,
    holder: await holderOf(trx, entry, review.companyId),
    live: holding?.grants ?? [],
    profile: holding?.profile ?? null,
    // Whether single rights are taken back here was asked entry by entry.
    revocation: 'individual',
    grantIds: entries.flatMap(({ liveGrantIds }) => liveGrantIds),
  });
  orThrow(verdict);
  const grantor = grantorOf(author);
  const registryVersion = application.version;
  const version = await writeHolding(trx, {
    key,
    holding,
    plan,
    grantor,
    registryVersion,
    reason: 'review',
    at,
  });
  await tellRights(trx, ground, entry, { ...plan, added: [], version });
}

/** The whole person, with every grant of his in this review. */
async function deactivate(
  trx: Knex.Transaction,
  ground: ReviewGround,
  [entry]: readonly ReviewEntry[],
): Promise<void> {
  if (entry === undefined || entry.userId === null) return;
  const { review, actor, at } = ground;
  const { companyId } = review;
  const member = await administered(trx, ground, entry.userId);
  const told = await endMembership(trx, member, { companyId, userId: entry.userId, actor, at });
  const body = { ...told.body, reviewId: review.id, ...onBehalf(actor, companyId) };
  const subject = { subjectType: 'user', subjectId: entry.userId } as const;
  await appendEvent(trx, {
    kind: 'user.deactivated',
    ...subject,
    companyId,
    actor,
    at,
    body,
    wakes: told.wakes,
  });
  await trx('access_review_entries')
    .where({ review_id: review.id, holder_id: entry.holderId })
    .where((open) => {
      open.whereNull('answer').orWhere({ answer: 'keep' });
    })
    .update({ answer: 'deactivate', answered_by: actor.id, answered_at: toDb(at) });
}

/** The member, locked, and the author's to administer. Refuses `access-review.grant-over` for who has left. */
export async function administered(
  trx: Knex.Transaction,
  { review, author }: ReviewGround,
  userId: string,
): Promise<LockedMember> {
  const member = await lockMember(trx, review.companyId, userId);
  if (member === null) throw new Refused(refuseState('access-review.grant-over'));
  orThrow(checkAdminister(author, member));
  return member;
}

/** A router that is none any more loses its rights like any other. */
async function holderOf(trx: Knex.Transaction, entry: ReviewEntry, companyId: string): Promise<Holder> {
  const { holderKind, isOwnPeople, holderId } = entry;
  if (isOwnPeople) return { kind: holderKind, routerType: null };
  const router = holderKind === 'router' ? holderId : companyId;
  return { kind: holderKind, routerType: (await routerTypeOf(trx, router)) ?? 'conventional' };
}

async function write(
  trx: Knex.Transaction,
  { actor, at }: ReviewGround,
  entries: readonly ReviewEntry[],
  answer: ReviewAnswer,
): Promise<void> {
  const ids = entries.map(({ id }) => id);
  if (ids.length === 0) return;
  const columns = { answer, answered_by: actor.id, answered_at: toDb(at) };
  await trx('access_review_entries').whereIn('id', ids).update(columns);
}

function groupedBy(
  entries: readonly ReviewEntry[],
  keyOf: (entry: ReviewEntry) => string,
): readonly (readonly ReviewEntry[])[] {
  const keys = [...new Set(entries.map(keyOf))];
  return keys.map((key) => entries.filter((entry) => keyOf(entry) === key));
}
