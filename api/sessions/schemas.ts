import { z } from 'zod';
import { pageOf } from '../pages.ts';
import { idParameter, passwordTyped } from '../parameters.ts';
import { nextSteps } from '../../domain/log-in-attempt.ts';
import { sexes } from '../../domain/user.ts';
import { actions } from '../../domain/action-rules.ts';
import { grantActions } from '../../domain/rights.ts';
import { proofBesidePassword } from '../factors/schemas.ts';
import { languages } from '../../texts/languages.ts';

const exampleId = '0193b0a1-7c1e-7d3a-9f52-3f6a1c2b4d5e';

const password = (description: string) => passwordTyped(description, 'correct horse battery');

export const logInBody = z.strictObject({
  username: z
    .string()
    .min(1)
    .max(254)
    .meta({ description: 'Username, or e-mail address.', example: 'an.peeters' }),
  password: password('As it was chosen, unchanged.'),
  mode: z.enum(['bearer', 'cookie']).meta({
    description:
      '`bearer`: the answer holds a token for `Authorization: Bearer`. `cookie`: a browser gets a cookie.',
    example: 'bearer',
  }),
});

export const proofBody = z.strictObject({
  password: password('Yours, as you log in with it.'),
  proof: proofBesidePassword,
});

/** No limit of length below the policy's own: it says what would be accepted. */
export const passwordBody = z.strictObject({
  currentPassword: password('Yours, as you log in with it.'),
  newPassword: passwordTyped(
    'As it is to be typed from now on: a phrase, with spaces and any signs.',
    'vier zwanen op het kanaal',
  ),
  proof: proofBesidePassword,
});

export const provenSession = z
  .strictObject({
    sessionId: z.string().meta({ description: 'The session, as before.', example: exampleId }),
    token: z.string().optional().meta({
      description: 'The new token of a `bearer` session; the one before is worthless now.',
      example: 'p2Qy0N1x9mR6mGHaQ7rP2m9V8zO5lM4kJ3iH2gF1eD0',
    }),
    provenUntil: z.string().meta({
      description: 'Until when nothing asks for another proof.',
      example: '2027-02-02T14:10:00.000Z',
    }),
  })
  .meta({ id: 'ProvenSession', description: 'A session whose holder has just proved who he is.' });

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

export const unfinishedLogIn = z
  .strictObject({
    next: z.enum(nextSteps).meta({
      description:
        '`factor`: prove your second factor. `mail`: if the details are right, a mail is on its way; who has a second factor proves it first.',
      example: 'mail',
    }),
    attempt: z.string().optional().meta({
      description: 'What this log-in goes on with; only for `bearer`, a browser keeps it in a cookie.',
      example: 'p2Qy0N1x9mR6mGHaQ7rP2m9V8zO5lM4kJ3iH2gF1eD0',
    }),
    endsAt: z.string().meta({ description: 'Until when it can go on.', example: '2027-02-02T14:30:00.000Z' }),
  })
  .meta({ id: 'UnfinishedLogIn', description: 'A log-in that is still to be proven.' });

export const mailOnItsWay = z
  .strictObject({
    next: z.literal('mail').meta({ description: 'Follow its link, then log in again.', example: 'mail' }),
  })
  .meta({ id: 'MailOnItsWay', description: 'If everything was right.' });

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

const said = (description: string, example: string) => z.string().nullable().meta({ description, example });

const ownData = z.strictObject({
  email: z.string().meta({ description: 'Where your mails go.', example: 'an@example.com' }),
  firstName: said('Null as long as nobody said it.', 'An'),
  lastName: said('Null as long as nobody said it.', 'Peeters'),
  sex: z.enum(sexes).nullable().meta({ description: 'For the salutation.', example: 'female' }),
  phone: said('Where you can be called.', '+32 2 555 12 12'),
});

export const whoIAm = z
  .strictObject({
    kind: z
      .enum(['user', 'site', 'operator', 'issuer'])
      .meta({ description: 'As what you are calling.', example: 'user' }),
    id: z
      .string()
      .meta({ description: 'The user, or the service token of a site or an issuer.', example: exampleId }),
    username: z.string().nullable().meta({ description: 'Null for a service token.', example: 'an.peeters' }),
    name: z.string().nullable().meta({ description: 'Null for a service token.', example: 'An Peeters' }),
    data: ownData.nullable().meta({ description: 'What you say of yourself; null for a service token.' }),
    language: z.enum(languages).nullable().meta({ description: 'Your language.', example: 'nl' }),
    memberships: z
      .array(membership)
      .meta({ description: 'The companies you act for; empty for staff and sites.' }),
    grants: z.array(grant).meta({ description: 'Postboxes granted to you; an administrator needs none.' }),
    siteIds: z.array(z.string()).meta({ description: 'Sites you work for.', example: [exampleId] }),
    issuerIds: z.array(z.string()).meta({ description: 'Issuers you work for.', example: [exampleId] }),
    actions: z.array(z.enum(actions)).meta({
      description: 'What you may do to something at least; to what exactly is answered by each operation.',
      example: ['mail-item.read'],
    }),
  })
  .meta({ id: 'WhoIAm', description: 'The caller, as Mailroom knows him.' });

export const sessionParams = z.strictObject({ id: idParameter('The session.') });

const session = z.strictObject({
  id: z.string().meta({ description: 'The session.', example: exampleId }),
  kind: z
    .enum(['cookie', 'bearer'])
    .meta({ description: '`cookie`: a browser; `bearer`: a program.', example: 'cookie' }),
  openedAt: z.string().meta({ description: 'Log-in.', example: '2027-02-02T14:00:00.000Z' }),
  lastSeenAt: z
    .string()
    .meta({ description: 'Last use, to the minute.', example: '2027-02-02T14:05:00.000Z' }),
  expiresAt: z
    .string()
    .meta({ description: 'The end, whatever happens.', example: '2027-02-03T14:00:00.000Z' }),
});

const ownSession = session.extend({
  isCurrent: z.boolean().meta({ description: 'The one you ask with.', example: true }),
});

export const ownSessions = pageOf(ownSession).meta({
  id: 'OwnSessions',
  description: 'A page of where you are logged in.',
});

export const userSessions = pageOf(session).meta({
  id: 'UserSessions',
  description: 'A page of where a user is logged in.',
});

export const sessionsEnded = z
  .strictObject({ ended: z.int().meta({ description: 'How many ended.', example: 2 }) })
  .meta({ id: 'SessionsEnded', description: 'Only the session you ask with goes on.' });
