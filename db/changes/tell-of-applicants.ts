import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';
import { applicantOf } from '../queries/registration-notice.ts';
import type { RegistrationRow } from '../registration-row.ts';
import { appendEvent } from './append-event.ts';
import { owePersonalNotice } from './personal-notices.ts';
import { isConsented } from './registration-steps.ts';
import { registrationLife } from './write-registration.ts';

/**
 * Who was referred while the company's first administrator was still invited: he hears of them the moment he has
 * accepted, of those who consented, each once (decided.md, Registration). The company is locked by the caller; the cases
 * are over, so each word is a notice of its own.
 */
export async function tellOfApplicants(
  trx: Knex.Transaction,
  companyId: string,
  administratorId: string,
  at: Instant,
): Promise<void> {
  const referred = (await trx('registrations')
    .where({ company_id: companyId, outcome: 'referred', administrator_told_at: null })
    .orderBy('id')
    .forUpdate()) as RegistrationRow[];
  for (const row of referred.filter(isConsented)) {
    await trx('registrations')
      .where({ id: row.id })
      .update({ administrator_told_at: toDb(at) });
    const notice = { userId: administratorId, kind: 'registration-applicant', facts: applicantOf(row) };
    await appendEvent(trx, {
      kind: 'registration.administrator-told',
      subjectType: 'registration',
      subjectId: row.id,
      companyId: null,
      actor: registrationLife,
      at,
      body: { administratorId },
      wakes: await owePersonalNotice(trx, notice, at),
    });
  }
}
