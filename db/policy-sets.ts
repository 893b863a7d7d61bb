/** Policy sets by id: a version never changes once written, so it is read from the database once a process. */
import type { Knex } from 'knex';
import type { Instant } from '../domain/calendar.ts';
import type { DocumentPolicy } from '../domain/document-policy.ts';
import { decidedDocumentPolicy } from '../domain/document-policy.ts';
import type { PeoplePolicy } from '../domain/people-policy.ts';
import { decidedPeoplePolicy } from '../domain/people-policy.ts';
import type { Policy } from '../domain/policy.ts';
import { toDb } from './instants.ts';

interface PolicyRow {
  readonly version: number;
  readonly zone: string;
  readonly policy: string;
}

interface PeopleRow {
  readonly version: number;
  /** Null: the operator's own set, which says its zone itself. */
  readonly zone: string | null;
  readonly people: string | null;
}

interface DocumentsRow {
  readonly version: number;
  readonly zone: string;
  readonly documents: string | null;
}

const known = new Map<string, Policy>();
const knownPeople = new Map<string, PeoplePolicy>();
const knownDocuments = new Map<string, DocumentPolicy>();

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

/** The policy that is in force for a brand at that instant. */
export async function policyInForce(knex: Knex, brandId: string, at: Instant): Promise<Policy> {
  return policyOf(knex, await policySetInForce(knex, brandId, at));
}

/** The part of a version that rules people; what it does not say is as decided.md has it. */
export async function peoplePolicyOf(knex: Knex, policySetId: string): Promise<PeoplePolicy> {
  const remembered = knownPeople.get(policySetId);
  if (remembered) return remembered;
  const row = await knex('policy_sets as p')
    .leftJoin('brands as b', 'b.id', 'p.brand_id')
    .where('p.id', policySetId)
    .first<PeopleRow | undefined>('p.version', 'p.people', 'b.zone');
  if (row === undefined) throw new Error(`no policy set ${policySetId}`);
  const said = JSON.parse(row.people ?? '{}') as Partial<PeoplePolicy>;
  const zone = row.zone ?? said.zone;
  if (zone === undefined) throw new Error(`policy set ${policySetId} names no zone`);
  const policy = { ...decidedPeoplePolicy, ...said, version: row.version, zone };
  knownPeople.set(policySetId, policy);
  return policy;
}

/** The rules for people that are in force for a brand at that instant. */
export async function peoplePolicyInForce(knex: Knex, brandId: string, at: Instant): Promise<PeoplePolicy> {
  return peoplePolicyOf(knex, await policySetInForce(knex, brandId, at));
}

/** The part of a version that rules codes and documents; what it does not say is as decided.md has it. */
export async function documentPolicyOf(knex: Knex, policySetId: string): Promise<DocumentPolicy> {
  const remembered = knownDocuments.get(policySetId);
  if (remembered) return remembered;
  const row = await knex('policy_sets as p')
    .join('brands as b', 'b.id', 'p.brand_id')
    .where('p.id', policySetId)
    .first<DocumentsRow | undefined>('p.version', 'p.documents', 'b.zone');
  if (row === undefined) throw new Error(`no policy set ${policySetId}`);
  const said = JSON.parse(row.documents ?? '{}') as Partial<DocumentPolicy>;
  const policy = { ...decidedDocumentPolicy, ...said, version: row.version, zone: row.zone };
  knownDocuments.set(policySetId, policy);
  return policy;
}

/** The rules for codes and documents that are in force for a brand at that instant. */
export async function documentPolicyInForce(
  knex: Knex,
  brandId: string,
  at: Instant,
): Promise<DocumentPolicy> {
  return documentPolicyOf(knex, await policySetInForce(knex, brandId, at));
}

/** The set of a brand that is in force at that instant: a clock that starts then is pinned to it. */
export async function policySetInForce(knex: Knex, brandId: string, at: Instant): Promise<string> {
  const row = await knex('policy_sets')
    .where({ brand_id: brandId })
    .where('effective_from_at', '<=', toDb(at))
    .orderBy('effective_from_at', 'desc')
    .first<{ id: string } | undefined>('id');
  if (row === undefined) throw new Error(`brand ${brandId} has no policy in force`);
  return row.id;
}

/** The same as a column of a query over rows that have a brand: no second question for who asks about what is there. */
export function policySetColumn(knex: Knex, brandColumn: string, at: Instant): Knex.Raw {
  return knex.raw(policySetSql(brandColumn), [toDb(at)]);
}

/** As text, with a place for the instant. */
export function policySetSql(brandColumn: string): string {
  return `(SELECT in_force.id FROM policy_sets in_force
    WHERE in_force.brand_id = ${brandColumn} AND in_force.effective_from_at <= ?
    ORDER BY in_force.effective_from_at DESC LIMIT 1) AS policy_set_id`;
}

/** The operator's own set for its staff, as far as it has said one: else staff go by what is decided for all. */
export async function staffPolicySetInForce(knex: Knex, at: Instant): Promise<string | null> {
  const row = await knex('policy_sets')
    .whereNull('brand_id')
    .where('effective_from_at', '<=', toDb(at))
    .orderBy([
      { column: 'effective_from_at', order: 'desc' },
      { column: 'version', order: 'desc' },
    ])
    .first<{ id: string } | undefined>('id');
  return row?.id ?? null;
}
