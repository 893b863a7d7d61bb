import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import type { HistoryBackfill } from '../../domain/history-backfill.ts';
import { backfillTerms } from '../../domain/history-backfill.ts';
import { brandKeyOf } from '../brand-keys.ts';
import { backfillColumns } from '../history-backfill-row.ts';
import { toDb } from '../instants.ts';
import { documentPolicyOf } from '../policy-sets.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';

interface OfReception {
  readonly receptionId: string;
  readonly brandId: string;
  readonly policySetId: string;
  readonly actor: Actor;
  readonly at: Instant;
}

/** The past of a reception begins to come, with the reception itself (WF-36): until then nothing of it is seen. */
export async function beginBackfill(
  trx: Knex.Transaction,
  { receptionId, brandId, policySetId, actor, at }: OfReception,
): Promise<void> {
  const id = uuidv7();
  const backfill: HistoryBackfill = {
    ...{ id, brand: await brandKeyOf(trx, brandId), receptionId, version: 1, begunAt: at },
    terms: backfillTerms(await documentPolicyOf(trx, policySetId)),
    ...{ reachedOn: null, oldestOn: null, shown: 0, total: null, pausedAt: null, closed: null },
  };
  await trx('history_backfills').insert({
    ...{ id, reception_id: receptionId, brand_id: brandId, policy_set_id: policySetId },
    begun_at: toDb(at),
    ...backfillColumns(backfill),
  });
  await appendEvent(trx, {
    kind: 'history-backfill.begun',
    subjectType: 'history-backfill',
    subjectId: id,
    companyId: null,
    actor,
    at,
    body: { version: 1, receptionId },
    wakes: { life: 'history-backfill', id },
  });
}
