import type { Knex } from 'knex';
import { codeUnusable, entryFault } from '../../domain/activation-code.ts';
import { Refused, refuseState } from '../../domain/verdict.ts';
import type { Actor } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { openReception, receiverOf } from './open-reception.ts';
import { accountOfPerson } from './own-account.ts';
import { lockCode } from './write-activation-code.ts';
import { endHold } from './write-sign-up.ts';

export interface AddedCode {
  readonly codeId: string;
  /** Who adds it. */
  readonly userId: string;
  readonly clientAddress: string;
}

/**
 * Somebody who logs in adds a code (UP-02, UP-03), also one that he used before an opt-out (UP-17): to his account in the brand of
 * the code, or to a first one that is opened for him with it (WF-31). Refuses
 * `activation-code.unusable`, and `reception.active` where the account receives the client code already. Returns the reception.
 */
export const addCode =
  (knex: Knex) =>
  ({ codeId, userId, clientAddress }: AddedCode, actor: Actor, request: ChangeRequest): Promise<string> =>
    change(knex, request, async (trx) => {
      const at = request.receivedAt;
      const locked = await lockCode(trx, codeId);
      const { code, row } = locked;
      const { brand_id: brandId, client_code_id: clientCodeId } = row;
      const accountId = await accountOfPerson(trx, { brandId, userId, clientCodeId }, at);
      const receivedIn = await receiverOf(trx, code.clientCodeId);
      if (entryFault(code, { accountId, receivedIn }, at) !== null)
        throw new Refused(codeUnusable(code.terms.validDays));
      if (receivedIn === accountId) throw new Refused(refuseState('reception.active'));
      await endHold(trx, code.id, 'lost', actor, at);
      return openReception(trx, locked, { accountId, clientAddress, actor, at });
    });
