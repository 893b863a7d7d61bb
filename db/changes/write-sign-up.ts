import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import type { SignUp, SignUpOutcome } from '../../domain/sign-up.ts';
import { closeSignUp } from '../../domain/sign-up.ts';
import { withOwed } from '../queries/owed-mails.ts';
import type { SignUpRow } from '../sign-up-row.ts';
import { signUpColumns, signUpFrom } from '../sign-up-row.ts';
import { lifeActor } from './actors.ts';
import type { Actor, NewEvent } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { killLinks } from './one-time-links.ts';

/** The life itself acts. */
export const signUpLife = lifeActor('sign-up');

/** Writes the sign-up as a rule left it and the event. With its end the link is dead and the code is free. */
export async function writeSignUp(
  trx: Knex.Transaction,
  signUp: SignUp,
  told: Pick<NewEvent, 'actor' | 'wakes' | 'command'> & { readonly event: string; readonly facts?: object },
  at: Instant,
): Promise<Owing<SignUp>> {
  const { id, version, closed, codeId } = signUp;
  await trx('sign_ups').where({ id }).update(signUpColumns(signUp));
  if (closed !== null) await killLinks(trx, { purpose: 'sign-up', life_id: id }, at);
  const { event, facts = {}, ...by } = told;
  await appendEvent(trx, {
    ...by,
    kind: `sign-up.${event}`,
    subjectType: 'sign-up',
    subjectId: id,
    companyId: null,
    at,
    body: { version, codeId, ...facts },
  });
  return withOwed(trx, signUp);
}

/**
 * Ends the sign-up that holds the code, if one does: it was begun again, or the code has gone another way. The client code is
 * locked by the caller.
 */
export async function endHold(
  trx: Knex.Transaction,
  codeId: string,
  outcome: SignUpOutcome & ('restarted' | 'lost'),
  actor: Actor,
  at: Instant,
): Promise<void> {
  const row = await trx('sign_ups').where({ hold_key: codeId }).forUpdate().first<SignUpRow | undefined>();
  if (row === undefined) return;
  const ended = closeSignUp(await signUpFrom(trx, row), outcome, at);
  const wakes = { life: 'sign-up-of', id: row.id };
  await writeSignUp(trx, ended, { event: outcome, actor, wakes }, at);
}
