/** The second step of a log-in: the factor is spent and the session opened, or the mail owed, in one transaction. */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import type { AttemptUnderWay } from '../queries/second-factors.ts';
import { change } from './change.ts';
import { isStillSo } from './log-in-attempts.ts';
import { settleLater } from './log-in-budgets.ts';
import type { NewSession } from './open-session.ts';
import { writeSession } from './open-session.ts';
import type { AskingCompany } from './place-authorisations.ts';
import { askForPlace } from './place-authorisations.ts';
import type { SpentFactor } from './spend-factor.ts';
import { spendFactor } from './spend-factor.ts';

interface ProvenAttempt {
  readonly id: string;
  readonly proven: { readonly userId: string; readonly credentialVersion: number };
}

/**
 * Where the attempt was begun the account is at home from now on, so that strangers cannot keep him out there (check 29).
 * Refuses as `hidden` whatever is no longer so: a log-in never tells why it failed.
 */
export const finishLogIn =
  (knex: Knex) =>
  (
    { id, proven, pair }: ProvenAttempt & Pick<AttemptUnderWay, 'pair'>,
    spent: SpentFactor,
    session: NewSession,
  ): Promise<void> =>
    change(knex, null, async (trx) => {
      await take(trx, id, proven, session.at);
      await spendFactor(trx, proven.userId, spent, session.at);
      if (pair !== null) await settleLater(trx, pair, Date.now());
      await writeSession(trx, { ...session, credentialVersion: proven.credentialVersion });
    });

/** The same from a place that is not authorised: nothing is opened, a mail is owed (decided.md, Places). */
export const askAfterFactor =
  (knex: Knex) =>
  ({ id, proven }: ProvenAttempt, spent: SpentFactor, by: AskingCompany, at: Instant): Promise<void> =>
    change(knex, null, async (trx) => {
      if (!(await isStillSo(trx, proven))) throw new Refused(hidden);
      const asked = await trx('place_authorisations')
        .where({ attempt_id: id })
        .first<{ id: string } | undefined>('id');
      if (asked !== undefined) throw new Refused(hidden);
      await spendFactor(trx, proven.userId, spent, at);
      await askForPlace(trx, { userId: proven.userId, attemptId: id, by }, at);
    });

/** One session an attempt, of a person nothing has changed about. */
async function take(
  trx: Knex.Transaction,
  id: string,
  proven: ProvenAttempt['proven'],
  at: Instant,
): Promise<void> {
  if (!(await isStillSo(trx, proven))) throw new Refused(hidden);
  const taken = await trx('log_in_attempts')
    .where({ id, used_at: null })
    .update({ used_at: toDb(at) });
  if (taken === 0) throw new Refused(hidden);
}
