/** Customer accounts as staff open them and say what their company may hold. */
import { z } from 'zod';
import { idParameter, line } from '../parameters.ts';
import { boundaryParams, rightSet, rightSetShown } from '../rights/schemas.ts';
import { idShown, versionShown } from '../shapes.ts';

const number = line(40, 'Its number at the operator; nobody else has it.', '10000042');
const name = line(200, 'What it is called.', 'Bakkerij Peeters, Gent');
const dimension = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
  .meta({ description: 'What the values are, as applications name it.', example: 'invoice-addresses' });
const label = 'How it is shown.';
const kind = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/)
  .nullable()
  .meta({ description: 'Of which kind it is, where that matters: a `master` contract.', example: null });

export const accountParams = z.strictObject({ accountId: idParameter('The account.') });
export const scopeValuesParams = accountParams.extend({ dimension });
export { boundaryParams };

export const newAccountBody = z.strictObject({
  number: number.optional().meta({
    description: 'Its number at the operator; left out, it gets the next free one.',
    example: '70000042',
  }),
  name,
});

const shownAccount = {
  id: idShown('The account.'),
  companyId: idShown('Whose it is.'),
  number: z.string().meta({ description: 'Its number at the operator.', example: '10000042' }),
  name: z.string().meta({ description: 'What it is called.', example: 'Bakkerij Peeters' }),
  version: versionShown,
};
const accountShown = z.strictObject(shownAccount).meta({
  id: 'CustomerAccount',
  description: 'A customer account at the operator.',
});

export const accountsShown = z
  .strictObject({ items: z.array(accountShown).meta({ description: 'By number.' }) })
  .meta({ id: 'CustomerAccounts', description: 'The customer accounts of a company.' });

const text = (description: string, example: string) => z.string().meta({ description, example });

export const accountDetails = z
  .strictObject({
    ...shownAccount,
    scopeValues: z
      .array(
        z.strictObject({
          dimension: text('What it is.', 'invoice-addresses'),
          value: text('By which grants name it.', '100001'),
          label: text(label, 'Meir 12, Antwerpen'),
          kind: z.string().nullable().meta({ description: 'Its kind, where that matters.', example: null }),
        }),
      )
      .meta({ description: 'What the account has to scope rights by, by dimension and label.' }),
  })
  .meta({ id: 'CustomerAccountDetails', description: 'A customer account with what scopes rights on it.' });

/** One value of a dimension, as staff register it. */
export const scopeValue = z.strictObject({
  value: line(100, 'By which grants name it; of a postbox its id.', '100001'),
  label: line(200, label, 'Meir 12, Antwerpen'),
  kind: kind.default(null),
});

export const scopeValuesBody = z
  .strictObject({
    values: z.array(scopeValue).max(500).meta({ description: 'All there is of it from now on.' }),
  })
  .meta({
    id: 'ScopeValues',
    description: 'All that the account has in one dimension.',
    example: { values: [{ value: '100001', label: 'Meir 12, Antwerpen', kind: null }] },
  });

const application = z.string().meta({ description: 'The application.', example: 'e-masspost' });

export const boundaryShown = z
  .strictObject({
    accountId: idShown('The account.'),
    application,
    version: versionShown,
    rights: rightSetShown,
  })
  .meta({ id: 'Boundary', description: 'What a company may hold on an account in an application.' });

export const boundaryBody = z
  .strictObject({
    rights: rightSet.meta({ description: 'All that anybody may hold there from now on.' }),
    userIds: z
      .array(idParameter('A user.'))
      .max(50)
      .nullable()
      .default(null)
      .meta({
        description:
          'Administrators who receive what is added; left out, all active ones, and where there is none yet those who are ' +
          'invited. An empty list: nobody.',
        example: null,
      }),
    profile: z.string().max(60).nullable().default(null).meta({
      description:
        'Of an application with profiles: under which those receive it who have none there. Without one they receive nothing.',
      example: null,
    }),
  })
  .meta({
    id: 'BoundaryWish',
    description: 'All that the company may hold there: what is left out ends at once, for everybody.',
    example: {
      rights: [{ actions: ['read'], scope: { 'invoice-addresses': ['100001'] } }],
      userIds: null,
      profile: null,
    },
  });

export const boundarySaved = z
  .strictObject({ version: versionShown, added: rightSetShown, removed: rightSetShown })
  .meta({ id: 'BoundarySaved', description: 'What setting the boundary changed.' });
