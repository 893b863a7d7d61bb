/** Why somebody may, what he can touch, and who can touch a thing. */
import { z } from 'zod';
import { whyCodes } from '../../domain/right-trail.ts';
import { idParameter } from '../parameters.ts';
import { idShown, instantOrNull, instantShown } from '../shapes.ts';
import { rightSetShown } from './schemas.ts';

const key = (description: string, example: string) =>
  z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
    .meta({ description, example });

/** A right as it is asked about. */
export const rightQuery = z.strictObject({
  accountId: idParameter('The account.'),
  application: key('The application.', 'invoice-reporter'),
  action: key('What is to be done, by its key in the application.', 'read'),
  values: z
    .string()
    .max(500)
    .meta({
      description: 'On what: one value in each dimension of the application, `dimension:value`, with commas.',
      example: 'invoice-addresses:100001',
    })
    .optional(),
});

const text = (description: string, example: string) => z.string().meta({ description, example });
const textOrNull = (description: string, example: string | null) =>
  z.string().nullable().meta({ description, example });
const party = (description: string) =>
  z
    .strictObject({
      kind: z
        .enum(['operator', 'user', 'company'])
        .meta({ description: 'A company for people of another one, and for a router.', example: 'user' }),
      id: z.string().nullable().meta({ description: 'Null for the operator.', example: null }),
      name: textOrNull('Null for the operator, and for whom nobody knows any more.', 'An Peeters'),
    })
    .meta({ description });

const link = z
  .strictObject({
    grantId: idShown('The grant.'),
    from: party('Who gave it.'),
    to: party('Who got it.'),
    grantedAt: instantShown('When it was given.'),
    registryVersion: z
      .int()
      .meta({ description: 'The version of the application at that time.', example: 1 }),
    action: text('The action of the grant that brings the right.', 'decide'),
    comesWith: textOrNull('How it brings it, where it names another action.', 'Comes with Decide on mail.'),
    isGrantorHolding: z.boolean().meta({
      description: 'Whether who gave it still holds it himself; a grant outlives that.',
      example: true,
    }),
    endedAt: instantOrNull('When it was taken back; a grant made from it before may go on.'),
  })
  .meta({ id: 'RightLink', description: 'One grant of the chain.' });

export const whyShown = z
  .strictObject({
    isAllowed: z.boolean().meta({ description: 'Whether the user may.', example: true }),
    code: z
      .enum(whyCodes)
      .meta({ description: 'Why, or which condition fails. Stable.', example: 'why.allowed' }),
    text: text('The same in your language.', 'This is allowed.'),
    endedAt: instantOrNull('When it was taken back, where that is why.'),
    isComplete: z.boolean().meta({ description: 'Whether the chain reaches the operator.', example: true }),
    chain: z.array(link).meta({ description: 'From the grant of the user up to the operator.' }),
  })
  .meta({ id: 'RightExplanation', description: 'Whether a user may do something, and why.' });

const reached = z.strictObject({
  accountId: idShown('The account.'),
  accountNumber: text('Its number at the operator.', '10000042'),
  companyId: idShown('Whose account it is.'),
  companyName: text('The name of that company.', 'Bakkerij Peeters'),
  application: text('The application.', 'e-masspost'),
  name: text('Its name in your language.', 'e-Masspost'),
  profile: textOrNull('The profile of the application, where it has any.', null),
  rights: rightSetShown,
});

export const reachShown = z
  .strictObject({ items: z.array(reached).meta({ description: 'By account, then by application.' }) })
  .meta({
    id: 'UserReach',
    description: 'All that a user can touch: what was granted, within every limit above it.',
  });

export const holdersShown = z
  .strictObject({
    users: z
      .array(
        z.strictObject({
          id: idShown('The user.'),
          name: text('His name.', 'An Peeters'),
          action: text('The action he holds that brings it.', 'decide'),
        }),
      )
      .meta({ description: 'People of the company, by name.' }),
    routers: z
      .array(
        z.strictObject({
          companyId: idShown('The company of the router.'),
          name: text('Its name.', 'Router Rapide'),
        }),
      )
      .meta({ description: 'Routers to whom the company gave it; which of their people, they know.' }),
  })
  .meta({ id: 'RightHolders', description: 'Who can touch a thing.' });
