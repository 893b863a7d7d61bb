import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { LifeName } from '../../domain/life-rows.ts';
import { tableOfLife } from '../queries/life-starts.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';

/** The sweep found an open row without a running life and started it: said once in the company's chain, or the operator's. */
export const recordRestart =
  (knex: Knex) =>
  (life: LifeName, id: string, at: Instant): Promise<void> =>
    change(knex, null, async (trx) => {
      const row = await trx(tableOfLife(life))
        .where({ id })
        .first<{ company_id?: string | null } | undefined>();
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
