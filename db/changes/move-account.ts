/** What a merge moves, in the transaction of its approval; each thing is noted down, so that it can go back (WF-37). */
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { rebind } from '../../domain/activation-code.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { HeldAccount, MergedAccount } from '../../domain/merged-account.ts';
import { mergedAccount } from '../../domain/merged-account.ts';
import type { ActivationCodeRow } from '../activation-code-row.ts';
import { activationCodeFrom } from '../activation-code-row.ts';
import { toDb } from '../instants.ts';
import { openKey } from '../sharing-row.ts';
import type { Actor } from './append-event.ts';
import type { AccountRow } from './lock-accounts.ts';
import type { LockedMerge } from './write-account-merge.ts';
import { writeCode } from './write-activation-code.ts';

export const thingKinds = ['reception', 'code', 'sharing', 'ended', 'tick', 'made', 'number'] as const;
export type ThingKind = (typeof thingKinds)[number];

/** Moves all of it and closes the source; all rows concerned are locked or wait behind locks that are held. */
export async function moveAccount(
  trx: Knex.Transaction,
  locked: LockedMerge,
  actor: Actor,
  at: Instant,
): Promise<object> {
  const { merge, source, target } = locked;
  const note = (kind: ThingKind, things: readonly (readonly [string, string?])[]) =>
    noteDown(trx, merge.id, kind, things);
  const of = mergedAccount(await heldBy(trx, source), await heldBy(trx, target), merge.contactStays);
  const receptions = (await trx('receptions')
    .where({ account_id: source.id })
    .forUpdate()
    .pluck('id')) as string[];
  await trx('receptions').whereIn('id', receptions).update({ account_id: target.id });
  await note(
    'reception',
    receptions.map((id) => [id]),
  );
  const codes = (await trx('activation_codes')
    .where({ account_id: source.id })
    .orderBy('id')
    .pluck('id')) as string[];
  for (const id of codes) await bindCode(trx, id, target.id, actor, at);
  await note(
    'code',
    codes.map((id) => [id]),
  );
  await moveSharings(trx, locked, of, note, at);
  await copyReads(trx, merge.id, source, target);
  // The number before the kind that it makes: one open account of a number (UP-06).
  await trx('recipient_accounts')
    .where({ id: source.id })
    .update({ closed_at: toDb(at), open_number: null, version: trx.raw('version + 1') });
  if (of.enterpriseNumber !== null) {
    await takeNumber(trx, target, of.enterpriseNumber);
    await note('number', [[target.id, target.kind]]);
  }
  return {
    receptions: receptions.length,
    codes: codes.length,
    sharings: { moved: of.moved.length, ended: of.ended.length, stays: of.contact !== null },
  };
}

/** Bound to that account from now on; its life is told. */
export async function bindCode(
  trx: Knex.Transaction,
  codeId: string,
  accountId: string,
  actor: Actor,
  at: Instant,
): Promise<void> {
  const row = await trx('activation_codes').where({ id: codeId }).forUpdate().first<ActivationCodeRow>();
  const bound = rebind(await activationCodeFrom(trx, row), accountId);
  await writeCode(trx, bound, { event: 'rebound', facts: { accountId } }, actor, at);
}

/** What counts for people: client codes received, sharings accepted and not ended, with their ticks. */
async function heldBy(trx: Knex.Transaction, account: AccountRow): Promise<HeldAccount> {
  const numbers = (await trx('receptions')
    .where({ account_id: account.id })
    .distinct()
    .pluck('client_code_id')) as string[];
  const sharings: { id: string; user_id: string }[] = await trx('sharings')
    .where({ account_id: account.id, revoked_at: null })
    .whereNotNull('accepted_at')
    .whereNotNull('user_id')
    .orderBy('id')
    .forUpdate()
    .select('id', 'user_id');
  const ticks: { sharing_id: string; client_code_id: string }[] = await trx('shared_numbers')
    .whereIn(
      'sharing_id',
      sharings.map(({ id }) => id),
    )
    .select('sharing_id', 'client_code_id');
  return {
    contactId: account.main_contact_id,
    kind: account.kind,
    enterpriseNumber: account.enterprise_number,
    numbers: numbers.toSorted(),
    sharings: sharings.map(({ id, user_id: userId }) => ({
      id,
      userId,
      numbers: ticks.filter((tick) => tick.sharing_id === id).map((tick) => tick.client_code_id),
    })),
  };
}

type Note = (kind: ThingKind, things: readonly (readonly [string, string?])[]) => Promise<void>;

async function moveSharings(
  trx: Knex.Transaction,
  { row, source, target }: LockedMerge,
  { moved, ended, ticks, contact }: MergedAccount,
  note: Note,
  at: Instant,
): Promise<void> {
  await hangSharings(trx, moved, target.id);
  await note(
    'sharing',
    moved.map((id) => [id]),
  );
  await trx('sharings')
    .whereIn('id', [...ended])
    .update({ revoked_at: toDb(at), open_key: null });
  await note(
    'ended',
    ended.map((id) => [id]),
  );
  const ticked = ticks.map(({ sharingId, clientCodeId }) => ({
    ...{ sharing_id: sharingId, client_code_id: clientCodeId, ticked_at: toDb(at) },
  }));
  if (ticked.length > 0) await trx('shared_numbers').insert(ticked);
  await note(
    'tick',
    ticks.map(({ sharingId, clientCodeId }) => [sharingId, clientCodeId]),
  );
  if (contact === null || contact.sharingId !== null) return;
  const id = uuidv7();
  const person = await trx('users')
    .where({ id: source.main_contact_id })
    .first<{ id: string; name: string; email: string; language: string }>('id', 'name', 'email', 'language');
  const { name, email, language } = person;
  await trx('sharings')
    .where({ open_key: openKey(target.id, email) })
    .update({ open_key: null });
  await trx('sharings').insert({
    ...{ id, brand_id: target.brand_id, account_id: target.id, policy_set_id: row.policy_set_id },
    ...{ invited_by_id: target.main_contact_id, user_id: person.id, name, email, language, version: 1 },
    ...{ invited_at: toDb(at), ends_at: toDb(at), accepted_at: toDb(at) },
    ...{ outcome: 'accepted', closed_at: toDb(at), open_key: openKey(target.id, email) },
  });
  await trx('shared_numbers').insert(
    contact.numbers.map((clientCodeId) => ({
      ...{ sharing_id: id, client_code_id: clientCodeId, ticked_at: toDb(at) },
    })),
  );
  await note('made', [[id]]);
}

/** Each with the key of its address in the account on which it hangs from now on, unless somebody there holds it. */
export async function hangSharings(
  trx: Knex.Transaction,
  ids: readonly string[],
  accountId: string,
): Promise<void> {
  for (const id of ids) {
    const { email } = await trx('sharings').where({ id }).first<{ email: string }>('email');
    const key = openKey(accountId, email);
    const there: unknown = await trx('sharings').where({ open_key: key }).first('id');
    await trx('sharings')
      .where({ id })
      .update({ account_id: accountId, revoked_at: null, open_key: there === undefined ? key : null });
  }
}

/** Client codes of the receptions that a merge moved. */
export const movedNumbers = `SELECT r.client_code_id FROM receptions r
   JOIN merged_things t ON t.thing_id = r.id AND t.kind = 'reception' WHERE t.merge_id = ?`;

/** Union of the marks (WF-37): what the source's contact has read, the target's has read; his own mark stays as it is. */
async function copyReads(
  trx: Knex.Transaction,
  mergeId: string,
  { main_contact_id: from }: AccountRow,
  { main_contact_id: to }: AccountRow,
): Promise<void> {
  if (from === to) return;
  await trx.raw(
    `INSERT INTO issued_document_reads (user_id, document_id, read_at)
     SELECT ?, m.document_id, m.read_at FROM issued_document_reads m
     JOIN issued_documents d ON d.id = m.document_id
     WHERE m.user_id = ? AND d.client_code_id IN (${movedNumbers})
     ON DUPLICATE KEY UPDATE read_at = issued_document_reads.read_at`,
    [to, from, mergeId],
  );
}

async function takeNumber(trx: Knex.Transaction, target: AccountRow, number: string): Promise<void> {
  await trx('recipient_accounts')
    .where({ id: target.id })
    .update({ enterprise_number: number, open_number: number, kind: 'b2b', version: trx.raw('version + 1') });
}

async function noteDown(
  trx: Knex.Transaction,
  mergeId: string,
  kind: ThingKind,
  things: readonly (readonly [string, string?])[],
): Promise<void> {
  if (things.length === 0) return;
  await trx('merged_things').insert(
    things.map(([id, detail = '']) => ({ merge_id: mergeId, kind, thing_id: id, detail })),
  );
}

/** Final: of the sharings that the merge ended nothing personal is kept, as of every sharing that is over. */
export async function forgetEnded(trx: Knex.Transaction, mergeId: string): Promise<void> {
  const ended = trx('merged_things').where({ merge_id: mergeId, kind: 'ended' }).select('thing_id');
  await trx('sharings').whereIn('id', ended).whereNotNull('revoked_at').update({ name: '', email: '' });
}
