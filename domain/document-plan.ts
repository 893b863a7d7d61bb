/**
 * What will happen to an issued document if nobody does anything more: the end of its embargo (WF-33), the last day on which it
 * is displayed (IP-04), the warning and the destruction. From the functions that drive its case and the sweep.
 */
import type { CalendarDay, Instant, Zone } from './calendar.ts';
import { startOfDay } from './calendar.ts';
import type { DocumentCase } from './document-case.ts';
import { planForCase } from './document-case.ts';
import type { DocumentChannel, DocumentKind, HistoryRule } from './issued-document.ts';
import { hiddenOn } from './issued-document.ts';
import type { Kept, RetainedDocument, RetentionRule } from './retention.ts';
import { destructionOf, retentionOf, warnOn } from './retention.ts';

export const documentActKinds = ['publish', 'hide', 'warn', 'destroy'] as const;
export type DocumentActKind = (typeof documentActKinds)[number];

/** A document, and what rules it by now. */
export interface PlannedDocument extends RetainedDocument {
  readonly kind: DocumentKind;
  /** Null: it never left quarantine, and is kept as what goes on paper. */
  readonly channel: DocumentChannel | null;
  readonly isDestroyed: boolean;
  /** Its open case. */
  readonly case: DocumentCase | null;
  readonly policy: {
    readonly version: number;
    readonly zone: Zone;
    readonly history: HistoryRule;
    readonly retention: RetentionRule;
  };
}

export interface DocumentAct {
  readonly kind: DocumentActKind;
  readonly at: Instant;
  readonly rule: string;
  readonly policyVersion: number;
}

export interface DocumentPlan {
  /** In the order in which they will happen. */
  readonly acts: readonly DocumentAct[];
  /** Why no day of destruction is planned; null when one is, or when it has passed. */
  readonly kept: Kept | null;
}

/** What a sweep does on a day it does from the start of that day on; what is overdue it does next. */
export function planForDocument(document: PlannedDocument, now: Instant): DocumentPlan {
  const { policy, channel, kind, issuedOn, isDestroyed } = document;
  if (isDestroyed) return { acts: [], kept: null };
  const kept = retentionOf(policy.retention, { channel: channel ?? 'paper', kind });
  const { version: policyVersion, zone } = policy;
  const destruction = destructionOf(document, kept, { ...policy.retention, zone });
  const on = (act: DocumentActKind, day: CalendarDay | null, rule: string): DocumentAct[] =>
    day === null ? [] : [{ kind: act, at: startOfDay(day, zone), rule, policyVersion }];
  const isToCome = ({ at }: DocumentAct) => at > now;
  const acts = [
    ...embargoEnd(document.case),
    ...on('hide', hiddenOn(issuedOn, policy.history), 'IP-04').filter(isToCome),
    ...on('warn', destruction.on && warnOn(destruction.on, policy.retention), 'X-02').filter(isToCome),
    ...on('destroy', destruction.on, 'X-02'),
  ];
  return { acts: acts.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)), kept: destruction.by };
}

function embargoEnd(of: DocumentCase | null): readonly DocumentAct[] {
  const next = of === null ? null : planForCase(of);
  if (of === null || next?.kind !== 'publish') return [];
  return [{ kind: 'publish', at: next.at, rule: 'WF-33', policyVersion: of.terms.version }];
}
