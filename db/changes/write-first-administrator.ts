import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { usernameFor } from '../../domain/username.ts';
import { Refused } from '../../domain/verdict.ts';
import { answered, answersIn } from '../registration-row.ts';
import type { RegistrationRow } from '../registration-row.ts';
import type { Actor } from './append-event.ts';
import { writeUser } from './create-user.ts';
import type { LockedCompany } from './lock-member.ts';

/**
 * The applicant of a case becomes a user, administrator of the company, and is invited; his username is told in the
 * invitation. A name that somebody else takes at the same moment is taken with the next number: nobody has chosen it. The company
 * is locked by the caller. Returns his id.
 */
export async function writeFirstAdministrator(
  trx: Knex.Transaction,
  row: RegistrationRow,
  company: LockedCompany,
  actor: Actor,
  at: Instant,
): Promise<string> {
  const answers = answersIn(row);
  const [firstName, lastName] = [answered(answers, 'firstName') ?? '', answered(answers, 'lastName') ?? ''];
  for (;;) {
    const username = await freeUsername(trx, usernameFor(firstName, lastName));
    try {
      return await writeUser(
        trx,
        company,
        {
          companyId: company.id,
          username,
          email: row.email ?? '',
          firstName,
          lastName,
          sex: null,
          language: row.language,
          profile: 'administrator',
          security: null,
        },
        actor,
        at,
      );
    } catch (error) {
      const isTaken = error instanceof Refused && error.refusal.reason === 'user.username-taken';
      if (!isTaken) throw error;
    }
  }
}

/** The name, else with the first number that is free. */
async function freeUsername(trx: Knex.Transaction, wished: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? wished : `${wished}.${String(number)}`;
    const taken: unknown = await trx('users').where({ username: candidate }).first('id');
    if (taken === undefined) return candidate;
  }
}
