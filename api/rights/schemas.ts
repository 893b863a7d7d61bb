/** Rights as they are asked for and shown. */
import { z } from 'zod';
import { optionReasons } from '../../domain/option.ts';
import { idParameter } from '../parameters.ts';
import { idShown, versionShown } from '../shapes.ts';
import { userParams } from '../users/schemas.ts';

const exampleBox = '0193b0a1-7c1e-7d3a-9f52-3f6a1c2b4d5e';
const key = (description: string, example: string) =>
  z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
    .meta({ description, example });

const scope = z.record(z.string().max(60), z.array(z.string().min(1).max(100)).max(500)).meta({
  description: 'On what, by dimension: every action on every combination of these values.',
  example: { postboxes: [exampleBox] },
});
const actions = z
  .array(z.string().min(1).max(60))
  .max(60)
  .meta({ description: 'What may be done, by the keys of the application.', example: ['read', 'decide'] });

const block = z
  .strictObject({ actions, scope })
  .meta({ id: 'RightBlock', description: 'Actions on every combination of scope values.' });

/** Together they are what is held. */
export const rightSet = z.array(block).max(40);
export const rightSetShown = rightSet.meta({
  description: 'Blocks of rights; together they are what is held.',
});

const profile = z
  .string()
  .max(60)
  .nullable()
  .meta({ description: 'A profile of the application, where it has any.', example: null });

export const rightsOfUserParams = userParams;
export const rightsParams = userParams.extend({
  accountId: idParameter('The account.'),
  application: key('The application.', 'postbox'),
});

const option = z.strictObject({
  key: z.string().meta({ description: 'By which it is named in blocks.', example: 'decide' }),
  name: z.string().meta({ description: 'In your language.', example: 'Decide on mail' }),
  isHeld: z.boolean().meta({ description: 'Whether the user holds it on something.', example: true }),
  grey: z
    .strictObject({
      reason: z.enum(optionReasons).meta({ description: 'Stable.', example: 'option.ask-operator' }),
      text: z.string().meta({ description: 'In your language.', example: 'Ask the operator for it.' }),
      canBeAsked: z
        .boolean()
        .meta({ description: 'Whether a request for rights may bring it.', example: true }),
    })
    .nullable()
    .meta({ description: 'Why you cannot give it; null when you can.', example: null }),
});

export const rightsFormQuery = z.strictObject({
  profile: key('Another profile of the application.', 'read-only').optional(),
});

export const rightsForm = z
  .strictObject({
    accountId: idShown('The account.'),
    accountNumber: z.string().meta({ description: 'Its number at the operator.', example: '10000042' }),
    application: z.string().meta({ description: 'The application.', example: 'postbox' }),
    name: z.string().meta({ description: 'Its name in your language.', example: 'Postbox' }),
    profile,
    version: versionShown,
    rights: rightSetShown,
    actions: z
      .array(option.meta({ id: 'RightOption', description: 'Something that may be held.' }))
      .meta({ description: 'What may be done.' }),
    dimensions: z
      .array(
        z.strictObject({
          key: z.string().meta({ description: 'By which blocks name it.', example: 'postboxes' }),
          name: z.string().meta({ description: 'In your language.', example: 'Postboxes' }),
          values: z.array(option).meta({ description: 'On what it may be done.' }),
        }),
      )
      .meta({ description: 'What rights are scoped by.' }),
  })
  .meta({ id: 'RightsForm', description: 'What a user holds in an application, and what you can give him.' });

export const rightsBody = z
  .strictObject({
    profile: profile.optional(),
    rights: rightSet.meta({ description: 'All that he is to hold.' }),
  })
  .meta({
    id: 'RightsWish',
    description:
      'All that the user is to hold there: what is left out is taken away, an empty list takes all.',
    example: { rights: [{ actions: ['read', 'decide'], scope: { postboxes: [exampleBox] } }] },
  });

export const copyBody = z.strictObject({
  withAdministration: z
    .boolean()
    .default(false)
    .meta({ description: 'Also the rights of administration among yours.', example: false }),
});

export const rightsSaved = z
  .strictObject({
    version: versionShown,
    profile,
    added: rightSetShown,
    removed: rightSetShown,
    dropped: z.array(z.string()).meta({
      description:
        'Taken away because the new profile has no place for it, each with the cell of the matrix.',
      example: ['borderels/10: NA'],
    }),
  })
  .meta({ id: 'RightsSaved', description: 'What saving changed.' });

const access = z.strictObject({
  accountId: idShown('The account.'),
  accountNumber: z.string().meta({ description: 'Its number at the operator.', example: '10000042' }),
  application: z.string().meta({ description: 'The application.', example: 'postbox' }),
  name: z.string().meta({ description: 'Its name in your language.', example: 'Postbox' }),
  hasAccess: z.boolean().meta({ description: 'Whether the user holds anything there.', example: true }),
  version: versionShown,
});

export const accessList = z
  .strictObject({ items: z.array(access).meta({ description: 'By account, then by name.' }) })
  .meta({ id: 'UserAccess', description: 'In which applications a user has access.' });

export const ownRightsParams = rightsParams.pick({ accountId: true, application: true });

export const boundaryParams = z.strictObject({
  accountId: idParameter('The account.'),
  application: key('The application.', 'postbox'),
});
