import type { Knex } from 'knex';
import type { IdentityCheck } from '../../domain/identity-check.ts';
import { identityStage, isOfThoseNames } from '../../domain/identity-check.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import type { IdentityCheckRow } from '../identity-check-row.ts';
import { identityCheckColumns, identityCheckFrom } from '../identity-check-row.ts';
import { fromDb, fromDbOrNull } from '../instants.ts';
import { owedMailsOf } from '../queries/owed-mails.ts';
import type { RegistrationRow } from '../registration-row.ts';
import { lifeActor } from './actors.ts';
import { appendEvent } from './append-event.ts';
import { owePersonMail } from './owe-person-mail.ts';
import type { Doing } from './write-mail-item.ts';

export const identityLife = lifeActor('identity-check');

export interface LockedIdentityCheck {
  readonly check: IdentityCheck;
  readonly registration: Pick<
    RegistrationRow,
    'id' | 'closed_at' | 'approved_at' | 'confirmed_at' | 'named_at'
  >;
}

/** The check with its case locked before it. Refuses `not-found`. */
export async function lockIdentityCheck(trx: Knex.Transaction, id: string): Promise<LockedIdentityCheck> {
  const found = await trx('identity_checks')
    .where({ id })
    .first<{ registration_id: string } | undefined>('registration_id');
  if (found === undefined) throw new Refused(hidden);
  const registration = await trx('registrations')
    .where({ id: found.registration_id })
    .forUpdate()
    .first<LockedIdentityCheck['registration']>('id', 'closed_at', 'approved_at', 'confirmed_at', 'named_at');
  const row = await trx('identity_checks').where({ id }).forUpdate().first<IdentityCheckRow>();
  return { check: await identityCheckFrom(trx, row), registration };
}

/** The picture that lies there was sent under other names than the form bears now. */
export async function isOutdated(
  trx: Knex.Transaction,
  { check, registration }: LockedIdentityCheck,
): Promise<boolean> {
  if (check.documentId === null) return false;
  const { uploaded_at: sentAt } = await trx('identity_documents')
    .where({ id: check.documentId })
    .first<{ uploaded_at: Date }>('uploaded_at');
  return !isOfThoseNames(fromDb(sentAt), fromDbOrNull(registration.named_at));
}

interface IdentityTold {
  readonly event: string;
  readonly facts?: object;
  readonly mail?: string | null;
  readonly columns?: Readonly<Record<string, unknown>>;
}

/**
 * Writes the check as a rule left it and the event. A document on its way out loses its key with this very commit: from
 * then on nobody can read it, whatever happens to its object (SE-03). Returns the row as it now stands.
 */
export async function writeIdentityCheck(
  trx: Knex.Transaction,
  check: IdentityCheck,
  { event, facts = {}, mail = null, columns = {} }: IdentityTold,
  doing: Doing,
): Promise<IdentityCheck> {
  const { id, version, documentId, destroyingSince } = check;
  await trx('identity_checks')
    .where({ id })
    .update({ ...identityCheckColumns(check), ...columns });
  if (destroyingSince !== null && documentId !== null)
    await trx('identity_document_keys').where({ document_id: documentId }).delete();
  if (mail !== null)
    await owePersonMail(trx, { life: 'identity-check', lifeId: id, kind: mail, which: version }, doing.at);
  await appendEvent(trx, {
    kind: `identity-check.${event}`,
    subjectType: 'identity-check',
    subjectId: id,
    companyId: null,
    actor: doing.actor,
    at: doing.at,
    body: { registrationId: check.registrationId, stage: identityStage(check), ...facts },
    ...(doing.command && { wakes: { life: 'identity-check', id }, command: doing.command }),
  });
  return { ...check, toTell: await owedMailsOf(trx, id) };
}
