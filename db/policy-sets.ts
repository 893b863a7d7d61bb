/** Policy sets by id: a version never changes once written, so it is read from the database once a process. */
import type { Knex } from 'knex';
import type { Policy } from '../domain/policy.ts';

interface PolicyRow {
  readonly version: number;
  readonly zone: string;
  readonly policy: string;
}

const known = new Map<string, Policy>();

/** The numbers of one policy version with the zone of its brand. Throws when there is no such set. */
export async function policyOf(knex: Knex, policySetId: string): Promise<Policy> {
  const remembered = known.get(policySetId);
  if (remembered) return remembered;
  const row = await knex('policy_sets as p')
    .join('brands as b', 'b.id', 'p.brand_id')
    .where('p.id', policySetId)
    .first<PolicyRow | undefined>('p.version', 'p.policy', 'b.zone');
  if (row === undefined) throw new Error(`no policy set ${policySetId}`);
  const policy = { ...(JSON.parse(row.policy) as Policy), version: row.version, zone: row.zone };
  known.set(policySetId, policy);
  return policy;
}
