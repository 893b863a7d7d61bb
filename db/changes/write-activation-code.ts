import type { Knex } from 'knex';
import type { ActivationCodeRow } from '../activation-code-row.ts';
import { activationCodeColumns, activationCodeFrom } from '../activation-code-row.ts';
import type { ActivationCode } from '../../domain/activation-code.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { withOwed } from '../queries/owed-mails.ts';
import { lifeActor } from './actors.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { owePersonMail } from './owe-person-mail.ts';

/** The life itself acts. */
export const codeLife = lifeActor('activation-code');

export interface LockedCode {
  readonly row: ActivationCodeRow;
  readonly code: ActivationCode;
}

/**
 * The code with its client code locked before it: whatever concerns one customer of an issuer waits its turn there, and
 * nothing else is locked first. Refuses `not-found`.
 */
export async function lockCode(trx: Knex.Transaction, id: string): Promise<LockedCode> {
  const found = await trx('activation_codes')
    .where({ id })
    .first<{ client_code_id: string } | undefined>('client_code_id');
  if (found === undefined) throw new Refused(hidden);
  await lockClientCodes(trx, [found.client_code_id]);
  const row = await trx('activation_codes').where({ id }).forUpdate().first<ActivationCodeRow>();
  return { row, code: await activationCodeFrom(trx, row) };
}

/** In the order of their ids (lock order). */
export async function lockClientCodes(trx: Knex.Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await trx('client_codes')
    .whereIn('id', [...ids])
    .orderBy('id')
    .forUpdate()
    .select('id');
}

interface Told {
  readonly event: string;
  readonly facts?: object;
  /** A mail that the code's life owes from now on. */
  readonly mail?: string;
}

/**
 * Writes the code as a rule left it, what it owes and the event; unless the life itself acts, the event makes it look.
 * Returns the row as it now stands.
 */
export async function writeCode(
  trx: Knex.Transaction,
  code: ActivationCode,
  { event, facts = {}, mail }: Told,
  actor: Actor,
  at: Instant,
): Promise<Owing<ActivationCode>> {
  const { id, version, issuerId, clientCodeId } = code;
  await trx('activation_codes').where({ id }).update(activationCodeColumns(code));
  if (mail !== undefined)
    await owePersonMail(trx, { life: 'activation-code', lifeId: id, kind: mail, which: version }, at);
  await appendEvent(trx, {
    kind: `activation-code.${event}`,
    subjectType: 'activation-code',
    subjectId: id,
    companyId: null,
    actor,
    at,
    body: { version, issuerId, clientCodeId, ...facts },
    ...(actor === codeLife ? {} : { wakes: { life: 'activation-code-of', id } }),
  });
  return withOwed(trx, code);
}
