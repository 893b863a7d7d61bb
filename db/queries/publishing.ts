/** What a delivery stands on: its issuer, the rules in force, and what is there already under its numbers (WF-33). */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { DocumentPolicy } from '../../domain/document-policy.ts';
import type { NumberHolder } from '../../domain/issued-document.ts';
import { fromDbOrNull } from '../instants.ts';
import { documentPolicyOf, policyOf, policySetInForce } from '../policy-sets.ts';

export interface PublishingGround {
  readonly issuerId: string;
  readonly brandId: string;
  readonly policySetId: string;
  readonly policy: DocumentPolicy;
  /** As for a scan: how large a PDF may be, and how many pages it may have. */
  readonly limits: { readonly maxBytes: number; readonly maxPages: number };
  /** Null before its first document. */
  readonly wrappedKey: string | null;
}

/** Throws when there is no such issuer. */
export async function publishingGround(knex: Knex, issuerId: string, at: Instant): Promise<PublishingGround> {
  const issuer = await knex('issuers as i')
    .leftJoin('issuer_keys as k', 'k.issuer_id', 'i.id')
    .where('i.id', issuerId)
    .first<{ brand_id: string; wrapped_key: string | null } | undefined>('i.brand_id', 'k.wrapped_key');
  if (issuer === undefined) throw new Error(`no issuer ${issuerId}`);
  const { brand_id: brandId, wrapped_key: wrappedKey } = issuer;
  const policySetId = await policySetInForce(knex, brandId, at);
  const [policy, { intake }] = await Promise.all([
    documentPolicyOf(knex, policySetId),
    policyOf(knex, policySetId),
  ]);
  return { issuerId, brandId, policySetId, policy, limits: intake, wrappedKey };
}

interface HolderRow {
  readonly id: string;
  readonly number_key: string;
  readonly content_hash: string;
  readonly withdrawn_at: Date | null;
  readonly visible_from_at: Date | null;
}

/** Who holds these numbers of an issuer now. */
export async function numbersHeld(
  knex: Knex,
  issuerId: string,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, NumberHolder>> {
  const rows: HolderRow[] = await knex('issued_documents')
    .where({ issuer_id: issuerId })
    .whereIn('number_key', [...numbers])
    .select('id', 'number_key', 'content_hash', 'withdrawn_at', 'visible_from_at');
  return new Map(
    rows.map((row) => [
      row.number_key,
      {
        ...{ id: row.id, contentHash: row.content_hash },
        withdrawnAt: fromDbOrNull(row.withdrawn_at),
        visibleFromAt: fromDbOrNull(row.visible_from_at),
      },
    ]),
  );
}

export interface ClientOfIssuer {
  readonly id: string;
  /** Whether somebody receives it electronically now. */
  readonly isReceived: boolean;
}

/** Of these codes of an issuer those that it has customers for. */
export async function clientsByCode(
  knex: Knex,
  issuerId: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, ClientOfIssuer>> {
  const rows: { id: string; code: string; reception: string | null }[] = await knex('client_codes as c')
    .leftJoin('receptions as r', 'r.active_key', 'c.id')
    .where('c.issuer_id', issuerId)
    .whereIn('c.code', [...codes])
    .select('c.id', 'c.code', 'r.id as reception');
  return new Map(rows.map(({ id, code, reception }) => [code, { id, isReceived: reception !== null }]));
}
