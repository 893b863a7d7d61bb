/** One holding as a change writes it: grants are added and ended, never altered or deleted; what is left keeps its grantor. */
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import type { SavingPlan } from '../../domain/granting.ts';
import type { Grantor, Holding } from '../../domain/holding.ts';
import type { RightBlock } from '../../domain/right-set.ts';
import { toDb } from '../instants.ts';
import type { HoldingKey } from '../queries/rights.ts';

export interface HoldingWrite {
  readonly key: HoldingKey;
  /** As it stood under the lock. */
  readonly holding: Holding | null;
  readonly plan: SavingPlan;
  readonly grantor: Grantor;
  readonly registryVersion: number;
  readonly reason: 'saved' | 'boundary' | 'deactivated' | 'undone' | 'revoked' | 'lapsed' | 'review';
  readonly at: Instant;
}

/** Carries out the plan; returns the version of the holding, 0 for one that never came to be. */
export async function writeHolding(trx: Knex.Transaction, write: HoldingWrite): Promise<number> {
  const { key, holding, plan, grantor, at } = write;
  if (!plan.isChanged) return holding?.version ?? 0;
  const id = holding?.id ?? uuidv7();
  const version = (holding?.version ?? 0) + 1;
  const columns = { profile: plan.profile, version, changed_at: toDb(at) };
  if (holding === null) await trx('holdings').insert({ id, ...keyColumns(key), ...columns });
  else await trx('holdings').where({ id }).update(columns);
  await endGrants(trx, plan.ended, grantor.id, write.reason, at);
  for (const { of, block } of plan.kept) {
    const before = holding?.grants.find((each) => each.id === of);
    if (before === undefined) throw new Error(`grant ${of} is not one of holding ${id}`);
    await insertGrant(trx, id, block, { ...before, registryVersion: write.registryVersion, continues: of });
  }
  for (const block of plan.added) {
    const { registryVersion } = write;
    await insertGrant(trx, id, block, { grantor, grantedAt: at, registryVersion, continues: null });
  }
  return version;
}

/** Ends every live grant of a holder: he is gone. Returns how many ended. */
export async function endGrantsOfMember(
  trx: Knex.Transaction,
  membershipId: string,
  by: string,
  at: Instant,
): Promise<number> {
  const ids = (await trx('grants as g')
    .join('holdings as h', 'h.id', 'g.holding_id')
    .where({ 'h.holder_kind': 'user', 'h.holder_id': membershipId })
    .whereNull('g.ended_at')
    .pluck('g.id')) as string[];
  await endGrants(trx, ids, by, 'deactivated', at);
  await trx('holdings')
    .where({ holder_kind: 'user', holder_id: membershipId })
    .update({ version: trx.raw('version + 1'), changed_at: toDb(at) });
  return ids.length;
}

/** Ends everything that is held on the accounts of a company: it is none any more. */
export async function endRightsOn(
  trx: Knex.Transaction,
  companyId: string,
  by: string,
  at: Instant,
): Promise<void> {
  const ids = (await trx('grants as g')
    .join('holdings as h', 'h.id', 'g.holding_id')
    .join('accounts as a', 'a.id', 'h.account_id')
    .where('a.company_id', companyId)
    .whereNull('g.ended_at')
    .pluck('g.id')) as string[];
  await endGrants(trx, ids, by, 'undone', at);
}

async function endGrants(
  trx: Knex.Transaction,
  ids: readonly string[],
  by: string,
  reason: HoldingWrite['reason'],
  at: Instant,
): Promise<void> {
  if (ids.length === 0) return;
  await trx('grants')
    .whereIn('id', [...ids])
    .whereNull('ended_at')
    .update({ ended_at: toDb(at), ended_by: by, end_reason: reason });
}

async function insertGrant(
  trx: Knex.Transaction,
  holdingId: string,
  { actions, scope }: RightBlock,
  given: { grantor: Grantor; grantedAt: Instant; registryVersion: number; continues: string | null },
): Promise<void> {
  const id = uuidv7();
  await trx('grants').insert({
    id,
    holding_id: holdingId,
    grantor_kind: given.grantor.kind,
    grantor_id: given.grantor.id,
    registry_version: given.registryVersion,
    granted_at: toDb(given.grantedAt),
    continues: given.continues,
  });
  await trx('grant_actions').insert(actions.map((action) => ({ grant_id: id, action })));
  const values = Object.entries(scope).flatMap(([dimension, held]) =>
    held.map((value) => ({ grant_id: id, dimension, value })),
  );
  if (values.length > 0) await trx('grant_values').insert(values);
}

function keyColumns({ holderKind, holderId, accountId, application }: HoldingKey): Record<string, unknown> {
  return {
    holder_kind: holderKind,
    holder_id: holderId,
    account_id: accountId,
    application,
  };
}
