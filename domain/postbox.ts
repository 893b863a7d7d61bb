/** A rented postbox: what happens to its post by itself, what may be decided, who is told (PP-02, PP-04, PP-07). */
import type { Instant, Zone } from './calendar.ts';
import { endOfDaysAfter } from './calendar.ts';
import type { DecisionKind, PrimaryOption } from './mail-item.ts';
import { decisionKinds } from './mail-item.ts';
import type { Manner } from './policy.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseState, refuseValue } from './verdict.ts';

/** The union of what the sources name. Letters are forwarded to the last one. */
export const addressKinds = ['applicant', 'postal', 'parcel', 'invoice', 'business', 'forwarding'] as const;
export type AddressKind = (typeof addressKinds)[number];

export interface PostboxSettings {
  readonly primaryOption: PrimaryOption;
  /** What may be decided about a letter, in the order of `decisionKinds`. */
  readonly allowed: readonly DecisionKind[];
  /** How the box sends when nobody says how. */
  readonly defaultManner: Manner;
  /** Off silences arrival mails and reminders; deadlines run on (PP-07). */
  readonly notifiesArrivals: boolean;
}

export interface Postbox extends PostboxSettings {
  /** Days to decide that were promised to the customer of this box; null without a promise. */
  readonly promisedDecisionDays: number | null;
  readonly version: number;
  readonly closedAt: Instant | null;
}

/** The settings with the changes in them, decisions once each and in their order. */
export function settingsWith(
  { primaryOption, allowed, defaultManner, notifiesArrivals }: PostboxSettings,
  changes: Partial<PostboxSettings>,
): PostboxSettings {
  const wanted = { primaryOption, allowed, defaultManner, notifiesArrivals, ...changes };
  return { ...wanted, allowed: decisionKinds.filter((kind) => wanted.allowed.includes(kind)) };
}

/** Whether the box is set so already: asking for it again changes nothing. */
export function isSetSo(box: PostboxSettings, wanted: PostboxSettings): boolean {
  return (
    box.primaryOption === wanted.primaryOption &&
    box.defaultManner === wanted.defaultManner &&
    box.notifiesArrivals === wanted.notifiesArrivals &&
    box.allowed.join() === wanted.allowed.join()
  );
}

/** Nothing about a closed box changes any more. */
export function checkOpenBox(box: Pick<Postbox, 'closedAt'>): Verdict {
  return box.closedAt === null ? allow : refuseState('postbox.closed');
}

/**
 * At least one decision stays open, and the primary option is one of those that may be decided: a box that forwards
 * everything must allow it. The manner must be one that the policy offers.
 */
export function checkSettings(
  box: Postbox,
  wanted: PostboxSettings,
  seenVersion: number,
  offered: readonly Manner[],
): Verdict {
  const isForwarding = wanted.primaryOption === 'forward';
  return firstRefusal(
    checkOpenBox(box),
    checkBoxVersion(box, seenVersion),
    wanted.allowed.length > 0 ? allow : refuseValue('postbox.decisions-empty', { field: 'allowedDecisions' }),
    isForwarding && !wanted.allowed.includes('forward-now')
      ? refuseValue('postbox.option-not-allowed', { field: 'primaryOption', needed: ['forward-now'] })
      : allow,
    offered.includes(wanted.defaultManner)
      ? allow
      : refuseValue('decision.manner-not-offered', { field: 'defaultManner', allowed: offered }),
  );
}

/**
 * Staff write down, or take back, how many days to decide a customer was promised. It holds for letters to come;
 * what was promised less than the policy gives changes nothing for them.
 */
export function checkPromise(box: Pick<Postbox, 'closedAt' | 'version'>, seenVersion: number): Verdict {
  return firstRefusal(checkOpenBox(box), checkBoxVersion(box, seenVersion));
}

function checkBoxVersion({ version }: Pick<Postbox, 'version'>, seenVersion: number): Verdict {
  return seenVersion === version ? allow : refuseState('postbox.version-stale', { version });
}

/** Days in which a new notification address can be confirmed (decided.md, Other defaults). */
const confirmationDays = 7;

/** When the link of a confirmation dies. */
export function confirmationEndsAt(askedAt: Instant, zone: Zone): Instant {
  return endOfDaysAfter(askedAt, confirmationDays, zone);
}
