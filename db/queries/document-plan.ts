import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { PlannedDocument } from '../../domain/document-plan.ts';
import { documentPolicyInForce } from '../policy-sets.ts';
import { openCaseOf } from './document-cases.ts';
import type { RetainedRow } from './retention.ts';
import { retained, retainedFacts } from './retention.ts';

/** What the plan of a document follows from, by the rules in force now: as the next sweep would find it. */
export async function documentToPlan(knex: Knex, id: string, at: Instant): Promise<PlannedDocument | null> {
  const row = (await retained(knex).where('d.id', id).first()) as RetainedRow | undefined;
  if (row === undefined) return null;
  const issuer = await knex('issuers').where({ id: row.issuer_id }).first<{ brand_id: string }>('brand_id');
  return {
    kind: row.kind,
    channel: row.channel,
    ...retainedFacts(row),
    isDestroyed: row.destroying_since_at !== null,
    case: await openCaseOf(knex, id),
    policy: await documentPolicyInForce(knex, issuer.brand_id, at),
  };
}
