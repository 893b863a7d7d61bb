import type { Knex } from 'knex';
import type { InvitationCommand } from '../db/changes/accept-account-invitation.ts';
import {
  acceptAccountInvitation,
  expireAccountInvitation,
  readAccountInvitation,
} from '../db/changes/accept-account-invitation.ts';
import type { AccountInvitation } from '../domain/account-invitation.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Owing } from '../domain/life-rows.ts';
import { refusable } from './refusals.ts';

type State = Owing<AccountInvitation>;

/** What an invitation by a document may do; every one is harmless when repeated. */
export function accountInvitationActivities({ knex }: { readonly knex: Knex }) {
  return {
    acceptAccountInvitation: (command: InvitationCommand): Promise<State> =>
      refusable(() => acceptAccountInvitation(knex)(command)),
    expireAccountInvitation: (id: string, at: Instant): Promise<State> =>
      expireAccountInvitation(knex)(id, at),
    readAccountInvitation: (id: string): Promise<State> => readAccountInvitation(knex)(id),
  };
}

export type AccountInvitationActivities = ReturnType<typeof accountInvitationActivities>;
