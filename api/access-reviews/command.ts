/** What administrators, and staff on their behalf, do in a review of rights (WF-43). */
import * as messages from '../../workflows/access-review/messages.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { commandReview, presentReview } from './find.ts';
import { answersBody, delegationBody, entryParams, review, reviewParams } from './schemas.ts';

const common = {
  method: 'post' as const,
  tags: ['Access review'] as [string],
  caller: ['user', 'operator'] as ['user', 'operator'],
  right: 'user.administer' as const,
  responses: { 200: { description: 'The review as it stands now.', schema: review } },
};
const away = ['service.temporal-away'];

export const answerAccessReview = operation({
  ...common,
  stepUp: true,
  id: 'answerAccessReview',
  path: '/v1/companies/{id}/access-reviews/{reviewId}/answers',
  summary: 'Say of grants whether they stay',
  description:
    'Keep, withdraw, or, where single rights are not taken back, deactivate the holder. It is carried out at once: all of ' +
    'it, or nothing. The same again changes nothing. The last active administrator stays.',
  params: reviewParams,
  body: answersBody,
  refusals: {
    403: ['user.profile-above', 'user.own-rights'],
    409: [
      'access-review.over',
      'access-review.answer-not-offered',
      'access-review.grant-over',
      'user.deactivated',
      'user.last-administrator',
      'user.main-contact',
    ],
    422: ['access-review.entry-unknown', 'rights.profile-violated'],
    503: away,
  },
  handle: (call, deps) => commandReview(call, deps, 'answer', messages.answer, call.body),
  answer: (seen) => ok(presentReview(seen)),
});

export const delegateAccessReview = operation({
  ...common,
  id: 'delegateAccessReview',
  path: '/v1/companies/{id}/access-reviews/{reviewId}/delegations',
  summary: 'Hand grants to another administrator',
  description:
    'He is told by mail and finds them in his list. Whoever else administers may answer them all the same.',
  params: reviewParams,
  body: delegationBody,
  refusals: {
    409: ['access-review.over'],
    422: ['access-review.entry-unknown', 'access-review.not-administrator'],
    503: away,
  },
  handle: (call, deps) => {
    const { userId, entryIds = null } = call.body;
    return commandReview(call, deps, 'delegate', messages.delegate, { userId, entryIds });
  },
  answer: (seen) => ok(presentReview(seen)),
});

export const finishAccessReview = operation({
  ...common,
  id: 'finishAccessReview',
  path: '/v1/companies/{id}/access-reviews/{reviewId}/completion',
  summary: 'Finish a review',
  description:
    'When every grant has been answered. What was withdrawn can be given back for 14 days from its withdrawal, unless policy ' +
    'says otherwise.',
  params: reviewParams,
  refusals: { 409: ['access-review.over', 'access-review.entries-left'], 503: away },
  handle: (call, deps) => commandReview(call, deps, 'finish', messages.finish, null),
  answer: (seen) => ok(presentReview(seen)),
});

export const regrantReviewEntry = operation({
  ...common,
  stepUp: true,
  id: 'regrantReviewEntry',
  path: '/v1/companies/{id}/access-reviews/{reviewId}/entries/{entryId}/regrant',
  summary: 'Give back what you withdrew',
  description:
    'Within the days of the policy, by the one who withdrew it, as far as he may give it at this moment: it is a grant of ' +
    'his from then on.',
  params: entryParams,
  refusals: {
    403: [
      'access-review.withdrawn-by-other',
      'rights.beyond-grantor',
      'user.profile-above',
      'user.own-rights',
    ],
    409: [
      'access-review.not-withdrawn',
      'access-review.regrant-over',
      'access-review.grant-over',
      'user.deactivated',
    ],
    422: ['access-review.entry-unknown', 'rights.excluded', 'rights.profile-violated'],
    503: away,
  },
  handle: (call, deps) =>
    commandReview(call, deps, 'regrant', messages.regrant, { entryId: call.params.entryId }),
  answer: (seen) => ok(presentReview(seen)),
});
