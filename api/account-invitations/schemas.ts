/** Invitations that documents send, as who is invited and as staff see them. */
import { z } from 'zod';
import { invitationStages } from '../../domain/account-invitation.ts';
import { languages } from '../../texts/languages.ts';
import { line, linkToken, mailAddress, passwordTypedOrNull } from '../parameters.ts';
import { pageOf, pageQuery } from '../pages.ts';
import { idShown, instantOrNull, instantShown, localShown, zoneShown } from '../shapes.ts';

export const invitationLinkBody = z
  .strictObject({ token: linkToken })
  .meta({ id: 'AccountInvitationLink', description: 'What stands behind the `#` of the link.' });

export const invitationBehind = z
  .strictObject({
    email: z.string().meta({ description: 'Where the mail went.', example: 'info@bakker-breda.example' }),
    companyName: z.string().meta({ description: 'As the issuer calls you.', example: 'Bakker Breda' }),
    issuerName: z.string().meta({ description: 'Whose documents.', example: 'Kade Energie' }),
    clientCodes: z.array(z.string()).meta({
      description: 'Every number that is invited to this address by now: one link takes all of them.',
      example: ['KE700002'],
    }),
    needs: z.enum(['password', 'log-in', 'nothing']).meta({
      description:
        '`password`: you choose one, and there is an account. `log-in`: somebody logs in by this address already. `nothing`: ' +
        'there is an account, and the numbers are added to it.',
      example: 'password',
    }),
    endsAt: instantShown('Until then the link works.'),
    localEndsAt: localShown('The same on the clock of `zone`.'),
    zone: zoneShown('The brand’s.'),
  })
  .meta({ id: 'AccountInvitationBehindLink', description: 'What using the link leads to.' });

export const wayInBody = z
  .strictObject({
    token: linkToken,
    password: passwordTypedOrNull(
      'The password you choose, where there is no account yet.',
      'a mill that turns in any wind',
    ),
  })
  .meta({ id: 'AccountInvitationUsed', description: 'The link, and a password where one is needed.' });

export const received = z
  .strictObject({
    received: z.literal(true).meta({ description: 'Always `true`.', example: true }),
  })
  .meta({ id: 'AccountInvitationAccepted', description: 'The numbers are in your account.' });

export const invitationQuery = z.strictObject({
  clientCode: line(60, 'Only those of this client code.', 'KE700002').optional(),
  ...pageQuery,
});

const invitation = z
  .strictObject({
    id: idShown('The invitation.'),
    clientCode: z.string().meta({ description: 'Of which customer number.', example: 'KE700002' }),
    email: z
      .string()
      .meta({ description: 'Where the issuer has it sent.', example: 'info@bakker-breda.example' }),
    stage: z.enum(invitationStages).meta({
      description:
        '`invited`: the link works. `activated`: it was used. `joined`: it went with the link of another number. `expired`: ' +
        'the next document sends a new one. `replaced`: the issuer named another contact.',
      example: 'invited',
    }),
    invitedAt: instantShown('When the mail that counts was owed.'),
    endsAt: instantShown('Until then its link works.'),
    localEndsAt: localShown('The same on the clock of `zone`.'),
    zone: zoneShown('The brand’s.'),
    closedAt: instantOrNull('When it was over.'),
  })
  .meta({ id: 'AccountInvitation', description: 'An invitation that a document sent, for staff.' });

export const invitationPage = pageOf(invitation).meta({
  id: 'AccountInvitationPage',
  description: 'A page of invitations, the latest first.',
});

export const contactBody = z
  .strictObject({
    email: mailAddress('Of the new main contact.', 'boekhouding@bakker-breda.example'),
    language: z.enum(languages).meta({ description: 'In which he is written to.', example: 'nl' }),
  })
  .meta({ id: 'MainContact', description: 'Who receives the documents of a customer from now on.' });
