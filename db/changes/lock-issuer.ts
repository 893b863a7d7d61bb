import type { Knex } from 'knex';

/** What is born under a name of the issuer's own waits its turn here, so that the second finds what the first has made. */
export function lockIssuer(trx: Knex.Transaction, issuerId: string): Promise<{ brand_id: string }> {
  return trx('issuers').where({ id: issuerId }).forUpdate().first<{ brand_id: string }>('brand_id');
}
