/** A merge undone: exactly what it moved goes back, as it stands now (WF-37). */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { goesBack } from '../../domain/merged-account.ts';
import { mayShareAs } from '../../domain/account-merge.ts';
import { toDb } from '../instants.ts';
import { documentPolicyOf } from '../policy-sets.ts';
import type { Actor } from './append-event.ts';
import type { AccountRow } from './lock-accounts.ts';
import type { ThingKind } from './move-account.ts';
import { bindCode, hangSharings, movedNumbers } from './move-account.ts';
import type { LockedMerge } from './write-account-merge.ts';

export async function splitAccount(
  trx: Knex.Transaction,
  locked: LockedMerge,
  actor: Actor,
  at: Instant,
): Promise<object> {
  const { merge, source, target } = locked;
  const things: { kind: ThingKind; thing_id: string; detail: string }[] = await trx('merged_things')
    .where({ merge_id: merge.id })
    .orderBy(['kind', 'thing_id'])
    .select('kind', 'thing_id', 'detail');
  const noted = (kind: ThingKind) => things.filter((thing) => thing.kind === kind);
  const ids = (kind: ThingKind) => noted(kind).map(({ thing_id: id }) => id);
  await giveNumberBack(trx, locked, noted('number')[0]?.detail ?? null, at);
  const receptions = goesBack(await standingReceptions(trx, ids('reception'), target.id));
  await removeCopiedReads(trx, merge.id, source, target);
  await trx('receptions')
    .whereIn('id', [...receptions])
    .update({ account_id: source.id });
  const codes = goesBack(await standingCodes(trx, ids('code'), target.id));
  for (const id of codes) await bindCode(trx, id, source.id, actor, at);
  const sharings = goesBack(await standingSharings(trx, ids('sharing'), target.id));
  const survivors = await survivingSharings(trx, ids('ended'), target.id);
  const reopened = goesBack(survivors);
  await hangSharings(trx, [...sharings, ...reopened], source.id);
  await dropTicks(trx, sharings, source.id);
  for (const { id, survivorId } of survivors)
    if (survivorId !== null && reopened.includes(id)) await dropTaken(trx, id, survivorId);
  for (const { thing_id: sharingId, detail: clientCodeId } of noted('tick'))
    await trx('shared_numbers').where({ sharing_id: sharingId, client_code_id: clientCodeId }).delete();
  await trx('sharings')
    .whereIn('id', ids('made'))
    .whereNull('revoked_at')
    .update({ revoked_at: toDb(at), open_key: null, name: '', email: '' });
  return { receptions: receptions.length, codes: codes.length, sharings: sharings.length };
}

async function standingReceptions(trx: Knex.Transaction, ids: readonly string[], targetId: string) {
  const rows: { id: string; account_id: string }[] = await trx('receptions')
    .whereIn('id', [...ids])
    .orderBy('id')
    .forUpdate()
    .select('id', 'account_id');
  return rows.map((row) => ({ id: row.id, isThere: row.account_id === targetId, hasMovedOn: false }));
}

/** A client code that the target's contact received anew since is his by consent: its codes stay. */
async function standingCodes(trx: Knex.Transaction, ids: readonly string[], targetId: string) {
  const rows: { id: string; account_id: string | null; anew: string | null }[] = await trx(
    'activation_codes as c',
  )
    .leftJoin('receptions as r', (join) =>
      join.on('r.active_key', 'c.client_code_id').onVal('r.account_id', targetId),
    )
    .whereIn('c.id', [...ids])
    .orderBy('c.id')
    .select('c.id', 'c.account_id', 'r.id as anew');
  return rows.map((row) => ({
    id: row.id,
    isThere: row.account_id === targetId,
    hasMovedOn: row.anew !== null,
  }));
}

async function standingSharings(trx: Knex.Transaction, ids: readonly string[], targetId: string) {
  const rows: { id: string; account_id: string; revoked_at: Date | null }[] = await trx('sharings')
    .whereIn('id', [...ids])
    .orderBy('id')
    .forUpdate()
    .select('id', 'account_id', 'revoked_at');
  return rows.map((row) => ({
    id: row.id,
    isThere: row.account_id === targetId,
    hasMovedOn: row.revoked_at !== null,
  }));
}

/** Sharings that the merge ended, each with the one of the same person in the target; somebody who has left comes back to nothing. */
async function survivingSharings(trx: Knex.Transaction, ids: readonly string[], targetId: string) {
  const rows: { id: string; deactivated_at: Date | null; survivor: string | null; open: string | null }[] =
    await trx('sharings as s')
      .join('users as u', 'u.id', 's.user_id')
      .leftJoin('sharings as t', (join) =>
        join
          .on('t.user_id', 's.user_id')
          .onVal('t.account_id', targetId)
          .onNotNull('t.accepted_at')
          .on('t.id', '<>', 's.id'),
      )
      .whereIn('s.id', [...ids])
      .groupBy('s.id', 'u.deactivated_at')
      .orderBy('s.id')
      .select('s.id', 'u.deactivated_at')
      .select(trx.raw('MAX(t.id) AS survivor, MAX(IF(t.revoked_at IS NULL, t.id, NULL)) AS open'));
  return rows.map((row) => ({
    id: row.id,
    survivorId: row.open,
    isThere: row.deactivated_at === null,
    hasMovedOn: row.survivor !== null && row.open === null,
  }));
}

/** What has been taken from him in the target meanwhile, he does not see again in the source. */
async function dropTaken(trx: Knex.Transaction, sharingId: string, survivorId: string): Promise<void> {
  const left = trx('shared_numbers').where({ sharing_id: survivorId }).pluck('client_code_id');
  await trx('shared_numbers')
    .where({ sharing_id: sharingId })
    .whereNotIn('client_code_id', await left)
    .delete();
}

/** Ticks on what is not the source's: given since by the target's contact, who gives them anew if he wishes (least rights). */
async function dropTicks(
  trx: Knex.Transaction,
  sharingIds: readonly string[],
  sourceId: string,
): Promise<void> {
  if (sharingIds.length === 0) return;
  await trx('shared_numbers')
    .whereIn('sharing_id', [...sharingIds])
    .whereNotIn('client_code_id', trx('receptions').where({ account_id: sourceId }).select('client_code_id'))
    .delete();
}

/** A copied mark bears the instant of the one it was copied from; what he read himself since keeps its own. */
async function removeCopiedReads(
  trx: Knex.Transaction,
  mergeId: string,
  { main_contact_id: from }: AccountRow,
  { main_contact_id: to }: AccountRow,
): Promise<void> {
  if (from === to) return;
  await trx.raw(
    `DELETE copied FROM issued_document_reads copied
     JOIN issued_document_reads own ON own.document_id = copied.document_id AND own.read_at = copied.read_at
     JOIN issued_documents d ON d.id = copied.document_id
     WHERE copied.user_id = ? AND own.user_id = ?
       AND d.client_code_id IN (${movedNumbers})`,
    [to, from, mergeId],
  );
}

/** The source is open again under its number; a target that got it is what it was, and what it may not share any more ends. */
async function giveNumberBack(
  trx: Knex.Transaction,
  { row, source, target }: LockedMerge,
  kindBefore: string | null,
  at: Instant,
): Promise<void> {
  const version = trx.raw('version + 1');
  if (kindBefore !== null) {
    await trx('recipient_accounts')
      .where({ id: target.id })
      .update({ enterprise_number: null, open_number: null, kind: kindBefore, version });
    const { sharing } = await documentPolicyOf(trx, row.policy_set_id);
    const since = (of: Knex.QueryBuilder) =>
      of.where('accepted_at', '>=', row.merged_at).orWhereNull('accepted_at');
    if (!mayShareAs(kindBefore, sharing))
      await trx('sharings')
        .where({ account_id: target.id, revoked_at: null })
        .where((of) => void since(of))
        .whereNotIn('id', trx('merged_things').where({ merge_id: row.id }).select('thing_id'))
        .update({ revoked_at: toDb(at), open_key: null });
  }
  await trx('recipient_accounts')
    .where({ id: source.id })
    .update({ closed_at: null, open_number: source.enterprise_number, version });
}
