/**
 * How long documents are kept (X-02; decided.md): a display window, and a legal retention of so many years from 1 January after
 * the year of the document. What is destroyed is destroyed at the later of both, unless it is held, and who sees it is warned
 * before: what an ended reception or a released hold lets go of has the days of the warning still before it (UP-17).
 */
import type { CalendarDay, Instant, Zone } from './calendar.ts';
import { addDays, addMonths, dayOf } from './calendar.ts';
import type { DocumentChannel, DocumentKind } from './issued-document.ts';

export interface RetentionClass {
  /** Null: shown as long as its account receives. */
  readonly displayYears: number | null;
  readonly legalYears: number;
}

/** The class of a brand, and those of single channels and kinds: the most special one holds. */
export interface RetentionRule extends RetentionClass {
  readonly warnDays: number;
  readonly classes?: readonly (Partial<RetentionClass> & {
    readonly channel?: DocumentChannel;
    readonly kind?: DocumentKind;
  })[];
}

export function retentionOf(
  rule: RetentionRule,
  { channel, kind }: { readonly channel: DocumentChannel; readonly kind: DocumentKind },
): RetentionClass {
  const fits = (rule.classes ?? []).filter(
    (each) => (each.channel ?? channel) === channel && (each.kind ?? kind) === kind,
  );
  const bySpeciality = fits.toSorted((a, b) => specialityOf(a) - specialityOf(b));
  const { displayYears, legalYears } = Object.assign({}, rule, ...bySpeciality) as RetentionClass;
  return { displayYears, legalYears };
}

const specialityOf = (each: { readonly channel?: unknown; readonly kind?: unknown }) =>
  Number(each.channel !== undefined) + Number(each.kind !== undefined);

/** The first day on which the law no longer asks for it: ten years for a document of 2027 end with 2037. */
export function legalEndOn(issuedOn: CalendarDay, legalYears: number): CalendarDay {
  return `${String(Number(issuedOn.slice(0, 4)) + 1 + legalYears).padStart(4, '0')}-01-01`;
}

/** The day from which it may be destroyed; null as long as it is shown to an account that receives. */
export function destroyOn(
  issuedOn: CalendarDay,
  { displayYears, legalYears }: RetentionClass,
  isReceived: boolean,
): CalendarDay | null {
  const legalEnd = legalEndOn(issuedOn, legalYears);
  if (displayYears === null) return isReceived ? null : legalEnd;
  const displayEnd = addDays(addMonths(issuedOn, 12 * displayYears), 1);
  return displayEnd > legalEnd ? displayEnd : legalEnd;
}

/** What keeps a document from being destroyed although its years may be over. */
export type Kept = 'held' | 'received';

/** As much of a document as decides when it is destroyed. */
export interface RetainedDocument {
  readonly issuedOn: CalendarDay;
  readonly isHeld: boolean;
  readonly isReceived: boolean;
  /** The last end of a reception of its client code; null: none has ended. */
  readonly receptionEndedAt: Instant | null;
  /** The last release of a hold on it or on its client code; null: none was released. */
  readonly holdReleasedAt: Instant | null;
}

/** The rule about the warning, and the zone of the brand in which its days are counted. */
export interface WarningRule extends Pick<RetentionRule, 'warnDays'> {
  readonly zone: Zone;
}

/** When a document is destroyed and by what it is kept: what the sweep asks, and the plan of a document. */
export function destructionOf(
  document: RetainedDocument,
  kept: RetentionClass,
  warning: WarningRule,
): { readonly on: CalendarDay; readonly by: null } | { readonly on: null; readonly by: Kept } {
  if (document.isHeld) return { on: null, by: 'held' };
  const on = destroyOn(document.issuedOn, kept, document.isReceived);
  if (on === null) return { on, by: 'received' };
  const freed = warnedAfterOn(document, kept, warning);
  return { on: freed !== null && freed > on ? freed : on, by: null };
}

/**
 * The first day on which what kept it no more lets it be destroyed: all that one day lets go of is warned of together on the next,
 * the days of the warning before. A reception keeps only what is shown as long as its account receives.
 */
function warnedAfterOn(
  { receptionEndedAt, holdReleasedAt }: RetainedDocument,
  { displayYears }: RetentionClass,
  { warnDays, zone }: WarningRule,
): CalendarDay | null {
  const ends = [displayYears === null ? receptionEndedAt : null, holdReleasedAt];
  const last = ends
    .filter((at) => at !== null)
    .toSorted()
    .at(-1);
  return last === undefined ? null : addDays(dayOf(last, zone), 1 + warnDays);
}

/** The first day on which a sweep warns of what is destroyed on that day. */
export function warnOn(destroyedOn: CalendarDay, { warnDays }: Pick<RetentionRule, 'warnDays'>): CalendarDay {
  return addDays(destroyedOn, -warnDays);
}

/** No document of this class that is dated later can be due on that day: what a sweep looks among. */
export function latestIssuedOn(
  today: CalendarDay,
  { displayYears, legalYears }: RetentionClass,
): CalendarDay {
  const byLaw = `${String(Number(today.slice(0, 4)) - 1 - legalYears).padStart(4, '0')}-12-31`;
  if (displayYears === null) return byLaw;
  const byDisplay = addMonths(today, -12 * displayYears);
  return byDisplay < byLaw ? byDisplay : byLaw;
}
