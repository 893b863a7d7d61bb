import type { Zone } from '../../domain/calendar.ts';
import type { MailItem } from '../../domain/mail-item.ts';
import type { PlannedAct } from '../../domain/plan.ts';
import { planFor, totalCents } from '../../domain/plan.ts';
import type { Trashing } from '../../domain/trashing.ts';
import { planForTrashing } from '../../domain/trashing.ts';
import { actText } from '../../texts/acts.ts';
import type { Language } from '../../texts/languages.ts';
import { onTheClock } from '../on-the-clock.ts';

/** Everything that will happen to the paper by itself, with what it comes to. */
export function presentPlan(item: MailItem, language: Language) {
  const plan = planFor(item);
  const toComeCents = totalCents(plan);
  return {
    acts: plan.map((act) => presentAct(act, item, language)),
    heldSince: item.heldSince,
    costSoFarCents: item.costCents,
    toComeCents,
    totalCents: toComeCents === null ? null : item.costCents + toComeCents,
  };
}

/** The act that comes next, or null. */
export function presentNextAct(item: MailItem, language: Language) {
  const [next] = planFor(item);
  return next === undefined ? null : presentAct(next, item, language);
}

/** The purge of a scan in the trash, or null while it is held or there is none. */
export function presentPurge(trashing: Trashing | null, language: Language) {
  const act = trashing === null ? null : planForTrashing(trashing);
  if (trashing === null || act === null) return null;
  return {
    kind: act.kind,
    text: actText(act.kind, language),
    by: 'timer' as const,
    ...onTheClock(act.at, trashing.terms.zone),
    costCents: 0,
    missing: null,
    rule: act.rule,
    policyVersion: trashing.terms.version,
    prevent: { operation: 'restoreTrashing' as const, until: act.preventableUntil },
  };
}

function presentAct(act: PlannedAct, item: MailItem, language: Language) {
  return {
    kind: act.kind,
    text: actText(act.kind, language),
    by: act.by,
    ...onTheClock(act.at, zoneOf(act, item)),
    costCents: act.costCents,
    missing: act.missing,
    rule: act.rule,
    policyVersion: item.policy.version,
    prevent: preventionOf(act, item),
  };
}

/** What the site does runs on the site's clock, deadlines and storage on the brand's (decided.md, Time). */
function zoneOf({ by, kind }: PlannedAct, item: MailItem): Zone {
  return by === 'site' || kind === 'release-forwarding' ? item.site.zone : item.policy.zone;
}

/** Once the site has begun nothing prevents its act; before that, without a promised instant, only the act ends it. */
function preventionOf(act: PlannedAct, item: MailItem) {
  const isBegun = act.by === 'site' && item.task?.state === 'begun';
  return isBegun ? null : { operation: 'decideMailItem' as const, until: act.preventableUntil };
}
