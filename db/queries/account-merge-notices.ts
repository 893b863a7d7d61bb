/** What the mails about a merge are made from: each to one of the two main contacts (WF-37). */
import type { Knex } from 'knex';
import type { MergeSide } from '../../domain/account-merge.ts';
import { mergeSightOf } from '../../domain/merge-sight.ts';
import type { AccountMergeRow } from '../account-merge-row.ts';
import { mergeFromRow } from '../account-merge-row.ts';
import { sourceSeen } from './account-merges.ts';
import type { OwedNotice } from './owed-mails.ts';
import type { PersonNotice } from './person-notices.ts';

interface ContactRow {
  readonly id: string;
  readonly company_name: string;
  readonly email: string;
  readonly language: string;
  readonly deactivated_at: Date | null;
}

/** The kind says to which side it goes. Null for somebody who is gone. */
export async function mergeNotice(
  knex: Knex,
  mergeId: string,
  { kind }: OwedNotice,
): Promise<PersonNotice | null> {
  const row = await knex('account_merges').where({ id: mergeId }).first<AccountMergeRow>();
  const merge = await mergeFromRow(knex, row);
  const [source, target] = await Promise.all(
    [merge.sourceId, merge.targetId].map((id) => contactOf(knex, id)),
  );
  if (source === undefined || target === undefined) return null;
  const contacts = { source, target };
  const side: MergeSide = kind.endsWith('-source') ? 'source' : 'target';
  const own = contacts[side];
  if (own.deactivated_at !== null) return null;
  const sight = mergeSightOf(merge, own.id === source.id ? ['source', side] : [side]);
  const seen = sight === null ? null : await sourceSeen(knex, merge, sight);
  const otherName = side === 'source' ? target.company_name : source.company_name;
  return {
    recipients: [{ email: own.email, language: own.language }],
    facts: {
      zone: merge.terms.zone,
      companyName: own.company_name,
      otherName: seen === null ? null : otherName,
      unseenBy: seen === null ? own.company_name : null,
      endsAt: merge.merged?.revertEndsAt ?? merge.endsAt,
      keepsWith: merge.contactStays ? otherName : null,
      losesTo: merge.contactStays ? null : otherName,
      lines: seen?.moves.map(({ clientCode, issuerName }) => `${clientCode} (${issuerName})`) ?? [],
    },
    link: null,
    isAtMostOnce: false,
  };
}

function contactOf(knex: Knex, accountId: string): Promise<ContactRow | undefined> {
  return knex('recipient_accounts as a')
    .join('users as u', 'u.id', 'a.main_contact_id')
    .where('a.id', accountId)
    .first<ContactRow | undefined>('u.id', 'a.company_name', 'u.email', 'u.language', 'u.deactivated_at');
}
