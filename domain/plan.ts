/**
 * The plan of a mail item: every act still to come if nobody does anything more. The life takes its timers from
 * it and `GET /v1/mail-items/{id}/plan` shows it, so that what is announced is what happens.
 */
import type { Instant } from './calendar.ts';
import { endOfDay, laterOf, startOfDay } from './calendar.ts';
import type { MailItem } from './mail-item.ts';
import type { Cents } from './money.ts';
import { priceFor } from './price.ts';
import { remindersToCome } from './reminder.ts';
import { chargeDueAt, chargesToCome, storageEndsAt } from './storage.ts';

export const timerActKinds = [
  'end-keep',
  'charge-storage',
  'release-forwarding',
  'remind',
  'end-storage',
] as const;
export type TimerActKind = (typeof timerActKinds)[number];
export const siteActKinds = ['ship', 'hand-over', 'destroy-paper'] as const;
export type SiteActKind = (typeof siteActKinds)[number];
export type ActKind = TimerActKind | SiteActKind;

export interface PlannedAct {
  readonly kind: ActKind;
  /** When it is carried out; for the site, the instant from which it may begin. */
  readonly at: Instant;
  readonly by: 'timer' | 'site';
  /** What it will cost, without VAT; null while the price is unknown. */
  readonly costCents: Cents | null;
  /** Why the price is unknown. */
  readonly missing: 'needs-quote' | 'needs-address' | null;
  /** The requirement or rule behind it. */
  readonly rule: string;
  /** The last instant at which `decide` still prevents it; null when nothing does, or no instant is promised. */
  readonly preventableUntil: Instant | null;
  /** Storage period or day the act is about: what makes it happen once. */
  readonly subject: string;
}

/** Acts of one instant come in this order: what ends first, then what is charged, then what is asked. */
const order: readonly ActKind[] = [...timerActKinds, ...siteActKinds];

/** Every act to come, in the order in which it will happen. */
export function planFor(item: MailItem): readonly PlannedAct[] {
  const known = plans.get(item);
  if (known !== undefined) return known;
  const plan = item.closed || item.heldSince ? [] : actsOf(item);
  plans.set(item, plan);
  return plan;
}

/** An item that changes becomes another object, so each has one plan, however often it is asked for. */
const plans = new WeakMap<MailItem, readonly PlannedAct[]>();

function actsOf(item: MailItem): readonly PlannedAct[] {
  const acts = [
    ...endOfKeep(item),
    ...charges(item),
    ...releases(item),
    ...reminders(item),
    ...endOfStorage(item),
    ...siteActs(item),
  ];
  return acts.sort((a, b) => a.at.localeCompare(b.at) || order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** The next act that the life itself carries out, or null while it only waits for people. */
export function nextTimerAct(item: MailItem): PlannedAct | null {
  return planFor(item).find((act) => act.by === 'timer') ?? null;
}

/** The next act that changes where the item stands: what staff look for. A reminder changes nothing. */
export function nextConsequence(item: MailItem): PlannedAct | null {
  return planFor(item).find((act) => act.by === 'timer' && act.kind !== 'remind') ?? null;
}

/** What the rest of the plan costs; null as soon as one price is unknown. */
export function totalCents(plan: readonly PlannedAct[]): Cents | null {
  return plan.reduce<Cents | null>(
    (sum, act) => (sum === null || act.costCents === null ? null : sum + act.costCents),
    0,
  );
}

type ActParts = Pick<PlannedAct, 'kind' | 'at' | 'rule' | 'subject'> & Partial<PlannedAct>;

function act(parts: ActParts): PlannedAct {
  return { by: 'timer', costCents: 0, missing: null, preventableUntil: null, ...parts };
}

function charges(item: MailItem): PlannedAct[] {
  return chargesToCome(item).map((charge) => {
    const at = chargeDueAt(item, charge);
    return act({
      kind: 'charge-storage',
      at,
      costCents: charge.cents,
      rule: 'PP-09',
      preventableUntil: at,
      subject: String(charge.period),
    });
  });
}

function endOfKeep(item: MailItem): PlannedAct[] {
  const asked = item.decision?.asked;
  if (asked?.kind !== 'keep') return [];
  const at = endOfDay(asked.until, item.policy.zone);
  return [act({ kind: 'end-keep', at, rule: 'PP-08', preventableUntil: at, subject: asked.until })];
}

function releases(item: MailItem): PlannedAct[] {
  const { decision, task } = item;
  if (task?.kind !== 'ship' || task.state === 'begun') return [];
  if (!decision?.changeableUntil || decision.releasedAt) return [];
  const at = decision.changeableUntil;
  return [act({ kind: 'release-forwarding', at, rule: 'PP-10', preventableUntil: at, subject: task.dueOn })];
}

function reminders(item: MailItem): PlannedAct[] {
  return remindersToCome(item).map((at) =>
    act({ kind: 'remind', at, rule: 'PP-09', preventableUntil: at, subject: at }),
  );
}

/** Nobody took the paper: after the last charge and all free time staff look at it, again after each vain pick-up. */
function endOfStorage(item: MailItem): PlannedAct[] {
  const kind = item.decision?.asked.kind;
  const waits = kind === 'pick-up' || (!item.storageEndedAt && (kind === undefined || kind === 'keep'));
  if (!waits || item.task?.state === 'begun') return [];
  const lastCharge = chargesToCome(item).at(-1);
  const at = [item.freeUntil, item.decision?.collectBy, lastCharge && chargeDueAt(item, lastCharge)]
    .filter((instant) => instant != null)
    .reduce(laterOf, storageEndsAt(item));
  return [act({ kind: 'end-storage', at, rule: 'PP-09', preventableUntil: at, subject: 'storage' })];
}

const siteActOf = { ship: 'ship', 'hand-over': 'hand-over', destroy: 'destroy-paper' } as const;

function siteActs(item: MailItem): PlannedAct[] {
  const { decision, task } = item;
  if (!decision || !task || task.kind === 'review') return [];
  const price = priceFor(item, decision.asked);
  const at = decision.changeableUntil ?? laterOf(decision.receivedAt, startOfDay(task.dueOn, item.site.zone));
  return [
    act({
      kind: siteActOf[task.kind],
      at,
      by: 'site',
      costCents: typeof price === 'number' ? price : null,
      missing: typeof price === 'number' ? null : price,
      rule: task.kind === 'ship' ? 'PP-10' : 'PP-08',
      preventableUntil: task.state === 'begun' ? null : decision.changeableUntil,
      subject: task.dueOn,
    }),
  ];
}
