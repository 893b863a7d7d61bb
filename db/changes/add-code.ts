import type { Knex } from 'knex';
import { codeUnusable, entryFault } from '../../domain/activation-code.ts';
import { Refused, refuseState } from '../../domain/verdict.ts';
import type { Actor } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { openReception, receiverOf } from './open-reception.ts';
import { lockCode } from './write-activation-code.ts';
import { endHold } from './write-sign-up.ts';

export interface AddedCode {
  readonly codeId: string;
  readonly accountId: string;
  readonly clientAddress: string;
}

/**
 * A code is added to an account that there is (UP-02, UP-03), also one that was used there before an opt-out (UP-17). Refuses
 * `activation-code.unusable`, and `reception.active` where the account receives the client code already. Returns the reception.
 */
export const addCode =
  (knex: Knex) =>
  ({ codeId, accountId, clientAddress }: AddedCode, actor: Actor, request: ChangeRequest): Promise<string> =>
    change(knex, request, async (trx) => {
      const at = request.receivedAt;
      const locked = await lockCode(trx, codeId);
      const { code } = locked;
      const receivedIn = await receiverOf(trx, code.clientCodeId);
      if (entryFault(code, { accountId, receivedIn }, at) !== null)
        throw new Refused(codeUnusable(code.terms.validDays));
      if (receivedIn === accountId) throw new Refused(refuseState('reception.active'));
      await endHold(trx, code.id, 'lost', actor, at);
      return openReception(trx, locked, { accountId, clientAddress, actor, at });
    });
