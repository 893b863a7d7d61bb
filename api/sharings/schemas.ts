/** Who sees what of an account, as it is said and answered (WF-35; IP-07, IP-08). */
import { z } from 'zod';
import { languages } from '../../texts/languages.ts';
import { idParameter, line, linkToken, mailAddress, passwordTyped } from '../parameters.ts';
import { idShown, instantOrNull, instantShown } from '../shapes.ts';

export const sharingParams = z.strictObject({ id: idParameter('The sharing.') });

/** More than anybody's account holds. */
const mostNumbers = 2_000;
const numbersGiven = z
  .array(idParameter('A number of your account, by its `clientCodeId`.'))
  .max(mostNumbers)
  .meta({ description: 'The customer numbers he sees, and no others; by their ids among your numbers.' });

const name = line(200, 'How you call him.', 'Boekhouding Claes');
const language = z
  .enum(languages)
  .meta({ description: 'In which the invitation is written.', example: 'nl' });

export const inviteBody = z
  .strictObject({
    accountId: idParameter('The account that you share; it hangs on you.'),
    name,
    email: mailAddress('Where the link goes.', 'claes@example.com'),
    language,
    numbers: numbersGiven,
  })
  .meta({ id: 'SharingInvitation', description: 'Whom you invite, and what you tick for him.' });

export const changeBody = z
  .strictObject({ name: name.optional(), language: language.optional() })
  .meta({ id: 'SharingChanges', description: 'What is left out stays.' });

export const numbersBody = z
  .strictObject({ numbers: numbersGiven })
  .meta({ id: 'SharedNumbers', description: 'The whole choice anew.' });

export const tokenBody = z
  .strictObject({ token: linkToken })
  .meta({ id: 'SharingToken', description: 'The token of the link.' });

export const newLogInBody = z
  .strictObject({
    token: linkToken,
    password: passwordTyped('The password you choose.', 'a ledger of quiet green mornings'),
  })
  .meta({ id: 'SharingAcceptance', description: 'The token of the link, and a password.' });

const number = {
  clientCodeId: idShown('Its id.'),
  clientCode: z.string().meta({ description: 'The customer number with its prefix.', example: 'DL210001' }),
  issuerName: z.string().meta({ description: 'Whose documents.', example: 'Wagenpark Lease Services' }),
};

const shownNumber = z.strictObject(number).meta({ id: 'SharedNumber', description: 'A customer number.' });

export const ownSharing = z
  .strictObject({
    id: idShown('The sharing.'),
    accountId: idShown('Your account that is shared.'),
    name: z.string().meta({ description: 'How you call him.', example: 'Boekhouding Claes' }),
    email: z.string().meta({ description: 'Where the invitation went.', example: 'claes@example.com' }),
    language,
    invitedAt: instantShown('When the invitation that counts was sent.'),
    endsAt: instantOrNull('Until when its link works; null once it was accepted.'),
    acceptedAt: instantOrNull('Since when he sees what is ticked; null before.'),
    numbers: z.array(shownNumber).meta({ description: 'What is ticked for him.' }),
  })
  .meta({ id: 'Sharing', description: 'Somebody who sees a part of your account.' });

export const ownSharings = z
  .strictObject({ items: z.array(ownSharing).meta({ description: 'By name.' }) })
  .meta({ id: 'Sharings', description: 'With whom you share, or will once they accept.' });

const ownNumber = z
  .strictObject({
    ...number,
    accountId: idShown('The account in which it is received.'),
    isReceived: z.boolean().meta({
      description: 'Whether it comes electronically now; what came before an opt-out is there all the same.',
      example: true,
    }),
    sharedWith: z
      .array(
        z.strictObject({
          sharingId: idShown('The sharing.'),
          name: z.string().meta({ description: 'How you call him.', example: 'Boekhouding Claes' }),
        }),
      )
      .meta({ description: 'For whom it is ticked. A new number is yours alone.' }),
  })
  .meta({ id: 'OwnNumber', description: 'A customer number of your account, and who sees it.' });

export const ownNumbers = z
  .strictObject({ items: z.array(ownNumber).meta({ description: 'By client code.' }) })
  .meta({ id: 'OwnNumbers', description: 'Every customer number of your accounts.' });

export const sharedWithMe = z
  .strictObject({
    items: z
      .array(
        z
          .strictObject({
            id: idShown('The sharing.'),
            companyName: z
              .string()
              .meta({ description: 'Whose account it is.', example: 'Garage Vermeulen' }),
            contactName: z.string().meta({ description: 'Who shows it to you.', example: 'An Vermeulen' }),
            acceptedAt: instantShown('Since when you see it.'),
            numbers: z.array(shownNumber).meta({ description: 'What is ticked for you.' }),
          })
          .meta({ id: 'SharedAccount', description: 'A part of somebody’s account that you see.' }),
      )
      .meta({ description: 'By company.' }),
  })
  .meta({ id: 'SharedWithMe', description: 'What others show you.' });

export const accepted = z
  .strictObject({
    accepted: z.literal(true).meta({ description: 'Always `true`.', example: true }),
    username: z
      .string()
      .meta({ description: 'What you log in with from now on.', example: 'claes@example.com' }),
  })
  .meta({ id: 'SharingAccepted', description: 'You can log in by now; you are not logged in yet.' });
