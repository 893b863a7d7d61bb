import type { Knex } from 'knex';
import type { SignUpCommand } from '../db/changes/complete-sign-up.ts';
import { abandonSignUp, completeSignUp, readSignUp } from '../db/changes/complete-sign-up.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Owing } from '../domain/life-rows.ts';
import type { SignUp } from '../domain/sign-up.ts';
import { refusable } from './refusals.ts';

export interface SignUpActivityDeps {
  readonly knex: Knex;
}

/** What the way from a code to an account may do; every one is harmless when repeated. */
export function signUpActivities({ knex }: SignUpActivityDeps) {
  return {
    completeSignUp: (command: SignUpCommand): Promise<Owing<SignUp>> =>
      refusable(() => completeSignUp(knex)(command)),
    abandonSignUp: (id: string, at: Instant): Promise<Owing<SignUp>> => abandonSignUp(knex)(id, at),
    readSignUp: (id: string): Promise<Owing<SignUp>> => readSignUp(knex)(id),
  };
}

export type SignUpActivities = ReturnType<typeof signUpActivities>;
