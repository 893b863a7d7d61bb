import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { checkReady } from '../../domain/code-batch.ts';
import { orThrow } from '../../domain/verdict.ts';
import { documentPolicyOf } from '../policy-sets.ts';
import type { SealedLetter } from '../queries/code-letters.ts';
import { sealedLetters } from '../queries/code-letters.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';
import { lockBatch } from './write-code-batch.ts';

export interface SealedLetters {
  readonly wrappedKey: string;
  /** For how many days the codes work, by the policy of the batch. */
  readonly validDays: number;
  readonly letters: readonly SealedLetter[];
}

/**
 * The issuer reads its letters with their codes: each reading is an event, written before a word is shown. Refuses
 * `not-found` and what `checkReady` refuses.
 */
export const viewCodeLetters =
  (knex: Knex) =>
  (id: string, actor: Actor, at: Instant): Promise<SealedLetters> =>
    change(knex, null, async (trx) => {
      const { row, batch } = await lockBatch(trx, id);
      orThrow(checkReady(batch));
      if (row.wrapped_key === null) throw new Error(`code batch ${id} is open and has no key`);
      const letters = await sealedLetters(trx, id);
      await appendEvent(trx, {
        kind: 'code-batch.letters-viewed',
        subjectType: 'code-batch',
        subjectId: id,
        companyId: null,
        actor,
        at,
        body: { issuerId: batch.issuerId, letters: letters.length },
      });
      const { validDays } = (await documentPolicyOf(trx, row.policy_set_id)).code;
      return { wrappedKey: row.wrapped_key, validDays, letters };
    });
