import { z } from 'zod';
import { optionReasons } from '../../domain/option.ts';

const key = (description: string, example: string) => z.string().meta({ description, example });
const keys = (description: string, example: readonly string[]) =>
  z.array(z.string()).meta({ description, example: [...example] });
const flag = (description: string, example: boolean) => z.boolean().meta({ description, example });

export const applicationParams = z.strictObject({
  key: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .meta({ description: 'The application.', example: 'e-masspost' }),
});

const listedValue = z.strictObject({
  key: key('What a grant names.', 'kilopost'),
  name: key('In your language.', 'Kilopost'),
});

const dimension = z.strictObject({
  key: key('What a grant names.', 'products'),
  name: key('In your language.', 'Products'),
  values: z.enum(['listed', 'account']).meta({
    description: '`listed`: the values stand here. `account`: they belong to the account.',
    example: 'listed',
  }),
  listed: z.array(listedValue).meta({ description: 'What can be chosen; empty for values of the account.' }),
  pattern: z.string().nullable().meta({
    description: 'How a value of the account is written; null when any text is one.',
    example: null,
  }),
  patternExample: z
    .string()
    .nullable()
    .meta({ description: 'A value that is written so; null without a pattern.', example: null }),
  onlyKind: z
    .string()
    .nullable()
    .meta({ description: 'Only values of this kind can be chosen; null: all.', example: null }),
});

const action = z.strictObject({
  key: key('What a grant names.', 'confirm-deposit'),
  name: key('In your language.', 'Validation + prices'),
  implies: keys('Who holds this holds these too.', ['see-prices']),
  covers: keys('Who holds this may grant these, without holding them.', []),
  excludes: keys('Never held together with this.', []),
  isAdministration: flag('Left out of a copy unless ticked, and never granted to a router.', false),
  routerTypes: z
    .array(z.enum(['conventional', 'other']))
    .nullable()
    .meta({ description: 'The types of router that may hold it; null: all.', example: null }),
  onlyRouters: flag('Whether nobody but a router may hold it.', false),
  settable: flag('False: it is shown and can never be set.', true),
  objects: z.enum(['all', 'own']).nullable().meta({
    description:
      'Which objects of the scope its holder sees: all, or those he made himself; null: it shows none.',
    example: 'own',
  }),
  showsPrices: flag('Whether its holder sees prices.', true),
});

const cell = z.strictObject({
  kind: z.enum(['action', 'value']).meta({ description: 'What the row is.', example: 'value' }),
  dimension: z
    .string()
    .nullable()
    .meta({ description: 'Of which dimension it is a value; null for an action.', example: 'borderels' }),
  row: key('The key of the action or the value.', '21'),
  cell: z.enum(['X', 'O', 'NA', 'NO']).meta({
    description: 'X mandatory, O optional, NA not applicable, NO not allowed.',
    example: 'NO',
  }),
  reason: z
    .enum(optionReasons)
    .nullable()
    .meta({ description: 'Why it cannot be chosen; null when it can.', example: 'option.not-allowed' }),
  text: z
    .string()
    .nullable()
    .meta({ description: 'The reason in your language.', example: 'This is not allowed for this profile.' }),
});

const profile = z.strictObject({
  key: key('What a grant names.', 'read-only'),
  name: key('In your language.', 'Read only (mail and parcels)'),
  cells: z.array(cell).meta({ description: 'One for every action and every listed value.' }),
});

export const applicationShown = z
  .strictObject({
    key: key('What a grant names.', 'e-masspost'),
    version: z.int().meta({ description: 'Raised with every change of the application.', example: 1 }),
    name: key('In your language.', 'e-Masspost'),
    description: key('In your language.', 'Announce, confirm and follow deposits of bulk mail.'),
    heldBy: z.enum(['grant', 'profile']).meta({
      description: '`profile`: comes with the profile of administrator and is never granted.',
      example: 'grant',
    }),
    dimensions: z.array(dimension).meta({ description: 'What scopes a right; none: the action is all.' }),
    actions: z.array(action).meta({ description: 'What can be granted, in the order of the screen.' }),
    profiles: z.array(profile).meta({ description: 'What goes together; none: everything does.' }),
  })
  .meta({ id: 'Application', description: 'What rights can be granted on.' });

export const applicationsShown = z
  .strictObject({ items: z.array(applicationShown).meta({ description: 'By key.' }) })
  .meta({ id: 'Applications', description: 'Every application there is.' });
