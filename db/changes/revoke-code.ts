import type { Knex } from 'knex';
import type { ActivationCode } from '../../domain/activation-code.ts';
import { checkRevoke, closeCode } from '../../domain/activation-code.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { orThrow } from '../../domain/verdict.ts';
import type { Actor } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { lockCode, writeCode } from './write-activation-code.ts';
import { endHold } from './write-sign-up.ts';

/** The issuer takes back a code that nobody has used. Refuses `not-found` and what `checkRevoke` refuses. */
export const revokeCode =
  (knex: Knex) =>
  (id: string, actor: Actor, request: ChangeRequest): Promise<Owing<ActivationCode>> =>
    change(knex, request, async (trx) => {
      const { code } = await lockCode(trx, id);
      orThrow(checkRevoke(code));
      const at = request.receivedAt;
      await endHold(trx, code.id, 'lost', actor, at);
      return writeCode(trx, closeCode(code, 'revoked', at), { event: 'revoked' }, actor, at);
    });
