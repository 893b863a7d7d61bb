/** What staff read about a mail item's life in the Temporal UI. */
import type { MailItem } from '../../domain/mail-item.ts';
import { stageFor } from '../../domain/mail-item.ts';
import type { PlannedAct } from '../../domain/plan.ts';
import { paperGone, waitingFor } from '../../texts/life.ts';

export function describe(item: MailItem, next: PlannedAct | null): string {
  const { zone, storage } = item.policy;
  const stage = stageFor(item);
  if (item.closed) return paperGone({ stage, at: item.closed.at, zone, costCents: item.costCents });
  return waitingFor({
    stage,
    until: next?.at ?? null,
    zone,
    then: next?.kind ?? null,
    thenCents: next?.costCents,
    periodDays: storage.periodDays,
    costCents: item.costCents,
  });
}
