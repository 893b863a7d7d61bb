import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { withdraw } from '../../domain/user-provisioning.ts';
import type { UserProvisioningRow } from '../user-provisioning-row.ts';
import { provisioningFrom } from '../user-provisioning-row.ts';
import { killLinksOf } from './one-time-links.ts';
import { provisioningLife, writeProvisioning } from './write-provisioning.ts';

/**
 * Ends open invitations of a company from outside their lives: all of them, or those of one person besides the one he accepts.
 * Their links are dead, their lives are told, and nobody is mailed. The company is locked (WF-01, WF-02).
 */
export async function endInvitations(
  trx: Knex.Transaction,
  of: { readonly company_id: string; readonly user_id?: string },
  at: Instant,
  besides = '',
): Promise<void> {
  const rows = (await trx('user_provisionings')
    .where({ ...of, closed_at: null })
    .whereNot({ id: besides })
    .orderBy('id')
    .forUpdate()) as UserProvisioningRow[];
  const ids = rows.map(({ id }) => id);
  await killLinksOf(trx, 'invitation', ids, at);
  for (const row of rows) {
    const wakes = { life: 'user-provisioning-of', id: row.id };
    const ended = withdraw(await provisioningFrom(trx, row), at);
    await writeProvisioning(trx, ended, { event: 'deactivated', wakes }, { actor: provisioningLife, at });
  }
}
