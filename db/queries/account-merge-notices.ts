/** What the mails about a merge are made from: each to one of the two main contacts (WF-37). */
import type { Knex } from 'knex';
import { fromDb, fromDbOrNull } from '../instants.ts';
import { documentPolicyOf } from '../policy-sets.ts';
import type { AccountMergeRow } from '../account-merge-row.ts';
import { movingNumbers } from './account-merges.ts';
import type { OwedNotice } from './owed-mails.ts';
import type { PersonNotice } from './person-notices.ts';

interface ContactRow {
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
  const { zone } = await documentPolicyOf(knex, row.policy_set_id);
  const [source, target] = await Promise.all(
    [row.source_account_id, row.target_account_id].map((id) => contactOf(knex, id)),
  );
  const [own, other] = kind.endsWith('-source') ? [source, target] : [target, source];
  if (own === undefined || other === undefined || own.deactivated_at !== null) return null;
  const moves = await movingNumbers(knex, row);
  const stays = row.contact_stays === 1;
  return {
    recipients: [{ email: own.email, language: own.language }],
    facts: {
      zone,
      companyName: own.company_name,
      otherName: other.company_name,
      endsAt: fromDbOrNull(row.revert_ends_at) ?? fromDb(row.ends_at),
      keepsWith: stays ? other.company_name : null,
      losesTo: stays ? null : other.company_name,
      lines: moves.map(({ clientCode, issuerName }) => `${clientCode} (${issuerName})`),
    },
    link: null,
    isAtMostOnce: false,
  };
}

function contactOf(knex: Knex, accountId: string): Promise<ContactRow | undefined> {
  return knex('recipient_accounts as a')
    .join('users as u', 'u.id', 'a.main_contact_id')
    .where('a.id', accountId)
    .first<ContactRow | undefined>('a.company_name', 'u.email', 'u.language', 'u.deactivated_at');
}
