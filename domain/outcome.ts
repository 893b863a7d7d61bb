/** What a rule decides to change: the new state and everything that must be written with it, in one transaction. */
import type { Instant } from './calendar.ts';
import { mailKey } from './mail-key.ts';
import type { MailItem, NoticeKind } from './mail-item.ts';
import type { Cents } from './money.ts';

/** A storage period that started while the paper was held for the customer: one ledger line per (item, period). */
export interface StorageCharge {
  readonly period: number;
  readonly startsAt: Instant;
  readonly cents: Cents;
}

export interface Outcome {
  readonly item: MailItem;
  readonly charges: readonly StorageCharge[];
  /** Handling and postage, charged at completion; null when nothing is charged. */
  readonly feeCents: Cents | null;
  /** Storage charged for periods that start at or after this instant is reversed. */
  readonly reverseFrom: Instant | null;
  /** Event kind after `mail-item.` and its facts: ids, days, instants and cents only. */
  readonly event: { readonly kind: string; readonly facts: Readonly<Record<string, unknown>> };
}

type OutcomeParts = Partial<Pick<Outcome, 'charges' | 'feeCents' | 'reverseFrom'>>;

/** The next version of the item with what must be written beside it: one event, and charges if there are any. */
export function outcome(
  item: MailItem,
  kind: string,
  facts: Readonly<Record<string, unknown>> = {},
  parts: OutcomeParts = {},
): Outcome {
  return {
    item: { ...item, version: item.version + 1 },
    charges: parts.charges ?? [],
    feeCents: parts.feeCents ?? null,
    reverseFrom: parts.reverseFrom ?? null,
    event: { kind, facts },
  };
}

/** The item with one more mail owed; `detail` tells apart mails of the same kind (a period, a version). */
export function owing(item: MailItem, kind: NoticeKind, detail: string | number): MailItem {
  return { ...item, toTell: [...item.toTell, { key: noticeKey(item, kind, detail), kind }] };
}

/** The key of a mail about the item. */
export function noticeKey({ id }: MailItem, kind: NoticeKind, detail: string | number): string {
  return mailKey({ life: 'mail-item', lifeId: id, kind, which: detail });
}
