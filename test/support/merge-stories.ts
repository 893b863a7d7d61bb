/** Two recipient accounts of one issuer's customers, and what a merge of them is made of. */
import { v7 as uuidv7 } from 'uuid';
import { addCode } from '../../db/changes/add-code.ts';
import { announceCode } from '../../db/changes/announce-codes.ts';
import type { Actor } from '../../db/changes/append-event.ts';
import { commandMerge } from '../../db/changes/command-account-merge.ts';
import { keepClientCodes } from '../../db/changes/keep-client-codes.ts';
import { askForMerge } from '../../db/changes/open-account-merge.ts';
import { openKey } from '../../db/sharing-row.ts';
import type { MergeCommandName } from '../../domain/account-merge.ts';
import type { Instant } from '../../domain/calendar.ts';
import { dayOf } from '../../domain/calendar.ts';
import { aBatch, anAccount, anIssuer } from './code-stories.ts';
import { requestAt } from './requests.ts';
import type { Setting } from './stories.ts';
import { nothingMore } from './customer-facts.ts';
import { staffMember } from './staff.ts';

/** An account with a code that was used into it at that instant, and another, empty one. */
export async function twoAccounts(setting: Setting, at: Instant) {
  const { knex } = setting;
  const request = (receivedAt = at) => requestAt(receivedAt);
  const issuer = await anIssuer(setting, at);
  const { codeId } = await aBatch(setting, issuer, at);
  await announceCode(knex)(
    codeId,
    { on: dayOf(at, 'Europe/Brussels'), channel: 'letter' },
    issuer.actor,
    request(),
  );
  const [sourceId, targetId] = [await anAccount(setting, issuer, at), await anAccount(setting, issuer, at)];
  const [staff, colleague] = [await staffMember(knex), await staffMember(knex)];
  const add = (accountId: string, when = at, code = codeId) =>
    addCode(knex)(
      { codeId: code, userId: accountId, clientAddress: '192.0.2.1' },
      { type: 'user', id: accountId },
      request(when),
    );
  const receptionId = await add(sourceId);
  const client = await knex('client_codes').where({ issuer_id: issuer.id }).first<{ id: string }>('id');

  return {
    ...{ issuer, codeId, receptionId, sourceId, targetId, staff, colleague, request, add },
    clientCodeId: client.id,
    /** In stories an account bears the id of the person it hangs on. */
    contactOf: (id: string): Actor => ({ type: 'user', id }),
    emailOf: (id: string) => `${id}@receiver.example`,
    ask: (when = at, contactStays = false, source = sourceId, target = targetId) =>
      askForMerge(knex)({ sourceId: source, targetId: target, contactStays }, staff, request(when)),
    command: (name: MergeCommandName, mergeId: string, actor: Actor, when = at) =>
      commandMerge(knex, name)({ mergeId, actor, request: request(when) }),
    /** A code of a customer whom neither account receives. */
    anotherCode: async () => {
      const of = { prefix: 'DL2', companyName: 'Another customer', language: 'en', email: null };
      const client = { code: 'DL210002', customerNumber: '10002', ...of, ...nothingMore };
      await keepClientCodes(knex)(issuer.id, [client], issuer.actor, at);
      const made = await aBatch(setting, issuer, at, client.code);
      const told = { on: dayOf(at, 'Europe/Brussels'), channel: 'letter' } as const;
      await announceCode(knex)(made.codeId, told, issuer.actor, request());
      return made.codeId;
    },
    /** Somebody with whom that account shares these client codes. */
    share: async (accountId: string, clientCodeIds: readonly string[], userId?: string) => {
      const user = userId ?? (await anAccount(setting, issuer, at));
      const id = uuidv7();
      const email = `${user}@receiver.example`;
      const account = await knex('recipient_accounts').where({ id: accountId }).first();
      const policy = await knex('policy_sets').where({ brand_id: account.brand_id }).first('id');
      await knex('sharings').insert({
        ...{ id, brand_id: account.brand_id, account_id: accountId, policy_set_id: policy.id, version: 1 },
        ...{ invited_by_id: accountId, user_id: user, name: 'A colleague', email, language: 'en' },
        ...{ invited_at: new Date(at), ends_at: new Date(at), accepted_at: new Date(at) },
        ...{ outcome: 'accepted', closed_at: new Date(at), open_key: openKey(accountId, email) },
      });
      for (const each of clientCodeIds)
        await knex('shared_numbers').insert({
          ...{ sharing_id: id, client_code_id: each, ticked_at: new Date(at) },
        });
      return { id, userId: user };
    },
    /** Asked for, and both have said yes. */
    consented: async (when = at, contactStays = false) => {
      const mergeId = await askForMerge(knex)({ sourceId, targetId, contactStays }, staff, request(when));
      for (const id of [sourceId, targetId])
        await commandMerge(knex, 'consent')({ mergeId, actor: { type: 'user', id }, request: request(when) });
      return mergeId;
    },
  };
}

export type TwoAccounts = Awaited<ReturnType<typeof twoAccounts>>;
