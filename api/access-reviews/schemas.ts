/** Reviews of rights as they are shown and answered (WF-43). */
import { z } from 'zod';
import { reviewStages } from '../../domain/access-review.ts';
import { entryStates, reviewAnswers, usages } from '../../domain/review-entry.ts';
import { pageOf, pageQuery } from '../pages.ts';
import { booleanParameter, idParameter } from '../parameters.ts';
import { rightSetShown } from '../rights/schemas.ts';
import { dayOrNull, dayShown, idShown, instantOrNull, instantShown } from '../shapes.ts';
import { companyParams } from '../users/schemas.ts';

export const reviewParams = companyParams.extend({ reviewId: idParameter('The review.') });
export const entryParams = reviewParams.extend({ entryId: idParameter('The entry.') });
export const reviewsQuery = z.strictObject(pageQuery);
export const unansweredQuery = reviewsQuery.extend({
  acknowledged: booleanParameter('Those that are ticked off, instead of those that are not.').optional(),
});
export const unansweredParams = z.strictObject({ id: idParameter('The review.') });

const count = (description: string, example: number) => z.int().meta({ description, example });

export const review = z
  .strictObject({
    id: idShown('The review.'),
    companyId: idShown('The company.'),
    companyName: z.string().meta({ description: 'Its name.', example: 'Bakkerij Peeters' }),
    stage: z.enum(reviewStages).meta({
      description:
        '`open`: grants can be answered. `regrant`: over, and what was withdrawn can be given back for some days. ' +
        '`finished`: everything was answered. `unanswered`: not everything was; the rest is kept.',
      example: 'open',
    }),
    dueOn: dayShown('The day on which the year was over.'),
    openedAt: instantShown('When it began.'),
    endsAt: instantShown('Until when it can be answered; then what is left is kept, and staff hear of it.'),
    decidedAt: instantOrNull('When answering was over.'),
    regrantEndsAt: instantOrNull('Until when something withdrawn can be given back.'),
    acknowledgedAt: instantOrNull('When staff had looked into what nobody answered.'),
    entries: count('Grants in it.', 12),
    left: count('Those of which nobody has said anything yet, and which are still in force.', 3),
  })
  .meta({ id: 'AccessReview', description: 'The yearly look at what people and routers hold.' });

export const reviewsPage = pageOf(review).meta({ id: 'AccessReviews', description: 'A page of reviews.' });

const answer = z.enum(reviewAnswers).meta({
  description:
    '`withdraw`: the grant ends at once. `deactivate`: the whole person is, where single rights are not taken back.',
  example: 'keep',
});

const entry = z
  .strictObject({
    id: idShown('The entry.'),
    holder: z
      .strictObject({
        kind: z.enum(['user', 'router']).meta({ description: 'Who holds it.', example: 'user' }),
        userId: z.string().nullable().meta({ description: 'The user; null of a router.', example: null }),
        companyId: z.string().nullable().meta({ description: 'The router; null of a user.', example: null }),
        name: z.string().meta({ description: 'His name.', example: 'Chloé Lambert' }),
      })
      .meta({ description: 'A user of the company, or a router.' }),
    accountId: idShown('The account.'),
    accountNumber: z.string().meta({ description: 'Its number at the operator.', example: '10000042' }),
    application: z.string().meta({ description: 'The application.', example: 'postbox' }),
    name: z.string().meta({ description: 'Its name in your language.', example: 'Postbox' }),
    rights: rightSetShown,
    grantedAt: instantShown('When it was given.'),
    grantor: z
      .strictObject({
        kind: z.enum(['operator', 'user']).meta({ description: 'Who gave it.', example: 'user' }),
        name: z.string().nullable().meta({ description: 'His name; null for the operator.', example: 'An' }),
      })
      .meta({ description: 'Who gave it; he may have left since.' }),
    usage: z.enum(usages).meta({
      description:
        'Whether its holder used the application in the months before the review, and since the grant; `not-known` where ' +
        'that is not recorded.',
      example: 'unused',
    }),
    lastUsedOn: dayOrNull('The last day on which he did, as far as it is known.'),
    state: z.enum(entryStates).meta({
      description:
        '`open`: nobody has said anything. `gone`: the grant ended by itself or elsewhere. `regranted`: withdrawn, and given back.',
      example: 'open',
    }),
    offered: z.array(answer).meta({ description: 'What you can say of it.' }),
    assigneeId: z.string().nullable().meta({ description: 'To whom it was handed.', example: null }),
    answeredBy: z.string().nullable().meta({ description: 'Who said it.', example: null }),
    answeredAt: instantOrNull('When.'),
  })
  .meta({ id: 'AccessReviewEntry', description: 'One grant in a review.' });

export const entriesPage = pageOf(entry).meta({
  id: 'AccessReviewEntries',
  description: 'A page of grants.',
});

export const entriesQuery = z.strictObject({
  left: booleanParameter('Only those of which nobody has said anything.').optional(),
  assigned: booleanParameter('Only those that were handed to you.').optional(),
  ...pageQuery,
});

export const answersBody = z
  .strictObject({
    answers: z
      .array(z.strictObject({ entryId: idParameter('The entry.'), answer }))
      .min(1)
      .max(100)
      .meta({ description: 'All of them are carried out, or none.' }),
  })
  .meta({ id: 'AccessReviewAnswers', description: 'What is said of grants.' });

export const delegationBody = z
  .strictObject({
    userId: idParameter('Another active administrator of the company.'),
    entryIds: z
      .array(idParameter('An entry.'))
      .min(1)
      .max(100)
      .meta({ description: 'Which; everything that is left unless given.' })
      .optional(),
  })
  .meta({ id: 'AccessReviewDelegation', description: 'Who is asked to look over which grants.' });
