/** What staff read about a mail item's life in the Temporal UI. */
import type { MailItem } from '../../domain/mail-item.ts';
import { stageFor } from '../../domain/mail-item.ts';
import { planFor } from '../../domain/plan.ts';
import { paperGone, waitingFor } from '../../texts/life.ts';

/** A reminder changes nothing, so the sentence names what comes after it. */
export function describe(item: MailItem): string {
  const { zone, storage } = item.policy;
  const stage = stageFor(item);
  if (item.closed) return paperGone({ stage, at: item.closed.at, zone, costCents: item.costCents });
  const next = planFor(item).find(({ kind }) => kind !== 'remind');
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
