/** A user of a company as he is shown, created and changed. */
import { z } from 'zod';
import { userSorts } from '../../db/queries/company-users.ts';
import { memberStates, profiles, sexes } from '../../domain/user.ts';
import { languages } from '../../texts/languages.ts';
import { pageOf, pageQuery } from '../pages.ts';
import { booleanParameter, idParameter, line, mailAddress } from '../parameters.ts';
import { idShown, instantOrNull, instantShown, versionShown } from '../shapes.ts';

export const companyParams = z.strictObject({ id: idParameter('The company.') });
export const userParams = companyParams.extend({ userId: idParameter('The user.') });
export const userSessionParams = userParams.extend({ sessionId: idParameter('The session.') });

export const usersQuery = z.strictObject({
  ...pageQuery,
  sort: z.enum(userSorts).default('username').meta({ description: 'By what.', example: 'username' }),
  order: z
    .enum(['ascending', 'descending'])
    .default('ascending')
    .meta({ description: 'In which direction.', example: 'ascending' }),
  deactivated: booleanParameter('Whether deactivated users are shown too.').optional(),
});

const username = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._@+-]{2,119}$/u)
  .meta({
    description:
      'What the user logs in with, 3 to 120 letters, digits and `. _ @ + -`; nobody else has it. In the form of a mail ' +
      'address only when it is his own.',
    example: 'nele.janssens',
  });
const email = mailAddress('Where his mails go.', 'nele@bakkerij-peeters.example');
const firstName = line(100, 'First name.', 'Nele');
const lastName = line(100, 'Last name.', 'Janssens');
const sex = z.enum(sexes).nullable().meta({ description: 'For the salutation, if said.', example: 'female' });
const language = z.enum(languages).meta({ description: 'Of his screens and mails.', example: 'nl' });
const profile = z.enum(profiles).meta({
  description: '`administrator` may create users and administrators; `user` may create nobody.',
  example: 'user',
});

export const newUserBody = z
  .strictObject({
    username,
    email,
    firstName,
    lastName,
    sex: sex.optional(),
    language: language.optional(),
    profile,
    security: z
      .strictObject({
        question: line(200, 'A question that only he answers.', 'The name of your first teacher?'),
        answer: line(200, 'The answer; only a hash of it is kept.', 'Juf Marijke'),
      })
      .optional()
      .meta({ description: 'Helps staff to talk to the right person; it never opens anything.' }),
  })
  .meta({ id: 'NewUser', description: 'A user to be; he chooses his password himself.' });

export const userChangeBody = z
  .strictObject({
    username: username.optional(),
    email: email.optional(),
    firstName: firstName.optional(),
    lastName: lastName.optional(),
    sex: sex.optional(),
    language: language.optional(),
  })
  .meta({ id: 'UserChange', description: 'Data to change; what is left out stays as it is.' });

export const profileBody = z.strictObject({ profile });

export const selfResetBody = z.strictObject({
  allowed: z.boolean().meta({ description: 'Whether he may reset his password by himself.', example: true }),
});

export const membershipBody = z
  .strictObject({ username, profile })
  .meta({ id: 'MembershipAsked', description: 'Who is asked to join, and as what.' });

const creator = z.strictObject({
  name: z.string().meta({ description: 'Who created him.', example: 'An Peeters' }),
  onBehalfOf: z.string().nullable().meta({
    description: 'The company on whose behalf staff of the operator did it; null when its own people did.',
    example: null,
  }),
});

const user = z.strictObject({
  id: idShown('The user.'),
  username: z.string().meta({ description: 'What he logs in with.', example: 'nele.janssens' }),
  name: z.string().meta({ description: 'His name.', example: 'Nele Janssens' }),
  email: z.string().meta({ description: 'Where his mails go.', example: 'nele@bakkerij-peeters.example' }),
  profile,
  state: z.enum(memberStates).meta({
    description:
      '`invited`: he has not accepted yet. `suspended`: stopped by staff. `deactivated`: without access and rights.',
    example: 'active',
  }),
  createdBy: creator.nullable().meta({ description: 'Null when it is not known any more.' }),
  createdAt: instantOrNull('Since when he is in this list.'),
  hasRights: z.boolean().meta({ description: 'Whether he holds any right here.', example: false }),
});

export const usersPage = pageOf(user.meta({ id: 'CompanyUser', description: 'A user in the list.' })).meta({
  id: 'CompanyUsers',
  description: 'A page of the users of a company.',
});

const openInvitation = z.strictObject({
  endsAt: instantShown('Until when the link in the mail works.'),
  remindedAt: instantOrNull('When he was reminded.'),
  isOver: z.boolean().meta({ description: 'Over unaccepted: it can be sent again.', example: false }),
});

export const userDetails = user
  .extend({
    firstName: z.string().nullable().meta({ description: 'First name.', example: 'Nele' }),
    lastName: z.string().nullable().meta({ description: 'Last name.', example: 'Janssens' }),
    sex,
    language,
    selfResetAllowed: z
      .boolean()
      .meta({ description: 'Whether he may reset his password by himself.', example: true }),
    isElsewhere: z.boolean().meta({
      description:
        'He belongs to another company too, or receives or reads documents in an account: his data are his own or ' +
        'staff’s to change.',
      example: false,
    }),
    firstLogInAt: instantOrNull('When he first logged in.'),
    deactivatedAt: instantOrNull('Since when he is deactivated.'),
    suspendedAt: instantOrNull('Since when staff have stopped him.'),
    invitation: openInvitation.nullable().meta({ description: 'While he has not accepted.' }),
    version: versionShown,
  })
  .meta({ id: 'CompanyUserDetails', description: 'A user of a company.' });
