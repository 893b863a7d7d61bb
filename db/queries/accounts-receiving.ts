/** Accounts as staff find them by a client code: to join two of them, or to report that a mail came back (WF-32, WF-37). */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { ConsentStage } from '../../domain/channel-consent.ts';
import { consentStage } from '../../domain/channel-consent.ts';
import { fromDbOrNull } from '../instants.ts';
import type { ReceptionRow } from '../reception-row.ts';
import { consentFrom } from '../reception-row.ts';
import { ofClientCode } from './issuers.ts';

export interface RecipientAccountSeen {
  readonly id: string;
  readonly brand: string;
  readonly companyName: string;
  readonly kind: 'b2b' | 'b2c';
  readonly enterpriseNumber: string | null;
  readonly username: string;
  readonly closedAt: Instant | null;
  /** Of that client code, the latest first. */
  readonly receptions: readonly ReceptionSeen[];
}

export interface ReceptionSeen {
  readonly id: string;
  readonly issuerName: string;
  readonly stage: ConsentStage;
  readonly consentedAt: Instant;
}

/** Accounts in which a client code of that text is or was received, the oldest first. */
export async function accountsReceiving(
  knex: Knex,
  clientCode: string,
): Promise<readonly RecipientAccountSeen[]> {
  const rows: (Omit<RecipientAccountSeen, 'closedAt' | 'receptions'> & {
    readonly closed_at: Date | null;
  })[] = await knex('recipient_accounts as a')
    .join('brands as b', 'b.id', 'a.brand_id')
    .join('users as u', 'u.id', 'a.main_contact_id')
    .whereIn(
      'a.id',
      knex('receptions as r')
        .join('client_codes as c', 'c.id', 'r.client_code_id')
        .where('c.code', clientCode)
        .select('r.account_id'),
    )
    .orderBy('a.id')
    .select({
      ...{ id: 'a.id', brand: 'b.brand_key', companyName: 'a.company_name', kind: 'a.kind' },
      ...{ enterpriseNumber: 'a.enterprise_number', username: 'u.username', closed_at: 'a.closed_at' },
    });
  const receptions = await receptionsIn(knex, clientCode);
  return rows.map(({ closed_at: closedAt, ...row }) => ({
    ...row,
    closedAt: fromDbOrNull(closedAt),
    receptions: receptions.get(row.id) ?? [],
  }));
}

/** By account, what was or is received of that client code: what staff report a mail of, that came back (WF-32). */
async function receptionsIn(
  knex: Knex,
  clientCode: string,
): Promise<ReadonlyMap<string, readonly ReceptionSeen[]>> {
  const rows: (ReceptionRow & { readonly issuer_name: string })[] = await knex('receptions as r')
    .join('client_codes as c', 'c.id', 'r.client_code_id')
    .join('issuer_prefixes as p', ofClientCode)
    .where('c.code', clientCode)
    .orderBy('r.id', 'desc')
    .select('r.*', 'p.name as issuer_name');
  const found = new Map<string, ReceptionSeen[]>();
  for (const row of rows) {
    const consent = await consentFrom(knex, row);
    const seen = { id: row.id, issuerName: row.issuer_name, consentedAt: consent.consentedAt };
    const others = found.get(row.account_id) ?? [];
    found.set(row.account_id, [...others, { ...seen, stage: consentStage(consent) }]);
  }
  return found;
}
