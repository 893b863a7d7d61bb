import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { isSameMailbox } from '../../domain/mailbox.ts';
import type { Sharing } from '../../domain/sharing.ts';
import { checkInvite, sharingFrom } from '../../domain/sharing.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import { brandKeyOf } from '../brand-keys.ts';
import { documentPolicyOf, policySetInForce } from '../policy-sets.ts';
import { openKey, sharingColumns, sharingTermsOf } from '../sharing-row.ts';
import type { Actor } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import type { AccountRow } from './lock-accounts.ts';
import { lockAccount } from './lock-accounts.ts';
import { writeTicks } from './tick-numbers.ts';
import { linkForSharing, oweSharingMail, tellOfSharing } from './write-sharing.ts';

export interface NewSharing {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly clientCodeIds: readonly string[];
}

/**
 * The birth of a sharing (WF-35): the main contact invites somebody and ticks what he will see. Refuses `not-found` for an
 * account that is not his, `sharing.consumer`, `sharing.with-oneself`, `sharing.exists`, `sharing.not-received`.
 */
export const inviteSharing =
  (knex: Knex) =>
  (said: NewSharing, actor: Actor, request: ChangeRequest): Promise<string> =>
    change(knex, request, async (trx) => {
      const at = request.receivedAt;
      const account = await lockAccount(trx, said.accountId);
      if (account.main_contact_id !== actor.id || account.closed_at !== null) throw new Refused(hidden);
      const policySetId = await policySetInForce(trx, account.brand_id, at);
      await mayInvite(trx, account, said.email, policySetId);
      const id = uuidv7();
      const terms = await sharingTermsOf(trx, policySetId);
      const sharing: Sharing = {
        ...{ id, brand: await brandKeyOf(trx, account.brand_id), accountId: account.id, terms, version: 1 },
        ...sharingFrom(at, terms),
        closed: null,
      };
      const { name, email, language } = said;
      await trx('sharings').insert({
        ...{ id, brand_id: account.brand_id, account_id: account.id, policy_set_id: policySetId },
        ...{ invited_by_id: actor.id, name, email, language, open_key: openKey(account.id, email) },
        ...sharingColumns(sharing),
      });
      const { ticked } = await writeTicks(trx, sharing, said.clientCodeIds, at);
      await linkForSharing(trx, sharing, at);
      await oweSharingMail(trx, sharing, 'sharing-invitation', at);
      const wakes = { life: 'sharing', id };
      const facts = { version: 1, ticked, endsAt: sharing.endsAt };
      await tellOfSharing(trx, sharing, { event: 'invited', facts, actor, wakes }, at);
      return id;
    });

async function mayInvite(
  trx: Knex.Transaction,
  account: AccountRow,
  email: string,
  policySetId: string,
): Promise<void> {
  const { sharing: policy } = await documentPolicyOf(trx, policySetId);
  const there: unknown = await trx('sharings')
    .where({ open_key: openKey(account.id, email) })
    .first('id');
  const own = await trx('users').where({ id: account.main_contact_id }).first<{ email: string }>('email');
  const isOwnAddress = isSameMailbox(own.email, email);
  const of = { kind: account.kind, isOpen: true };
  orThrow(checkInvite({ account: of, policy, isShared: there !== undefined, isOwnAddress }));
}
