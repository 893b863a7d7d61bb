/** All that was ever held on an account in an application, and by whom: what an explanation goes through (UM-26). */
import type { Knex } from 'knex';
import type { Grantor } from '../../domain/holding.ts';
import type { PastGrant, PastHolding, TrailMember } from '../../domain/right-chain.ts';
import type { HolderKind } from '../../domain/right-wish.ts';
import type { Profile } from '../../domain/rights.ts';
import { actionsColumn, blockFrom, scopeColumn } from '../holding-rows.ts';
import { fromDb, fromDbOrNull } from '../instants.ts';
import type { Account } from './accounts.ts';

export interface NamedMember extends TrailMember {
  readonly name: string;
  readonly companyName: string;
}

export interface RightHistory {
  readonly holdings: readonly PastHolding[];
  /** Holders, and grantors in every company they belong to. */
  readonly members: readonly NamedMember[];
  /** Names of the companies that hold something there. */
  readonly companies: ReadonlyMap<string, string>;
}

export async function rightHistory(knex: Knex, account: Account, application: string): Promise<RightHistory> {
  const rows: HistoryRow[] = await knex('holdings as h')
    .join('grants as g', 'g.holding_id', 'h.id')
    .where({ 'h.account_id': account.accountId, 'h.application': application })
    .orderBy(['h.id', 'g.id'])
    .select('h.id', 'h.holder_kind', 'h.holder_id', 'h.profile', 'h.version')
    .select('g.id as grant_id', 'g.grantor_kind', 'g.grantor_id', 'g.granted_at', 'g.registry_version')
    .select('g.continues', 'g.ended_at', 'g.end_reason')
    .select(knex.raw(actionsColumn), knex.raw(scopeColumn));
  const holdings = new Map<string, PastHolding & { readonly grants: PastGrant[] }>();
  for (const row of rows) {
    const holding = holdings.get(row.id) ?? {
      id: row.id,
      holderKind: row.holder_kind,
      holderId: row.holder_id,
      accountId: account.accountId,
      companyId: account.companyId,
      application,
      profile: row.profile,
      version: row.version,
      grants: [],
    };
    holding.grants.push(grantFrom(row));
    holdings.set(row.id, holding);
  }
  const all = [...holdings.values()];
  const companyIds = all.filter(({ holderKind }) => holderKind !== 'user').map(({ holderId }) => holderId);
  return {
    holdings: all,
    members: await membersIn(knex, rows),
    companies: await companyNames(knex, [account.companyId, ...companyIds]),
  };
}

/** The people of a company as members, or this one. */
export function trailMembers(knex: Knex, which: (query: Knex.QueryBuilder) => void) {
  const query = knex('memberships as m')
    .join('users as u', 'u.id', 'm.user_id')
    .join('companies as c', 'c.id', 'm.company_id')
    .orderBy(['u.name', 'u.id'])
    .select('m.id', 'm.user_id', 'm.company_id', 'm.profile', 'm.accepted_at', 'm.deactivated_at')
    .select('m.suspended_at', 'u.name', 'c.name as company_name');
  which(query);
  return query.then((rows: MemberRow[]) => rows.map(memberFrom));
}

function membersIn(knex: Knex, rows: readonly HistoryRow[]) {
  const holders = rows.filter(({ holder_kind }) => holder_kind === 'user').map(({ holder_id }) => holder_id);
  const grantors = rows.filter(({ grantor_kind }) => grantor_kind === 'user').map((row) => row.grantor_id);
  return trailMembers(knex, (query) => {
    void query.whereIn('m.id', [...new Set(holders)]).orWhereIn('m.user_id', [...new Set(grantors)]);
  });
}

export async function companyNames(knex: Knex, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows: { id: string; name: string }[] = await knex('companies')
    .whereIn('id', [...new Set(ids)])
    .select('id', 'name');
  return new Map(rows.map(({ id, name }) => [id, name]));
}

interface HistoryRow {
  readonly id: string;
  readonly holder_kind: HolderKind;
  readonly holder_id: string;
  readonly profile: string | null;
  readonly version: number;
  readonly grant_id: string;
  readonly grantor_kind: Grantor['kind'];
  readonly grantor_id: string;
  readonly granted_at: Date;
  readonly registry_version: number;
  readonly continues: string | null;
  readonly ended_at: Date | null;
  readonly end_reason: string | null;
  readonly actions: string | null;
  readonly scope: string | null;
}

interface MemberRow {
  readonly id: string;
  readonly user_id: string;
  readonly company_id: string;
  readonly profile: Profile;
  readonly accepted_at: Date | null;
  readonly deactivated_at: Date | null;
  readonly suspended_at: Date | null;
  readonly name: string;
  readonly company_name: string;
}

function grantFrom(row: HistoryRow): PastGrant {
  return {
    id: row.grant_id,
    block: blockFrom(row.actions, row.scope),
    grantor: { kind: row.grantor_kind, id: row.grantor_id },
    grantedAt: fromDb(row.granted_at),
    registryVersion: row.registry_version,
    continues: row.continues,
    endedAt: fromDbOrNull(row.ended_at),
    endReason: row.end_reason,
  };
}

function memberFrom(row: MemberRow): NamedMember {
  return {
    membershipId: row.id,
    userId: row.user_id,
    companyId: row.company_id,
    profile: row.profile,
    isStaff: false,
    acceptedAt: fromDbOrNull(row.accepted_at),
    deactivatedAt: fromDbOrNull(row.deactivated_at),
    suspendedAt: fromDbOrNull(row.suspended_at),
    name: row.name,
    companyName: row.company_name,
  };
}
