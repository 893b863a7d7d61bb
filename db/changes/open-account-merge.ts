import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { AccountMerge } from '../../domain/account-merge.ts';
import { checkMergeable, consentEndsAt, mergeTerms } from '../../domain/account-merge.ts';
import type { Instant } from '../../domain/calendar.ts';
import { orThrow, Refused, refuseState, refuseValue } from '../../domain/verdict.ts';
import { mergeColumns } from '../account-merge-row.ts';
import { brandKeyOf } from '../brand-keys.ts';
import { documentPolicyOf, policySetInForce } from '../policy-sets.ts';
import type { Actor } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import type { AccountRow } from './lock-accounts.ts';
import { lockAccounts, mergingAccount } from './lock-accounts.ts';
import { operatorOnly } from './lock-member.ts';
import { receiverOf } from './open-reception.ts';
import { toBoth, writeMerge } from './write-account-merge.ts';
import { lockClientCodes } from './write-activation-code.ts';

export interface AskedMerge {
  readonly sourceId: string;
  readonly targetId: string;
  readonly contactStays: boolean;
}

/**
 * Staff ask for two accounts to become one (UP-16); asked again while it is open it is the same. Refuses `right.missing`,
 * `account-merge.unknown-account`, what `checkMergeable` refuses, and `account-merge.open` for an account of which another merge is open. Returns its id.
 */
export const askForMerge =
  (knex: Knex) =>
  (asked: AskedMerge, actor: Actor, request: ChangeRequest): Promise<string> =>
    change(knex, request, async (trx) => {
      const at = request.receivedAt;
      await operatorOnly(trx, actor, 'account-merge.administer');
      const { source, target } = await lockBoth(trx, asked.sourceId, asked.targetId);
      orThrow(checkMergeable(mergingAccount(source), mergingAccount(target)));
      const open = await openBetween(trx, source, target);
      if (open === 'another') throw new Refused(refuseState('account-merge.open'));
      if (open !== null) return open.id;
      return insertMerge(
        trx,
        { source, target, contactStays: asked.contactStays, issuerId: null },
        actor,
        at,
      );
    });

/**
 * An issuer asks for the accounts of two of its client codes to become one. It is told no more than whether there is anything to
 * do (UP-15): false where one is on paper, both are in one account, or the accounts cannot be merged.
 */
export const askForMergeByIssuer =
  (knex: Knex) =>
  (
    asked: { readonly issuerId: string; readonly clientCodeId: string; readonly intoClientCodeId: string },
    actor: Actor,
    request: ChangeRequest,
  ): Promise<boolean> =>
    change(knex, request, async (trx) => {
      const { issuerId, clientCodeId, intoClientCodeId } = asked;
      await lockClientCodes(trx, [clientCodeId, intoClientCodeId]);
      const [sourceId, targetId] = [
        await receiverOf(trx, clientCodeId),
        await receiverOf(trx, intoClientCodeId),
      ];
      if (sourceId === null || targetId === null || sourceId === targetId) return false;
      const { source, target } = await lockBoth(trx, sourceId, targetId);
      if (!checkMergeable(mergingAccount(source), mergingAccount(target)).ok) return false;
      if ((await openBetween(trx, source, target)) === null)
        await insertMerge(trx, { source, target, contactStays: false, issuerId }, actor, request.receivedAt);
      return true;
    });

async function lockBoth(trx: Knex.Transaction, sourceId: string, targetId: string) {
  const accounts = await lockAccounts(trx, [...new Set([sourceId, targetId])]);
  const [source, target] = [accounts.get(sourceId), accounts.get(targetId)];
  if (source === undefined) throw unknownAccount('sourceAccountId');
  if (target === undefined) throw unknownAccount('targetAccountId');
  return { source, target };
}

function unknownAccount(field: string): Refused {
  return new Refused(refuseValue('account-merge.unknown-account', { field }));
}

/** The open merge of these two in this direction, `another` for one that either is part of, or null. */
async function openBetween(
  trx: Knex.Transaction,
  source: AccountRow,
  target: AccountRow,
): Promise<{ readonly id: string } | 'another' | null> {
  const rows: { id: string; source_account_id: string; target_account_id: string }[] = await trx(
    'merging_accounts as m',
  )
    .join('account_merges as a', 'a.id', 'm.merge_id')
    .whereIn('m.account_id', [source.id, target.id])
    .select('a.id', 'a.source_account_id', 'a.target_account_id');
  const [row] = rows;
  if (row === undefined) return null;
  const isSame = row.source_account_id === source.id && row.target_account_id === target.id;
  return isSame ? { id: row.id } : 'another';
}

interface NewMerge {
  readonly source: AccountRow;
  readonly target: AccountRow;
  readonly contactStays: boolean;
  readonly issuerId: string | null;
}

async function insertMerge(
  trx: Knex.Transaction,
  { source, target, contactStays, issuerId }: NewMerge,
  actor: Actor,
  at: Instant,
): Promise<string> {
  const id = uuidv7();
  const policySetId = await policySetInForce(trx, target.brand_id, at);
  const terms = mergeTerms(await documentPolicyOf(trx, policySetId));
  const merge: AccountMerge = {
    ...{ id, brand: await brandKeyOf(trx, target.brand_id), sourceId: source.id, targetId: target.id },
    ...{ terms, version: 1, openedAt: at, askedBy: issuerId === null ? actor.id : null, contactStays },
    ...{ endsAt: consentEndsAt(at, terms), consents: { source: null, target: null } },
    ...{ merged: null, refusedBy: null, closed: null },
  };
  await trx('account_merges').insert({
    ...{ id, brand_id: target.brand_id, policy_set_id: policySetId },
    ...{ source_account_id: source.id, target_account_id: target.id },
    ...{ asked_by_id: merge.askedBy, issuer_id: issuerId, contact_stays: contactStays ? 1 : 0 },
    ...{ opened_at: new Date(at), ...mergeColumns(merge) },
  });
  await trx('merging_accounts').insert(
    [source, target].map(({ id: accountId }) => ({ account_id: accountId, merge_id: id })),
  );
  const mails = toBoth('account-merge-asked', source, target);
  const wakes = { life: 'account-merge', id };
  await writeMerge(trx, merge, { event: 'asked', facts: { contactStays }, mails, actor, wakes }, at);
  return id;
}
