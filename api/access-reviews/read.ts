/** Reviews of rights as administrators and staff look at them (WF-43). */
import type { ReviewSeen } from '../../db/queries/access-reviews.ts';
import { reviewsOfCompany, unansweredReviews } from '../../db/queries/access-reviews.ts';
import type { ReviewEntry } from '../../db/queries/review-entries.ts';
import { reviewEntries } from '../../db/queries/review-entries.ts';
import { companyRevocation } from '../../db/queries/company-revocation.ts';
import type { Registry } from '../../domain/application.ts';
import type { ReviewTerms } from '../../domain/access-review.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Revocation } from '../../domain/granting.ts';
import { postboxApplication } from '../../domain/postbox-rights.ts';
import { answersFor, entryState, usageOf } from '../../domain/review-entry.ts';
import type { Language } from '../../texts/languages.ts';
import { ok } from '../answers.ts';
import { applicationName } from '../applications/present.ts';
import { operation } from '../operation.ts';
import { cutPage, dueOfCursor, idOfCursor } from '../pages.ts';
import { findCompany } from '../users/find.ts';
import { companyParams } from '../users/schemas.ts';
import { findReview, presentReview } from './find.ts';
import {
  entriesPage,
  entriesQuery,
  review,
  reviewParams,
  reviewsPage,
  reviewsQuery,
  unansweredQuery,
} from './schemas.ts';

const tags: [string] = ['Access review'];

export const listAccessReviews = operation({
  id: 'listAccessReviews',
  method: 'get',
  path: '/v1/companies/{id}/access-reviews',
  summary: 'The reviews of a company',
  description: 'Once a year what its people and routers hold is looked over. The latest first.',
  tags,
  caller: ['user', 'operator'],
  right: 'user.read',
  params: companyParams,
  query: reviewsQuery,
  responses: { 200: { description: 'A page of reviews.', schema: reviewsPage } },
  refusals: {},
  handle: async (call, deps) => {
    const { companyId } = await findCompany(call, deps);
    const { limit, after } = call.query;
    const found = await reviewsOfCompany(deps.knex, companyId, {
      limit: limit + 1,
      after: dueOfCursor(after),
    });
    return cutPage(found, limit, ({ review: { openedAt, id } }) => [openedAt, id]);
  },
  answer: ({ items, next }) => ok({ items: items.map(presentReview), next }),
});

export const listUnansweredReviews = operation({
  id: 'listUnansweredReviews',
  method: 'get',
  path: '/v1/access-reviews',
  summary: 'Reviews that nobody answered in time',
  description:
    'For staff: reviews that ended with grants of which nobody said anything, the latest first, until they are ticked off.',
  tags,
  caller: ['operator'],
  right: 'operations.read',
  query: unansweredQuery,
  responses: { 200: { description: 'A page of reviews.', schema: reviewsPage } },
  refusals: {},
  handle: async (call, { knex }) => {
    call.reach();
    const { limit, after, acknowledged = false } = call.query;
    const cut = { limit: limit + 1, after: dueOfCursor(after) };
    const found = await unansweredReviews(knex, acknowledged, cut);
    return cutPage(found, limit, keyOfUnanswered);
  },
  answer: ({ items, next }) => ok({ items: items.map(presentReview), next }),
});

export const readAccessReview = operation({
  id: 'readAccessReview',
  method: 'get',
  path: '/v1/companies/{id}/access-reviews/{reviewId}',
  summary: 'How a review stands',
  description: 'Until when it can be answered, and how much is left.',
  tags,
  caller: ['user', 'operator'],
  right: 'user.read',
  params: reviewParams,
  responses: { 200: { description: 'The review.', schema: review } },
  refusals: {},
  handle: findReview,
  answer: (seen) => ok(presentReview(seen)),
});

export const listReviewEntries = operation({
  id: 'listReviewEntries',
  method: 'get',
  path: '/v1/companies/{id}/access-reviews/{reviewId}/entries',
  summary: 'The grants in a review',
  description:
    'By holder, then by application: what each holds, who gave it and when, whether it was used, and what you can say of it.',
  tags,
  caller: ['user', 'operator'],
  right: 'user.read',
  params: reviewParams,
  query: entriesQuery,
  responses: { 200: { description: 'A page of grants.', schema: entriesPage } },
  refusals: {},
  handle: async (call, deps) => {
    const { review: found } = await findReview(call, deps);
    const { limit, after, left = false, assigned = false } = call.query;
    const entries = await reviewEntries(deps.knex, {
      reviewId: found.id,
      page: { after: idOfCursor(after) ?? '', limit: limit + 1 },
      isLeft: left,
      ...(assigned && { assigneeId: call.caller.id }),
    });
    const revocation = await companyRevocation(deps.knex, found.companyId, call.receivedAt);
    return { ...cutPage(entries, limit, ({ id }) => [id]), revocation, review: found };
  },
  answer: ({ items, next, revocation, review: of }, { language, caller }, { registry }) => {
    const reader = { revocation, language, isStaff: caller.kind === 'operator', registry, of };
    return ok({ items: items.map((entry) => presentEntry(entry, reader)), next });
  },
});

interface Reader {
  readonly revocation: Revocation;
  readonly language: Language;
  readonly isStaff: boolean;
  readonly registry: Registry;
  readonly of: { readonly terms: ReviewTerms; readonly openedAt: Instant };
}

function presentEntry(entry: ReviewEntry, { revocation, language, isStaff, registry, of }: Reader) {
  const { id, holderKind, userId, holderId, holderName, accountId, accountNumber, application } = entry;
  const { block, grantedAt, grantor, lastUsedOn, assigneeId, answeredBy, answeredAt, isLive } = entry;
  // The house serves the application of its own boxes, and sees there whom it lets through.
  const isServed = application === postboxApplication && holderKind === 'user';
  return {
    id,
    holder: {
      kind: holderKind,
      userId,
      companyId: holderKind === 'router' ? holderId : null,
      name: holderName,
    },
    accountId,
    accountNumber,
    application,
    name: applicationName(registry, application, language),
    rights: [block],
    grantedAt,
    grantor: { kind: grantor.kind, name: grantor.name },
    usage: usageOf(lastUsedOn, { isServed, grantedAt, openedAt: of.openedAt }, of.terms),
    lastUsedOn,
    state: entryState(entry),
    offered: isLive ? answersFor(entry, revocation, isStaff) : [],
    assigneeId,
    answeredBy,
    answeredAt,
  };
}

function keyOfUnanswered({ review: { decided, id } }: ReviewSeen): readonly [string, string] {
  return [decided?.at ?? '', id];
}
