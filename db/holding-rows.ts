/** Holdings and grants as they are read: one row a live grant, its actions and values as columns of text. */
import type { Knex } from 'knex';
import type { Grant, Holding } from '../domain/holding.ts';
import type { RightBlock } from '../domain/right-set.ts';
import type { HolderKind } from '../domain/right-wish.ts';
import { fromDb } from './instants.ts';

interface HoldingRow {
  readonly id: string;
  readonly holder_kind: HolderKind;
  readonly holder_id: string;
  readonly account_id: string;
  readonly company_id: string;
  readonly application: string;
  readonly profile: string | null;
  readonly version: number;
  readonly grant_id: string | null;
  readonly grantor_kind: Grant['grantor']['kind'];
  readonly grantor_id: string;
  readonly granted_at: Date;
  readonly actions: string | null;
  readonly scope: string | null;
}

/** Actions of the grant `g`, comma separated. */
export const actionsColumn =
  '(SELECT GROUP_CONCAT(ga.action ORDER BY ga.action) FROM grant_actions ga WHERE ga.grant_id = g.id) AS actions';

/** Values of the grant `g`, one `dimension=value` a line. */
export const scopeColumn = `(SELECT GROUP_CONCAT(gv.dimension, '=', gv.value ORDER BY gv.dimension, gv.value SEPARATOR '\\n')
  FROM grant_values gv WHERE gv.grant_id = g.id) AS scope`;

/** The holdings that `which` leaves of `h` (holdings) and `a` (accounts), with their live grants. */
export async function readHoldings(
  knex: Knex,
  which: (query: Knex.QueryBuilder) => void,
): Promise<readonly Holding[]> {
  const query = knex('holdings as h')
    .join('accounts as a', 'a.id', 'h.account_id')
    .leftJoin('grants as g', (join) => join.on('g.holding_id', 'h.id').onNull('g.ended_at'))
    .orderBy(['h.id', 'g.id'])
    .select('h.id', 'h.holder_kind', 'h.holder_id', 'h.account_id', 'a.company_id', 'h.application')
    .select('h.profile', 'h.version', 'g.id as grant_id', 'g.grantor_kind', 'g.grantor_id', 'g.granted_at')
    .select(knex.raw(actionsColumn), knex.raw(scopeColumn));
  which(query);
  const rows = (await query) as HoldingRow[];
  const found = new Map<string, Holding & { readonly grants: Grant[] }>();
  for (const row of rows) {
    const holding = found.get(row.id) ?? { ...holdingFrom(row), grants: [] };
    if (row.grant_id !== null) holding.grants.push(grantFrom(row, row.grant_id));
    found.set(row.id, holding);
  }
  return [...found.values()];
}

function holdingFrom(row: HoldingRow): Omit<Holding, 'grants'> {
  return {
    id: row.id,
    holderKind: row.holder_kind,
    holderId: row.holder_id,
    accountId: row.account_id,
    companyId: row.company_id,
    application: row.application,
    profile: row.profile,
    version: row.version,
  };
}

function grantFrom(row: HoldingRow, id: string): Grant {
  return {
    id,
    block: blockFrom(row.actions, row.scope),
    grantor: { kind: row.grantor_kind, id: row.grantor_id },
    grantedAt: fromDb(row.granted_at),
  };
}

/** The block of a grant from its two columns. */
export function blockFrom(actions: string | null, scope: string | null): RightBlock {
  const values: Record<string, string[]> = {};
  for (const line of scope?.split('\n') ?? []) {
    const at = line.indexOf('=');
    (values[line.slice(0, at)] ??= []).push(line.slice(at + 1));
  }
  return { actions: actions?.split(',') ?? [], scope: values };
}

/** The blocks of these grants, in force or not. */
export async function blocksOfGrants(knex: Knex, ids: readonly string[]): Promise<readonly RightBlock[]> {
  const rows: { actions: string | null; scope: string | null }[] = await knex('grants as g')
    .whereIn('g.id', [...ids])
    .orderBy('g.id')
    .select(knex.raw(actionsColumn), knex.raw(scopeColumn));
  return rows.map(({ actions, scope }) => blockFrom(actions, scope));
}
