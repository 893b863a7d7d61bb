import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';

/** The sweep found an open row without a running life and started it: said once in the company's chain. */
export const recordRestart =
  (knex: Knex) =>
  (life: 'mail-item' | 'trashing', id: string, at: Instant): Promise<void> =>
    change(knex, null, async (trx) => {
      const table = life === 'mail-item' ? 'mail_items' : 'trashings';
      const row = await trx(table).where({ id }).first<{ company_id: string } | undefined>('company_id');
      await appendEvent(trx, {
        kind: `${life}.restarted`,
        subjectType: life,
        subjectId: id,
        companyId: row?.company_id ?? null,
        actor: { type: 'system', id: 'sweep' },
        at,
        body: {},
      });
    });
