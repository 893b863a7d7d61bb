import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { carryOut } from '../../domain/mail-item-acts.ts';
import type { MailItemState } from '../../domain/mail-item.ts';
import type { TimerActKind } from '../../domain/plan.ts';
import { addressNewsFor } from '../queries/address-news.ts';
import { change } from './change.ts';
import { lockMailItem } from './lock-mail-item.ts';
import { stateOf, mailItemLife, writeMailItem } from './write-mail-item.ts';

export interface DueAct {
  readonly itemId: string;
  readonly kind: TimerActKind;
  readonly subject: string;
  /** The engine's time when the timer was carried out. */
  readonly at: Instant;
}

/**
 * Carries out one act of the plan if the locked row still plans it and it is due; otherwise the row is returned as it
 * stands, so that a repeat is harmless (PP-09, PP-10, WF-12).
 */
export const carryOutAct =
  (knex: Knex) =>
  (act: DueAct): Promise<MailItemState> =>
    change(knex, null, async (trx) => {
      const item = await lockMailItem(trx, act.itemId);
      // The address may have changed a moment ago, or while nobody could tell the life: asked again under lock.
      const newAddress = act.kind === 'release-forwarding' ? await addressNewsFor(trx, item) : null;
      const outcome = carryOut(item, act, act.at, newAddress);
      return outcome === null
        ? stateOf(item)
        : writeMailItem(trx, item, outcome, { actor: mailItemLife, at: act.at });
    });
