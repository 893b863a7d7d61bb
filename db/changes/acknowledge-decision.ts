import type { Knex } from 'knex';
import type { DecisionRequest, MailItemState } from '../../domain/mail-item.ts';
import { isSameDecision } from '../../domain/mail-item.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { lockMailItem } from './lock-mail-item.ts';
import { stateOf } from './write-mail-item.ts';

/** The item bears another decision by now, or is closed: what was asked for is a command for its life. */
class IsNews extends Error {}

/**
 * A decision that the item bears already changes nothing, whatever version it saw (decided.md, Decisions): the row is
 * returned and remembered under the request, its life is not disturbed. Null when it is news after all.
 */
export const acknowledgeDecision =
  (knex: Knex) =>
  async (itemId: string, asked: DecisionRequest, request: ChangeRequest): Promise<MailItemState | null> => {
    try {
      return await change(knex, request, async (trx) => {
        const item = await lockMailItem(trx, itemId);
        if (item.closed !== null || !isSameDecision(item, asked)) throw new IsNews();
        return stateOf(item);
      });
    } catch (error) {
      if (error instanceof IsNews) return null;
      throw error;
    }
  };
