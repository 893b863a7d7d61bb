import { z } from 'zod';
import { profiles } from '../../domain/user.ts';
import { pageOf } from '../pages.ts';
import { idParameter, linkToken, passwordTyped } from '../parameters.ts';
import { idShown, instantShown } from '../shapes.ts';
import { companyParams } from '../users/schemas.ts';

export const invitationParams = companyParams.extend({ invitationId: idParameter('The invitation.') });
export const ownInvitationParams = z.strictObject({ id: idParameter('The invitation.') });

const profile = z.enum(profiles).meta({ description: 'As what.', example: 'user' });
const times = {
  invitedAt: instantShown('When it was sent.'),
  endsAt: instantShown('Until when it can be accepted.'),
};

const sent = z.strictObject({
  id: idShown('The invitation.'),
  username: z.string().meta({ description: 'As it was written.', example: 'luc.dumont' }),
  profile,
  ...times,
});

export const sentInvitation = sent.meta({
  id: 'SentInvitation',
  description: 'An invitation as it was written. Whether anybody answers to that username is not told.',
});

export const sentInvitations = pageOf(sentInvitation).meta({
  id: 'SentInvitations',
  description: 'A page of invitations of a company that nobody has accepted yet.',
});

const own = z
  .strictObject({
    id: idShown('The invitation.'),
    companyId: idShown('The company that invites you.'),
    companyName: z.string().meta({ description: 'Its name.', example: 'Atelier Dumont' }),
    profile,
    ...times,
  })
  .meta({ id: 'OwnInvitation', description: 'A company asks you to join.' });

export const ownInvitations = pageOf(own).meta({
  id: 'OwnInvitations',
  description: 'A page of companies that ask you to join.',
});

export const joined = z
  .strictObject({
    companyId: idShown('The company you belong to now.'),
    acceptedAt: instantShown('Since when.'),
  })
  .meta({
    id: 'InvitationAccepted',
    description: 'You are in, without any right as long as none is granted.',
  });

export const acceptanceBody = z.strictObject({
  token: linkToken,
  password: passwordTyped('The password you choose.', 'seven sleepy herons by the canal'),
});

export const accepted = z
  .strictObject({
    accepted: z.literal(true).meta({ description: 'Always `true`: log in now.', example: true }),
  })
  .meta({ id: 'PasswordChosen', description: 'You can log in by now; you are not logged in yet.' });
