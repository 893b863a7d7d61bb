/** Mail items for tests: two demo policies, two sites, and a builder for an item with the facts a case is about. */
import type { Instant } from '../../domain/calendar.ts';
import { endOfDaysAfter } from '../../domain/calendar.ts';
import { takeDecision } from '../../domain/decision.ts';
import type { DecisionRequest, MailItem } from '../../domain/mail-item.ts';
import { decisionKinds } from '../../domain/mail-item.ts';
import { carryOut } from '../../domain/mail-item-acts.ts';
import { nextTimerAct } from '../../domain/plan.ts';
import type { Policy } from '../../domain/policy.ts';
import { beginTask } from '../../domain/site-task.ts';

/** The brand with 14 days, in Belgium: the numbers of decided.md. */
export const fourteenDays: Policy = {
  version: 3,
  zone: 'Europe/Brussels',
  decisionDays: 14,
  reminderDaysBefore: [3, 1],
  storage: { periodDays: 7, periodCents: 50, periods: 12 },
  lateness: { toleranceMinutes: 15, graceHours: 24 },
  messageSeconds: 0,
  collectionWorkingDays: 10,
  failureFreeDays: 7,
  holdMinimumDays: 7,
  handlingCents: { forward: 150, pickUp: 0, destroy: 0 },
  manners: ['standard', 'registered', 'express'],
  postage: [
    { manner: 'standard', zone: 'domestic', format: 'letter', upToGrams: 50, cents: 132 },
    { manner: 'standard', zone: 'domestic', format: 'letter', upToGrams: 100, cents: 264 },
    { manner: 'standard', zone: 'europe', format: 'letter', upToGrams: 50, cents: 285 },
    { manner: 'standard', zone: 'world', format: 'letter', upToGrams: 50, cents: 310 },
    { manner: 'registered', zone: 'domestic', format: 'letter', upToGrams: 50, cents: 1034 },
    { manner: 'standard', zone: 'domestic', format: 'parcel', upToGrams: 2000, cents: 720 },
  ],
  europeanCountries: ['BE', 'NL', 'FR', 'DE', 'LU'],
  trash: { days: 30, confirmationMinutes: 10 },
  intake: { maxBytes: 50_000_000, maxPages: 500 },
};

/** The brand with 7 days, in the Netherlands. */
export const sevenDays: Policy = { ...fourteenDays, version: 1, zone: 'Europe/Amsterdam', decisionDays: 7 };

const weekdays = [1, 2, 3, 4, 5];

/** Closed besides weekends: New Year, Easter Monday, Labour Day, Ascension, Whit Monday, 21 July, All Saints, 11 November. */
export const belgianSite: MailItem['site'] = {
  zone: 'Europe/Brussels',
  country: 'BE',
  cutOff: '15:00',
  workingWeekdays: weekdays,
  closedDays: [
    '2027-01-01',
    '2027-03-29',
    '2027-05-06',
    '2027-05-17',
    '2027-07-21',
    '2027-11-01',
    '2027-11-11',
  ],
};

/** Closed besides weekends: New Year, Easter Monday, King's Day, Ascension, Whit Monday. */
export const dutchSite: MailItem['site'] = {
  zone: 'Europe/Amsterdam',
  country: 'NL',
  cutOff: '16:30',
  workingWeekdays: weekdays,
  closedDays: ['2027-01-01', '2027-03-29', '2027-04-27', '2027-05-06', '2027-05-17'],
};

/** Published on Tue 2 Feb 2027 at 15:00 in Brussels, the worked example of decided.md. */
const publishedAt: Instant = '2027-02-02T14:00:00.000Z';

/** An undecided scan of 20 g for an address in Belgium; its due instant follows from policy and publication. */
export function mailItem(facts: Partial<MailItem> = {}): MailItem {
  const policy = facts.policy ?? fourteenDays;
  const published = facts.publishedAt ?? publishedAt;
  return {
    id: 'item-1',
    brand: 'demo',
    companyId: 'company-1',
    postboxId: 'postbox-1',
    siteId: 'site-1',
    policy,
    site: belgianSite,
    version: 1,
    primaryOption: 'scan',
    allowed: decisionKinds,
    publishedAt: published,
    dueAt: endOfDaysAfter(published, policy.decisionDays, policy.zone),
    undecidedSince: published,
    decision: null,
    freeUntil: null,
    lateGrace: null,
    nextPeriod: 1,
    chargedPeriods: 0,
    storageEndedAt: null,
    task: null,
    heldSince: null,
    weightGrams: 20,
    format: 'letter',
    destinationCountry: 'BE',
    quote: null,
    costCents: 0,
    remindedFor: [],
    toTell: [],
    closed: null,
    ...facts,
  };
}

export const forwardNow: DecisionRequest = { kind: 'forward-now', manner: 'standard' };
export const forwardOn = (on: string): DecisionRequest => ({
  kind: 'forward-on-date',
  on,
  manner: 'standard',
});
export const keepUntil = (until: string): DecisionRequest => ({ kind: 'keep', until });
export const pickUp: DecisionRequest = { kind: 'pick-up' };
export const destroy: DecisionRequest = { kind: 'destroy' };

/** The item with the decision taken at that instant. */
export function decided(asked: DecisionRequest, at: Instant, item: MailItem = mailItem()): MailItem {
  return takeDecision(item, asked, at).item;
}

/** The item with its task begun at that instant, its timers carried out on time until then. */
export function begun(item: MailItem, at: Instant): MailItem {
  return beginTask(livedUntil(item, at), at).item;
}

/** The item after its timers were carried out on time, up to and including that instant. */
export function livedUntil(item: MailItem, until: Instant): MailItem {
  const act = nextTimerAct(item);
  if (!act || act.at > until) return item;
  const done = carryOut(item, act, act.at);
  if (!done) throw new Error(`planned but not carried out: ${act.kind} at ${act.at}`);
  return livedUntil(done.item, until);
}
