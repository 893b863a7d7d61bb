import { z } from 'zod';
import { idParameter, linkToken, passwordTyped } from '../parameters.ts';
import { idShown, instantOrNull, instantShown } from '../shapes.ts';

export const recoveryBody = z.strictObject({
  identifier: z
    .string()
    .trim()
    .min(1)
    .max(254)
    .meta({ description: 'Your username, or your e-mail address.', example: 'an.peeters' }),
});

export const recoveryAsked = z
  .strictObject({
    text: z.string().meta({
      description: 'The same whatever was typed, in the language asked for.',
      example: 'If we know this name, a mail is on its way.',
    }),
  })
  .meta({ id: 'RecoveryAsked', description: 'What is said to everybody.' });

export const linkBody = z.strictObject({ token: linkToken });

export const recoveryLink = z
  .strictObject({
    usernames: z
      .array(z.string())
      .meta({ description: 'For these the link sets a password.', example: ['an.peeters'] }),
    endsAt: instantShown('Until when it works.'),
  })
  .meta({ id: 'RecoveryLink', description: 'A link that works.' });

export const completionBody = z.strictObject({
  token: linkToken,
  username: z.string().min(1).max(254).optional().meta({
    description: 'For which of several usernames; not needed when there is one.',
    example: 'an.peeters',
  }),
  newPassword: passwordTyped(
    'As it is to be typed from now on: a phrase, with spaces and any signs.',
    'vier zwanen op het kanaal',
  ),
});

export const userOfCompanyParams = z.strictObject({
  id: idParameter('The company.'),
  userId: idParameter('The user.'),
});

export const resetStarted = z
  .strictObject({ linkEndsAt: instantShown('Until when the link in the mail works.') })
  .meta({ id: 'ResetStarted', description: 'The user has a mail with a link.' });

const idOrNull = (description: string) =>
  z.string().nullable().meta({ description, example: '0193b0a1-7c1e-7d3a-9f52-3f6a1c2b4d5e' });

const toDo = z.strictObject({
  recoveryId: idShown('The asking.'),
  askedAt: instantShown('When it was.'),
  waitsFor: z.enum(['administrator', 'staff']).meta({
    description: 'Who was asked to start a reset; staff may whenever an administrator cannot be reached.',
    example: 'staff',
  }),
  handOverAt: instantOrNull('When staff take over, while an administrator has it.'),
  userId: idShown('Who is meant.'),
  username: z.string().meta({ description: 'His username.', example: 'an.peeters' }),
  name: z.string().meta({ description: 'His name.', example: 'An Peeters' }),
  companyId: idOrNull('A company he belongs to.'),
  companyName: z.string().nullable().meta({ description: 'Its name.', example: 'Bakkerij Peeters' }),
});

export const recoveriesToDo = z
  .strictObject({ recoveries: z.array(toDo).meta({ description: 'The oldest first.' }) })
  .meta({ id: 'RecoveriesToDo', description: 'People who cannot get back in by themselves.' });
