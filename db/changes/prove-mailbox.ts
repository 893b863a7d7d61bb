import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';

interface Proof {
  readonly brandId: string;
  readonly mailbox: string;
  readonly accountId: string;
  /** It is the address he is written to. */
  readonly isOwn: boolean;
}

/**
 * From now on numbers invited there join this account. What another account (`lapsedId`) had proven and no longer does gives way;
 * where somebody has proven it at this very moment the key is taken, and whoever comes second looks again.
 */
export async function proveMailbox(
  trx: Knex.Transaction,
  { brandId, mailbox, accountId, isOwn }: Proof,
  lapsedId: string | null,
  at: Instant,
): Promise<void> {
  const key = { brand_id: brandId, mailbox };
  if (lapsedId !== null)
    await trx('account_mailboxes')
      .where({ ...key, account_id: lapsedId })
      .delete();
  await trx('account_mailboxes').insert({
    ...{ ...key, account_id: accountId, is_own: isOwn ? 1 : 0 },
    proven_at: toDb(at),
  });
}
