import type { Knex } from 'knex';
import type { Instant } from '../domain/calendar.ts';
import type { EmailChange } from '../domain/email-change.ts';
import type { Owing } from '../domain/life-rows.ts';
import type { EmailConfirmation } from '../db/changes/email-changes.ts';
import { confirmEmailChange, expireEmailChange } from '../db/changes/email-changes.ts';
import { refusable } from './refusals.ts';

type State = Owing<EmailChange>;

/** What the life of a new mail address may do; every one is harmless when repeated. */
export function emailChangeActivities({ knex }: { readonly knex: Knex }) {
  return {
    confirmEmailChange: (command: EmailConfirmation): Promise<State> =>
      refusable(() => confirmEmailChange(knex)(command)),
    /** Forgets it when it is due; else the row as it stands. */
    expireEmailChange: (id: string, at: Instant): Promise<State> => expireEmailChange(knex)(id, at),
  };
}

export type EmailChangeActivities = ReturnType<typeof emailChangeActivities>;
