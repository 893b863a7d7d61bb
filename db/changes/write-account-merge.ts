import type { Knex } from 'knex';
import type { AccountMerge } from '../../domain/account-merge.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import type { AccountMergeRow } from '../account-merge-row.ts';
import { mergeColumns, mergeFromRow } from '../account-merge-row.ts';
import { withOwed } from '../queries/owed-mails.ts';
import { lifeActor } from './actors.ts';
import type { NewEvent } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import type { AccountRow } from './lock-accounts.ts';
import { lockAccounts } from './lock-accounts.ts';
import { owePersonMail } from './owe-person-mail.ts';
import { lockClientCodes } from './write-activation-code.ts';

/** The life itself acts. */
export const mergeLife = lifeActor('account-merge');

export interface LockedMerge {
  readonly row: AccountMergeRow;
  readonly merge: AccountMerge;
  readonly source: AccountRow;
  readonly target: AccountRow;
}

/** With client codes and accounts locked before it. Refuses `not-found`. */
export async function lockMerge(trx: Knex.Transaction, id: string): Promise<LockedMerge> {
  const found = await trx('account_merges').where({ id }).first<AccountMergeRow | undefined>();
  if (found === undefined) throw new Refused(hidden);
  const ids = [found.source_account_id, found.target_account_id];
  await lockClientCodes(trx, await clientCodesIn(trx, ids));
  const accounts = await lockAccounts(trx, ids);
  // What came in before the accounts were locked; its owner waits for nothing that is held here but the accounts.
  await lockClientCodes(trx, await clientCodesIn(trx, ids));
  const row = await trx('account_merges').where({ id }).forUpdate().first<AccountMergeRow>();
  const [source, target] = ids.map((each) => accounts.get(each));
  if (source === undefined || target === undefined) throw new Refused(hidden);
  return { row, merge: await mergeFromRow(trx, row), source, target };
}

/** Those received in one of them, now or before, and those whose codes were used into one. */
async function clientCodesIn(
  trx: Knex.Transaction,
  accountIds: readonly string[],
): Promise<readonly string[]> {
  const [received, used] = await Promise.all(
    ['receptions', 'activation_codes'].map((table): Promise<string[]> =>
      trx(table)
        .whereIn('account_id', [...accountIds])
        .pluck('client_code_id'),
    ),
  );
  return [...new Set([...(received ?? []), ...(used ?? [])])].sort();
}

type Told = Pick<NewEvent, 'actor' | 'wakes' | 'command'> & {
  readonly event: string;
  readonly facts?: object;
  readonly mails?: readonly string[];
};

/** Writes the merge as a rule left it, what it owes and the event. With its end both accounts are free for another. */
export async function writeMerge(
  trx: Knex.Transaction,
  merge: AccountMerge,
  { event, facts = {}, mails = [], ...by }: Told,
  at: Instant,
): Promise<Owing<AccountMerge>> {
  const { id, version, closed, sourceId, targetId } = merge;
  await trx('account_merges').where({ id }).update(mergeColumns(merge));
  if (closed !== null) await trx('merging_accounts').where({ merge_id: id }).delete();
  for (const kind of mails)
    await owePersonMail(trx, { life: 'account-merge', lifeId: id, kind, which: version }, at);
  await appendEvent(trx, {
    ...by,
    kind: `account-merge.${event}`,
    subjectType: 'account-merge',
    subjectId: id,
    companyId: null,
    at,
    body: { version, sourceId, targetId, ...facts },
  });
  return withOwed(trx, merge);
}

/** To both contacts; somebody on whom both accounts hang reads it once. */
export function toBoth(kind: string, source: AccountRow, target: AccountRow): readonly string[] {
  const sides = source.main_contact_id === target.main_contact_id ? ['target'] : ['source', 'target'];
  return sides.map((side) => `${kind}-${side}`);
}
