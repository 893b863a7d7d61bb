/** Requests for rights as they are made and shown. */
import { z } from 'zod';
import { rightsRequestStages } from '../../domain/rights-request.ts';
import { pageOf, pageQuery } from '../pages.ts';
import { booleanParameter, idParameter, line } from '../parameters.ts';
import { rightSet, rightSetShown } from '../rights/schemas.ts';
import { idShown, instantOrNull, instantShown, zoneShown } from '../shapes.ts';

const exampleId = '0193b0a1-7c1e-7d3a-9f52-3f6a1c2b4d5e';
const exampleRights = [{ actions: ['decide'], scope: { postboxes: [exampleId] } }];

export const rightsRequestParams = z.strictObject({ id: idParameter('The request.') });

export const rightsRequestBody = z
  .strictObject({
    accountId: idParameter('The account.'),
    application: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
      .meta({ description: 'The application.', example: 'postbox' }),
    profile: z
      .string()
      .max(60)
      .nullable()
      .default(null)
      .meta({ description: 'Of an application with profiles, where you have none yet.', example: null }),
    rights: rightSet.meta({ description: 'What you ask for, on top of what you have.' }),
    reason: line(1000, 'Why, for whoever decides.', 'I take over the post room.').optional(),
  })
  .meta({
    id: 'RightsRequestBody',
    description: 'Rights that you ask for.',
    example: { accountId: exampleId, application: 'postbox', rights: exampleRights },
  });

export const requestApprovalBody = z
  .strictObject({
    rights: rightSet
      .nullable()
      .default(null)
      .meta({ description: 'What of it; all that is open unless given.', example: exampleRights }),
    rest: z
      .enum(['open', 'rejected'])
      .default('rejected')
      .meta({ description: 'What becomes of the rest of it, if there is any.', example: 'rejected' }),
    administratorId: idParameter(
      'Staff, for the request of a user: the administrator who receives it and grants it on. Needed where there are several.',
    ).optional(),
    note: line(1000, 'For the one who asked.', 'The second box only.').optional(),
  })
  .meta({
    id: 'RightsRequestApproval',
    description: 'A yes, to all of it or to a part.',
    example: {},
  });

export const requestRejectionBody = z.strictObject({
  reason: line(1000, 'For the one who asked.', 'This is done by the post room only.'),
});
export const requestQuestionBody = z.strictObject({
  question: line(1000, 'For the one who asked.', 'For which of the two boxes?'),
});
export const requestAnswerBody = z.strictObject({
  answer: line(1000, 'For the one who asked you.', 'For the second one.'),
});

export const requestListQuery = z.strictObject({
  closed: booleanParameter('Closed ones as well.').default(false),
  ...pageQuery,
});
export const requestWorkQuery = z.strictObject(pageQuery);

const written = z.strictObject({
  kind: z
    .enum(['reason', 'question', 'answer', 'decision'])
    .meta({ description: 'What it is.', example: 'question' }),
  by: z.string().meta({ description: 'Who wrote it.', example: 'An Peeters' }),
  isStaff: z.boolean().meta({ description: 'Whether for the operator.', example: false }),
  at: instantShown('When.'),
  text: z.string().meta({ description: 'As it was written.', example: 'For which of the two boxes?' }),
});

export const rightsRequest = z
  .strictObject({
    id: idShown('The request.'),
    companyId: idShown('The company.'),
    companyName: z.string().meta({ description: 'Its name.', example: 'Bakkerij Peeters' }),
    userId: idShown('Who asks.'),
    userName: z.string().meta({ description: 'His name.', example: 'Chloé Lambert' }),
    accountId: idShown('The account.'),
    accountNumber: z.string().meta({ description: 'Its number at the operator.', example: '10000042' }),
    application: z.string().meta({ description: 'The application.', example: 'postbox' }),
    name: z.string().meta({ description: 'Its name in your language.', example: 'Postbox' }),
    profile: z.string().nullable().meta({ description: 'The profile, where it has any.', example: null }),
    asked: rightSetShown,
    open: rightSetShown,
    stage: z.enum(rightsRequestStages).meta({
      description:
        '`in-house`: your administrators answer. `granting`: opened by the operator, an administrator grants it on. `staff`, ' +
        '`overdue`: the operator answers. `question`: the one who asked has to answer first. The others: it is over.',
      example: 'in-house',
    }),
    askedAt: instantShown('When it was asked for.'),
    dueAt: instantOrNull('Until when it is answered, or lapses; null while a question is out or it is over.'),
    localDueAt: z
      .string()
      .nullable()
      .meta({ description: 'The same by the clock of the brand.', example: '2027-02-17T00:00:00+01:00' }),
    zone: zoneShown('Of that clock.'),
    isOverdue: z.boolean().meta({ description: 'Whether the operator is late.', example: false }),
    cells: z.array(z.string()).meta({
      description: 'Cells of the matrix that have no place for what was asked for.',
      example: ['general-access: NA'],
    }),
    administratorId: z
      .string()
      .nullable()
      .meta({ description: 'Who is to grant on what the operator opened.', example: null }),
    words: z.array(written).meta({ description: 'What was written, in order.' }),
    closedAt: instantOrNull('When it was over.'),
  })
  .meta({ id: 'RightsRequest', description: 'Rights that somebody asked for.' });

export const rightsRequestPage = pageOf(rightsRequest).meta({
  id: 'RightsRequestPage',
  description: 'A page of requests for rights.',
});
