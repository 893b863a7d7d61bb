/** The account of somebody who logs in, in one brand: never a second one (WF-31, WF-34; UP-03, IP-03). */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { ownAccounts } from '../queries/recipient-accounts.ts';
import { lockAccounts } from './lock-accounts.ts';
import { openRecipientAccount } from './open-recipient-account.ts';

interface Receiver {
  readonly brandId: string;
  readonly userId: string;
  /** What he is about to receive: his issuer's word for him names a new account. */
  readonly clientCodeId: string;
}

/** The open one that hangs on him, or a first one; the person and the account are locked from here on. Returns its id. */
export async function accountOfPerson(
  trx: Knex.Transaction,
  { brandId, userId, clientCodeId }: Receiver,
  at: Instant,
): Promise<string> {
  await trx('users').where({ id: userId }).forUpdate().first('id');
  const own = (await ownAccounts(trx, userId)).find((each) => each.brandId === brandId);
  if (own !== undefined && (await lockAccounts(trx, [own.id])).get(own.id)?.closed_at === null) return own.id;
  const enterpriseNumber = await knownNumber(trx, brandId, userId);
  const kind = enterpriseNumber === null ? 'b2c' : 'b2b';
  const companyName = await companyOf(trx, clientCodeId);
  return openRecipientAccount(
    trx,
    { brandId, mainContactId: userId, kind, companyName, enterpriseNumber },
    at,
  );
}

/** As the issuer of that client code calls its customer. */
export async function companyOf(trx: Knex.Transaction, clientCodeId: string): Promise<string> {
  const client = await trx('client_codes')
    .where({ id: clientCodeId })
    .first<{ company_name: string }>('company_name');
  return client.company_name;
}

/** The enterprise number of an account that he has in another brand, unless an account of this one bears it already (UP-07). */
async function knownNumber(trx: Knex.Transaction, brandId: string, userId: string): Promise<string | null> {
  const row = await trx('recipient_accounts as own')
    .leftJoin('recipient_accounts as here', (join) =>
      join.on('here.open_number', 'own.enterprise_number').onVal('here.brand_id', brandId),
    )
    .where({ 'own.main_contact_id': userId, 'own.closed_at': null, 'here.id': null })
    .whereNotNull('own.enterprise_number')
    .orderBy('own.id')
    .first<{ number: string } | undefined>('own.enterprise_number as number');
  return row?.number ?? null;
}
