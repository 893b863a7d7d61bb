import { z } from 'zod';
import { actions, grantActions } from '../../domain/rights.ts';
import { languages } from '../../texts/languages.ts';

const exampleId = '0193b0a1-7c1e-7d3a-9f52-3f6a1c2b4d5e';

export const logInBody = z.strictObject({
  username: z
    .string()
    .min(1)
    .max(254)
    .meta({ description: 'Username, or e-mail address.', example: 'an.peeters' }),
  password: z
    .string()
    .min(1)
    .max(256)
    .meta({ description: 'As it was chosen, unchanged.', example: 'correct horse battery' }),
  mode: z.enum(['bearer', 'cookie']).meta({
    description:
      '`bearer`: the answer holds a token for `Authorization: Bearer`. `cookie`: a browser gets a cookie.',
    example: 'bearer',
  }),
});

export const openedSession = z
  .strictObject({
    sessionId: z.string().meta({ description: 'The session, new with each log-in.', example: exampleId }),
    token: z.string().optional().meta({
      description: 'Shown only here and only for `bearer`.',
      example: 'p2Qy0N1x9mR6mGHaQ7rP2m9V8zO5lM4kJ3iH2gF1eD0',
    }),
    expiresAt: z
      .string()
      .meta({ description: 'The end, whatever happens.', example: '2027-02-03T14:00:00.000Z' }),
    idleSeconds: z.int().meta({ description: 'Ends earlier when unused for so long.', example: 7200 }),
  })
  .meta({ id: 'OpenedSession', description: 'A log-in that succeeded.' });

const membership = z.strictObject({
  companyId: z.string().meta({ description: 'The company.', example: exampleId }),
  companyName: z.string().meta({ description: 'Its name.', example: 'Bakkerij Peeters' }),
  profile: z.enum(['administrator', 'user']).meta({
    description: 'Administrators hold every action on the postboxes of the company.',
    example: 'user',
  }),
});

const grant = z.strictObject({
  postboxId: z.string().meta({ description: 'The postbox.', example: exampleId }),
  actions: z
    .array(z.enum(grantActions))
    .meta({ description: 'What may be done with it.', example: ['read', 'decide'] }),
});

export const whoIAm = z
  .strictObject({
    kind: z
      .enum(['user', 'site', 'operator'])
      .meta({ description: 'As what you are calling.', example: 'user' }),
    id: z.string().meta({ description: 'The user, or the service token of a site.', example: exampleId }),
    username: z.string().nullable().meta({ description: 'Null for a service token.', example: 'an.peeters' }),
    name: z.string().nullable().meta({ description: 'Null for a service token.', example: 'An Peeters' }),
    language: z.enum(languages).nullable().meta({ description: 'Your language.', example: 'nl' }),
    memberships: z
      .array(membership)
      .meta({ description: 'The companies you act for; empty for staff and sites.' }),
    grants: z.array(grant).meta({ description: 'Postboxes granted to you; an administrator needs none.' }),
    siteIds: z.array(z.string()).meta({ description: 'Sites you work for.', example: [exampleId] }),
    actions: z.array(z.enum(actions)).meta({
      description: 'What you may do to something at least; to what exactly is answered by each operation.',
      example: ['mail-item.read'],
    }),
  })
  .meta({ id: 'WhoIAm', description: 'The caller, as Mailroom knows him.' });
