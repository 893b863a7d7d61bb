/**
 * The part of a policy set that rules codes, recipient accounts and documents (decided.md, Activation codes and recipient
 * accounts, Other defaults). Versioned with the set; a life keeps the version under which it began.
 */
import type { CalendarDay, LocalTime, Zone } from './calendar.ts';
import type { RetentionRule } from './retention.ts';

export interface DocumentPolicy {
  readonly version: number;
  /** Zone of the brand. */
  readonly zone: Zone;
  /** How long a message that was received in time may still be on its way to the life. */
  readonly messageSeconds: number;
  /** By what a customer gets in: a printed code, or the invitation that his first document sends. */
  readonly access: 'code' | 'invitation';
  readonly code: {
    /** Calendar days from its first announcement: 15 weeks (UP-18). */
    readonly validDays: number;
    /** Days after the announcement at which an unused code is recalled by mail, without the code. */
    readonly reminderDays: readonly number[];
    /** Days after which the key under which a batch's codes are sealed is destroyed, printed or not. */
    readonly sealedDays: number;
  };
  readonly signUp: { readonly linkHours: number };
  readonly bounces: {
    /** So many within so many days lead to the question whether paper is wanted. */
    readonly count: number;
    readonly withinDays: number;
    /** Days without an answer after which documents are paper again. */
    readonly answerDays: number;
  };
  /** Where the law demands a structured e-invoice nobody goes back to paper. */
  readonly isPaperRefused: boolean;
  /** From when on documents are shown: a rolling window, or the start of the contract but not before a day (UP-10, IP-04). */
  readonly history: {
    readonly floor: 'years' | 'contract';
    readonly years: number;
    readonly earliestOn: CalendarDay;
  };
  /** How many documents of the past come at a time after a consent, rounded up to whole days (WF-36). */
  readonly backfill: { readonly pageDocuments: number };
  /** Two settings: how long a document is shown, null for as long as the account receives, and how long it is kept. */
  readonly retention: RetentionRule;
  /** Days of silence after which a publication run that nobody completes is over (WF-33). */
  readonly publication: { readonly openDays: number };
  /** Who may share what he receives; in the code-based brand consumers cannot (UP-08). */
  readonly sharing: 'everybody' | 'business';
  readonly invitation: {
    readonly linkHours: number;
    /** Hours within which further documents repeat no mail; later ones carry a new link (IP-05). */
    readonly repeatHours: number;
    /** Whether the link of an earlier number still lets in when a later number of the mailbox is invited (WF-34). */
    readonly olderLinks: 'work' | 'die';
  };
  /** The word that there are new documents (IP-09, UP-13): who has chosen no frequency has this one. */
  readonly notices: {
    readonly gatherMinutes: number;
    readonly frequency: 'at-once' | 'daily' | 'weekly';
    /** On the clock of the brand; the weekday from 1 (Monday) to 7. */
    readonly hour: LocalTime;
    readonly weekday: number;
  };
  readonly merge: { readonly consentDays: number; readonly revertDays: number };
  readonly duplicates: {
    /** Opening hours in which an issuer finds what is not stored (WF-38). */
    readonly issuerHours: number;
    /** Days for which a duplicate can be fetched. */
    readonly keepDays: number;
  };
}

/** The numbers of decided.md for the code-based brand, for a set that says nothing else. */
export const decidedDocumentPolicy: Omit<DocumentPolicy, 'version' | 'zone'> = {
  messageSeconds: 60,
  access: 'code',
  code: { validDays: 105, reminderDays: [35, 84], sealedDays: 7 },
  signUp: { linkHours: 72 },
  bounces: { count: 3, withinDays: 14, answerDays: 14 },
  isPaperRefused: false,
  history: { floor: 'contract', years: 7, earliestOn: '2008-05-01' },
  backfill: { pageDocuments: 500 },
  retention: { displayYears: null, legalYears: 10, warnDays: 30 },
  publication: { openDays: 7 },
  sharing: 'business',
  invitation: { linkHours: 72, repeatHours: 24, olderLinks: 'work' },
  notices: { gatherMinutes: 15, frequency: 'at-once', hour: '07:00', weekday: 1 },
  merge: { consentDays: 14, revertDays: 14 },
  duplicates: { issuerHours: 24, keepDays: 30 },
};
