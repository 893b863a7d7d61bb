import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { feeKindOf, postingFor } from '../../domain/ledger.ts';
import type { MailItem } from '../../domain/mail-item.ts';
import type { Cents } from '../../domain/money.ts';
import type { StorageCharge } from '../../domain/outcome.ts';
import { chargesOf } from '../queries/ledger.ts';
import { postLedger, reverseLedger } from './post-ledger.ts';

/** One line per (item, period), dated at the start of the period (PP-09, WF-12). */
export async function chargeStorage(
  trx: Knex.Transaction,
  item: MailItem,
  charge: StorageCharge,
): Promise<void> {
  await postLedger(trx, {
    ...about(item),
    naturalKey: `mail-item/${item.id}/storage/${String(charge.period)}`,
    kind: 'storage',
    at: charge.startsAt,
    entries: postingFor({ kind: 'storage', amountCents: charge.cents }),
  });
}

/** Handling and postage of what was done with the paper: once per item, for its life ends with it. */
export async function chargeFee(
  trx: Knex.Transaction,
  item: MailItem,
  cents: Cents,
  at: Instant,
): Promise<void> {
  if (item.closed === null) throw new Error(`nothing was done yet with mail item ${item.id}`);
  const kind = feeKindOf(item.closed.outcome);
  await postLedger(trx, {
    ...about(item),
    naturalKey: `mail-item/${item.id}/${kind}`,
    kind,
    at,
    entries: postingFor({ kind, amountCents: cents }),
  });
}

/** Undoes the storage of periods that started at or after the instant the paper left. */
export async function reverseStorage(
  trx: Knex.Transaction,
  item: MailItem,
  from: Instant,
  at: Instant,
): Promise<void> {
  for (const { naturalKey } of await storageFrom(trx, item.id, from))
    await reverseLedger(trx, naturalKey, at);
}

/** Cents of storage charged for periods that start at or after the instant, reversals deducted. */
export async function storageCentsFrom(trx: Knex.Transaction, itemId: string, from: Instant): Promise<Cents> {
  return (await storageFrom(trx, itemId, from)).reduce((sum, line) => sum + line.amountCents, 0);
}

async function storageFrom(trx: Knex.Transaction, itemId: string, from: Instant) {
  const { lines } = await chargesOf(trx, 'mail-item', itemId);
  const reversed = new Set(lines.map(({ naturalKey }) => naturalKey));
  return lines.filter(
    (line) =>
      line.kind === 'storage' &&
      line.at >= from &&
      line.amountCents > 0 &&
      !reversed.has(`${line.naturalKey}/reversal`),
  );
}

function about(item: MailItem) {
  return { companyId: item.companyId, subjectType: 'mail-item', subjectId: item.id };
}
