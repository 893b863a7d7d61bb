import type { Knex } from 'knex';
import type { AdministratorRecovery } from '../../domain/administrator-recovery.ts';
import { isApplicantLeft } from '../../domain/administrator-recovery.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import type { AdministratorRecoveryRow } from '../administrator-recovery-row.ts';
import { recoveryColumns, recoveryFrom } from '../administrator-recovery-row.ts';
import { lifeActor } from './actors.ts';
import { appendEvent } from './append-event.ts';
import { lockCompany, onBehalf } from './lock-member.ts';
import { killLinks } from './one-time-links.ts';
import { owePersonMail } from './owe-person-mail.ts';
import type { Doing } from './write-mail-item.ts';
import { withOwed } from '../queries/owed-mails.ts';

/** The life itself acts. */
export const recoveryLife = lifeActor('administrator-recovery');

export interface LockedRecovery {
  readonly row: AdministratorRecoveryRow;
  readonly recovery: AdministratorRecovery;
}

/** The row of a recovery with its company and its candidate locked before it. Refuses `not-found`. */
export async function lockRecovery(trx: Knex.Transaction, id: string): Promise<LockedRecovery> {
  const found = await trx('administrator_recoveries')
    .where({ id })
    .first<{ company_id: string; candidate_id: string | null } | undefined>('company_id', 'candidate_id');
  if (found === undefined) throw new Refused(hidden);
  await lockCompany(trx, found.company_id);
  if (found.candidate_id !== null)
    await trx('users').where({ id: found.candidate_id }).forUpdate().first('id');
  const row = await trx('administrator_recoveries')
    .where({ id })
    .forUpdate()
    .first<AdministratorRecoveryRow>();
  return { row, recovery: await recoveryFrom(trx, row) };
}

interface Told {
  readonly event: string;
  readonly mail?: string | null;
  readonly facts?: object;
}

/**
 * Writes the recovery as a rule left it, what it owes and the event. With its end the link to object dies, and an applicant
 * hears that he does not become administrator, however it ended.
 */
export async function writeRecovery(
  trx: Knex.Transaction,
  recovery: AdministratorRecovery,
  { event, facts = {}, ...told }: Told,
  { actor, at, command }: Doing,
): Promise<Owing<AdministratorRecovery>> {
  const { id, companyId, version, purpose, candidateId } = recovery;
  await trx('administrator_recoveries').where({ id }).update(recoveryColumns(recovery));
  if (recovery.closed !== null) await killLinks(trx, { life_id: id }, at);
  const mail = isApplicantLeft(recovery) ? 'applicant-not-appointed' : (told.mail ?? null);
  if (mail !== null)
    await owePersonMail(trx, { life: 'administrator-recovery', lifeId: id, kind: mail, which: version }, at);
  await appendEvent(trx, {
    kind: `administrator-recovery.${event}`,
    subjectType: 'administrator-recovery',
    subjectId: id,
    companyId,
    actor,
    at,
    body: { version, purpose, candidateId, ...facts, ...onBehalf(actor, companyId) },
    ...(command && { wakes: { life: 'administrator-recovery', id }, command }),
  });
  return withOwed(trx, recovery);
}
