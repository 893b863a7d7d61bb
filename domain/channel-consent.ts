/**
 * The consent to receive a client code electronically (WF-32; UP-02, UP-11, UP-17, UP-19): from the code on, until the
 * customer goes back to paper, his mails keep coming back and he does not answer, or his issuer or staff deactivate it. A
 * document keeps the channel in which it was issued; who comes back, from whichever of these, does so with his latest code,
 * and that is a new consent.
 */
import type { Instant, Zone } from './calendar.ts';
import { endOfDaysAfter } from './calendar.ts';
import type { DocumentPolicy } from './document-policy.ts';
import type { NextAct } from './next-act.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseState } from './verdict.ts';

export interface ConsentTerms {
  readonly version: number;
  readonly zone: Zone;
  readonly messageSeconds: number;
  readonly count: number;
  readonly withinDays: number;
  readonly answerDays: number;
  readonly isPaperRefused: boolean;
}

/** `replaced`: the issuer named another main contact (WF-34); `deactivated`: by the issuer or staff (UP-17). */
export const consentOutcomes = ['opted-out', 'undeliverable', 'replaced', 'deactivated'] as const;
export type ConsentOutcome = (typeof consentOutcomes)[number];

export interface ChannelConsent {
  readonly id: string;
  readonly brand: string;
  readonly clientCodeId: string;
  readonly accountId: string;
  readonly terms: ConsentTerms;
  readonly version: number;
  readonly consentedAt: Instant;
  /** Mails that came back since he was last asked, the oldest first. */
  readonly bounces: readonly Instant[];
  /** Whether his mails arrive, and until when he answers; null while nobody asks. */
  readonly asked: { readonly at: Instant; readonly endsAt: Instant } | null;
  readonly closed: { readonly outcome: ConsentOutcome; readonly at: Instant } | null;
}

export type ConsentAct = NextAct<'return-to-paper'>;

export function consentTerms(policy: DocumentPolicy): ConsentTerms {
  const { version, zone, messageSeconds, bounces, isPaperRefused } = policy;
  return { version, zone, messageSeconds, ...bounces, isPaperRefused };
}

/** Back to paper by itself only where it was asked, nobody answered, and paper is allowed. */
export function planForConsent({ closed, asked, terms }: ChannelConsent): ConsentAct | null {
  if (closed !== null || asked === null || terms.isPaperRefused) return null;
  return { kind: 'return-to-paper', at: asked.endsAt };
}

function checkOpen({ closed }: ChannelConsent): Verdict {
  return closed === null ? allow : refuseState('reception.over');
}

/** Where the law demands a structured e-invoice there is no paper (decided.md), whoever wants it. */
function checkPaper(consent: ChannelConsent): Verdict {
  return firstRefusal(
    checkOpen(consent),
    consent.terms.isPaperRefused ? refuseState('reception.paper-refused') : allow,
  );
}

function checkKeep(consent: ChannelConsent): Verdict {
  return firstRefusal(
    checkOpen(consent),
    consent.asked === null ? refuseState('reception.not-asked') : allow,
  );
}

/** One more mail came back; the last of so many within so many days asks. While it is asked, nothing more is. */
export function takeBounce(consent: ChannelConsent, at: Instant): ChannelConsent {
  const { terms, asked } = consent;
  const bounces = [...consent.bounces, at].slice(-terms.count);
  const [first] = bounces;
  const isSeries =
    bounces.length === terms.count &&
    first !== undefined &&
    at <= endOfDaysAfter(first, terms.withinDays, terms.zone);
  if (asked !== null || !isSeries) return { ...next(consent), bounces };
  return {
    ...next(consent),
    bounces,
    asked: { at, endsAt: endOfDaysAfter(at, terms.answerDays, terms.zone) },
  };
}

/** His mails arrive: counted anew from now on. */
export function keepElectronic(consent: ChannelConsent): ChannelConsent {
  return { ...next(consent), bounces: [], asked: null };
}

/**
 * The end that counts: what went out electronically while the word of it was on its way to its life is his still, for nobody gets
 * it on paper.
 */
export function consentEndsAt(at: Instant, lastSentAt: Instant | null): Instant {
  return lastSentAt !== null && lastSentAt > at ? lastSentAt : at;
}

export function endConsent(consent: ChannelConsent, outcome: ConsentOutcome, at: Instant): ChannelConsent {
  return { ...next(consent), closed: { outcome, at } };
}

export const consentStages = ['electronic', 'asked', ...consentOutcomes] as const;
export type ConsentStage = (typeof consentStages)[number];

export function consentStage({ closed, asked }: ChannelConsent): ConsentStage {
  if (closed !== null) return closed.outcome;
  return asked === null ? 'electronic' : 'asked';
}

/** What people may ask of a reception, each with its check and the event it leaves. */
export const consentCommands = {
  optOut: { check: checkPaper, event: 'opted-out' },
  deactivate: { check: checkPaper, event: 'deactivated' },
  keep: { check: checkKeep, event: 'kept' },
  reportBounce: { check: checkOpen, event: 'bounced' },
} as const;
export type ConsentCommandName = keyof typeof consentCommands;

function next(consent: ChannelConsent): ChannelConsent {
  return { ...consent, version: consent.version + 1 };
}
