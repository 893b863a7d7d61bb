/** What the mails about a review are made from: every active administrator, or the one to whom something was handed. */
import type { Knex } from 'knex';
import type { AccessReviewRow } from '../access-review-row.ts';
import { fromDb } from '../instants.ts';
import { peoplePolicyOf } from '../policy-sets.ts';
import { entriesLeft } from './access-reviews.ts';
import { administratorsToTell } from './administrators.ts';
import type { OwedNotice } from './owed-mails.ts';
import type { PersonNotice } from './person-notices.ts';

export async function accessReviewNotice(
  knex: Knex,
  lifeId: string,
  { kind, key }: OwedNotice,
): Promise<PersonNotice | null> {
  const row = await knex('access_reviews').where({ id: lifeId }).first<AccessReviewRow | undefined>();
  if (row === undefined) return null;
  const company = await knex('companies').where({ id: row.company_id }).first<{ name: string }>('name');
  const { zone } = await peoplePolicyOf(knex, row.policy_set_id);
  // `access-review/<id>/access-review-delegated/<user>/<version>`; where he administers no more, the others are told.
  const delegate = kind === 'access-review-delegated' ? (key.split('/')[3] ?? '') : null;
  return {
    recipients: await administratorsToTell(knex, row.company_id, delegate),
    facts: {
      zone,
      companyName: company.name,
      endsAt: fromDb(row.ends_at),
      left: await entriesLeft(knex, lifeId),
    },
    link: null,
    isAtMostOnce: kind === 'access-review-reminder',
  };
}
