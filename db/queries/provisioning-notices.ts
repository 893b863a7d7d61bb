/** What the mails about an invitation are made from, and who gets them (WF-02). */
import type { Knex } from 'knex';
import { fromDb } from '../instants.ts';
import { peoplePolicyOf } from '../policy-sets.ts';
import type { UserProvisioningRow } from '../user-provisioning-row.ts';
import { administratorsToTell } from './administrators.ts';
import type { OwedNotice } from './owed-mails.ts';
import type { PersonNotice } from './person-notices.ts';

const toAdministrators = ['invitation-expired', 'no-rights'];
/** By the others he gets in; these say that a link is dead. */
const withoutLink = [...toAdministrators, 'invitation-lapsed'];

interface Person {
  readonly username: string;
  readonly email: string;
  readonly language: string;
}

/** To the invited person; or to who invited him, as far as he still administers, else to every administrator. */
export async function provisioningNotice(
  knex: Knex,
  lifeId: string,
  { kind }: OwedNotice,
): Promise<PersonNotice | null> {
  const row = await knex('user_provisionings').where({ id: lifeId }).first<UserProvisioningRow | undefined>();
  if (row === undefined) return null;
  const person = await personOf(knex, row.user_id);
  const isForAdministrators = toAdministrators.includes(kind);
  if (!isForAdministrators && person === null) return null;
  const company = await knex('companies').where({ id: row.company_id }).first<{ name: string }>('name');
  const { zone } = await peoplePolicyOf(knex, row.policy_set_id);
  const hasLink = !withoutLink.includes(kind) && row.link_id !== null;
  return {
    recipients: isForAdministrators
      ? await administratorsToTell(knex, row.company_id, row.owner_id)
      : [person as Person],
    facts: {
      zone,
      companyName: company.name,
      // What the inviting one wrote, so that the mail tells nothing of who exists.
      username: row.typed ?? person?.username ?? null,
      endsAt: fromDb(row.ends_at),
    },
    link: hasLink ? { id: row.link_id, purpose: 'invitation' } : null,
    isAtMostOnce: kind.endsWith('-reminder'),
  };
}

async function personOf(knex: Knex, userId: string | null): Promise<Person | null> {
  if (userId === null) return null;
  const person = await knex('users')
    .where({ id: userId })
    .first<Person | undefined>('username', 'email', 'language');
  return person === undefined ? null : person;
}
