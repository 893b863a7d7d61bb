import type { Knex } from 'knex';
import { checkPrinted } from '../../domain/administrator-recovery.ts';
import type { Instant } from '../../domain/calendar.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import type { RecoveryLetter } from '../queries/administrator-recoveries.ts';
import { recoveryLetter } from '../queries/administrator-recoveries.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';
import { onBehalf, staffOnly } from './lock-member.ts';
import { lockRecovery } from './write-administrator-recovery.ts';

/**
 * Staff read the letter with its code: each reading is an event, written before a word is shown (check 11). Refuses
 * `not-found`, `right.missing` and what `checkPrinted` refuses.
 */
export const viewRecoveryLetter =
  (knex: Knex) =>
  (id: string, actor: Actor, at: Instant): Promise<RecoveryLetter & { readonly sealedCode: string }> =>
    change(knex, null, async (trx) => {
      const { recovery } = await lockRecovery(trx, id);
      orThrow(checkPrinted(recovery));
      await staffOnly(trx, recovery.companyId, actor);
      const letter = await recoveryLetter(trx, id);
      if (letter?.sealedCode == null) throw new Refused(hidden);
      await appendEvent(trx, {
        kind: 'administrator-recovery.letter-viewed',
        subjectType: 'administrator-recovery',
        subjectId: id,
        companyId: recovery.companyId,
        actor,
        at,
        body: { ...onBehalf(actor, recovery.companyId) },
      });
      return { ...letter, sealedCode: letter.sealedCode };
    });
