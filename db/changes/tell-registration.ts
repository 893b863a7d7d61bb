import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { appendEvent } from './append-event.ts';
import { registrationLife } from './write-registration.ts';

/** The first administrator of a company has accepted: the registration that made him is granted (WF-01). */
export async function tellRegistration(
  trx: Knex.Transaction,
  companyId: string,
  userId: string,
  at: Instant,
): Promise<void> {
  const waiting = await trx('registrations')
    .where({ user_id: userId, stage: 'invited' })
    .first<{ id: string } | undefined>('id');
  if (waiting === undefined) return;
  await appendEvent(trx, {
    kind: 'company.first-administrator',
    subjectType: 'company',
    subjectId: companyId,
    companyId,
    actor: registrationLife,
    at,
    body: { registrationId: waiting.id, userId },
    wakes: { life: 'registrations-of', id: companyId },
  });
}
