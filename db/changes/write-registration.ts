import type { Knex } from 'knex';
import type { Registration } from '../../domain/registration.ts';
import { registrationStage } from '../../domain/registration.ts';
import { owedMailsOf } from '../queries/owed-mails.ts';
import type { RegistrationRow } from '../registration-row.ts';
import { registrationColumns, registrationFrom } from '../registration-row.ts';
import { lifeActor } from './actors.ts';
import { appendEvent } from './append-event.ts';
import { lockRow } from './lock-row.ts';
import { killLinks, makeLink } from './one-time-links.ts';
import { owePersonMail } from './owe-person-mail.ts';
import type { Doing } from './write-mail-item.ts';

export const registrationLife = lifeActor('registration');

export interface LockedRegistration {
  readonly row: RegistrationRow;
  readonly registration: Registration;
}

/** The case, locked until commit. Refuses `not-found`. */
export async function lockRegistration(trx: Knex.Transaction, id: string): Promise<LockedRegistration> {
  const row = await lockRow<RegistrationRow>(trx, 'registrations', id);
  return { row, registration: await registrationFrom(trx, row) };
}

export interface RegistrationTold {
  readonly event: string;
  /** Ids, words of the program and instants; never what the applicant wrote. */
  readonly facts?: object;
  readonly mails?: readonly string[];
  /** The applicant is called otherwise from now on. */
  readonly isRenamed?: boolean;
  /** Columns besides those of the rule. */
  readonly columns?: Readonly<Record<string, unknown>>;
}

/**
 * Writes the case as a rule left it, the mails it owes and the event. A link that confirms the address goes out with
 * the mails that carry one. Returns the row as it now stands, without a word of the applicant.
 */
export async function writeRegistration(
  trx: Knex.Transaction,
  registration: Registration,
  { event, facts = {}, mails = [], isRenamed = false, columns = {} }: RegistrationTold,
  doing: Doing,
): Promise<Registration> {
  const { id, version, closed } = registration;
  await trx('registrations')
    .where({ id })
    .update({ ...registrationColumns(registration), ...columns });
  if (closed) await killLinks(trx, { purpose: 'registration', life_id: id }, doing.at);
  for (const kind of mails)
    await owePersonMail(trx, { life: 'registration', lifeId: id, kind, which: version }, doing.at);
  await appendEvent(trx, {
    kind: `registration.${event}`,
    subjectType: 'registration',
    subjectId: id,
    companyId: null,
    actor: doing.actor,
    at: doing.at,
    body: { stage: registrationStage(registration), ...facts },
    ...(doing.command && { wakes: { life: 'registration', id }, command: doing.command }),
  });
  const isOver = closed !== null || registration.approvedAt !== null;
  if (isOver || isRenamed) await tellIdentityCheck(trx, id, isOver ? 'case-over' : 'renamed', doing);
  return { ...registration, toTell: await owedMailsOf(trx, id) };
}

/** A case that is over needs no document, one under other names another one: the open check looks at the case again (SE-03). */
async function tellIdentityCheck(
  trx: Knex.Transaction,
  id: string,
  event: 'case-over' | 'renamed',
  { actor, at }: Doing,
): Promise<void> {
  const open = await trx('identity_checks').where({ open_key: id }).first<{ id: string } | undefined>('id');
  if (open === undefined) return;
  await appendEvent(trx, {
    kind: `identity-check.${event}`,
    subjectType: 'identity-check',
    subjectId: open.id,
    companyId: null,
    actor,
    at,
    body: { registrationId: id },
    wakes: { life: 'identity-of', id },
  });
}

/** A link that proves the mailbox, where one is mailed; those before are dead either way, for they went to another address. */
export async function linkForAddress(
  trx: Knex.Transaction,
  { id, confirmationEndsAt }: Registration,
  at: string,
): Promise<void> {
  if (confirmationEndsAt === null) return killLinks(trx, { purpose: 'registration', life_id: id }, at);
  await makeLink(trx, { purpose: 'registration', lifeId: id, userId: null, endsAt: confirmationEndsAt, at });
}
