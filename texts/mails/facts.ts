/** What a mail to a customer is made from. */
import type { Instant, Zone } from '../../domain/calendar.ts';
import type { DecisionKind, NoticeKind as LetterNoticeKind } from '../../domain/mail-item.ts';
import type { Cents } from '../../domain/money.ts';
import type { ActKind } from '../acts.ts';
import type { Texts } from '../languages.ts';

/** Every mail: those about a letter, and the link that proves a notification address. */
export type NoticeKind = LetterNoticeKind | 'confirm-notification-address';

/** An act of the plan, as the plan gives it. */
export interface UpcomingAct {
  readonly kind: ActKind;
  readonly at: Instant;
  /** Null while the price is unknown. */
  readonly costCents: Cents | null;
}

type Maybe<T> = T | null | undefined;

export interface NoticeFacts {
  /** The label on the paper; null when the mail is about no letter. */
  readonly siteReference: string | null;
  readonly postboxNumber: string;
  readonly senderLine?: Maybe<string>;
  readonly addressee?: Maybe<string>;
  /** Until when the recipient can act: the decision's deadline, the end of a grace, the life of a link. */
  readonly dueAt: Instant | null;
  readonly zone: Zone;
  /** What can still be chosen; empty when nothing can. */
  readonly allowed: readonly DecisionKind[];
  /** What happens if nothing is done: the plan. */
  readonly upcoming: readonly UpcomingAct[];
  readonly costSoFarCents: Cents;
  readonly carrier?: Maybe<string>;
  readonly tracking?: Maybe<string>;
  /** Why a task or a forwarding failed: a key of `domain/site-task.ts`. */
  readonly reason?: Maybe<string>;
  /** What this mail is about costs: one storage period, the shipment, the price offered. */
  readonly priceCents?: Maybe<Cents>;
  /** Where the recipient acts: an absolute http(s) address. */
  readonly link: string;
}

/** The texts of one kind of mail, and which of the common parts it has. */
export interface NoticeTexts {
  /** Falls back to the heading when a fact is missing. */
  readonly subject: Texts;
  readonly heading: Texts;
  readonly lead: Texts;
  readonly parts: readonly ('choices' | 'upcoming' | 'cost')[];
  readonly action: 'choose' | 'view' | 'accept' | 'confirm';
  /** Silenced by the notification switch of the box (PP-07). */
  readonly canBeSilenced: boolean;
}
