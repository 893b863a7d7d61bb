import type { Knex } from 'knex';
import { resend } from '../../domain/user-provisioning.ts';
import type { Administering } from './administer-member.ts';
import { onBehalf } from './lock-member.ts';
import { linkFor, lockProvisioning, writeProvisioning } from './write-provisioning.ts';
import { markFollowed } from './write-recovery.ts';

/**
 * The open invitation of a new user whose link died by a change about him (a corrected username or address, the end of a
 * suspension): it goes out again, with a new link and its whole time (WF-02). Company and person are locked. None that is
 * open: nothing happens.
 */
export async function sendInvitationAnew(
  trx: Knex.Transaction,
  { companyId, userId, actor, at }: Administering,
): Promise<void> {
  const open = await trx('user_provisionings')
    .where({ company_id: companyId, user_id: userId, kind: 'user', closed_at: null, accepted_at: null })
    .first<{ id: string } | undefined>('id');
  if (open === undefined) return;
  const sent = resend((await lockProvisioning(trx, open.id)).provisioning, at);
  await linkFor(trx, sent, userId, at);
  await markFollowed(trx, userId, { actor, companyId }, at);
  const told = { event: 'resent', facts: onBehalf(actor, companyId), mail: 'invitation' };
  await writeProvisioning(trx, sent, told, { actor, at });
}
