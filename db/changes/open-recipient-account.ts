import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';

export interface NewRecipientAccount {
  readonly brandId: string;
  readonly mainContactId: string;
  readonly kind: 'b2b' | 'b2c';
  readonly companyName: string;
  /** One open account each in a brand. */
  readonly enterpriseNumber?: string | null;
  readonly identification?: string | null;
}

/** The account that hangs on this person (UP-05, IP-06). Returns its id. */
export async function openRecipientAccount(
  trx: Knex.Transaction,
  account: NewRecipientAccount,
  at: Instant,
): Promise<string> {
  const id = uuidv7();
  const {
    brandId,
    mainContactId,
    kind,
    companyName,
    enterpriseNumber = null,
    identification = null,
  } = account;
  await trx('recipient_accounts').insert({
    ...{ id, brand_id: brandId, main_contact_id: mainContactId, kind, company_name: companyName },
    ...{ enterprise_number: enterpriseNumber, identification },
    ...{ created_at: toDb(at), open_number: enterpriseNumber },
  });
  return id;
}
