import type { MailItemFacts, MailItemListed, MailItemView } from '../../db/queries/mail-item-views.ts';
import type { MailItem } from '../../domain/mail-item.ts';
import { stageFor } from '../../domain/mail-item.ts';
import { standingQuote } from '../../domain/price.ts';
import {
  chargeDueAt,
  chargesToCome,
  decisionDueAt,
  lastStorageDay,
  storageEndsAt,
} from '../../domain/storage.ts';
import type { Language } from '../../texts/languages.ts';
import { stageText } from '../../texts/stages.ts';
import { presentDecision, presentOffers } from './present-decision.ts';
import { presentNextAct, presentPlan } from './present-plan.ts';

/** The answer to a command: computed from the state alone. */
export function presentStatus(item: MailItem, language: Language) {
  return { ...statusOf(item, language), plan: presentPlan(item, language) };
}

/** The whole letter. */
export function presentMailItem(item: MailItem, view: MailItemView, language: Language) {
  return {
    ...statusOf(item, language),
    ...factsOf(view),
    format: item.format,
    weightGrams: item.weightGrams,
    publishedAt: item.publishedAt,
    zone: item.policy.zone,
    siteZone: item.site.zone,
    primaryOption: item.primaryOption,
    decisions: presentOffers(item, language),
    quote: presentQuote(item),
    storage: presentStorage(item),
    heldSince: item.heldSince,
    nextAct: presentNextAct(item, language),
    scan: { ...view.scan, trashing: presentTrashing(view) },
    closed: item.closed,
  };
}

/** A line of the inbox. */
export function presentListed(listed: MailItemListed, language: Language) {
  const { stage, dueAt, costCents, id, version, format, weightGrams, publishedAt, scan } = listed;
  const words = { stage, stageText: stageText(stage, language) };
  return {
    id,
    version,
    ...words,
    dueAt,
    costCents,
    ...factsOf(listed),
    format,
    weightGrams,
    publishedAt,
    scan,
  };
}

function statusOf(item: MailItem, language: Language) {
  const stage = stageFor(item);
  return {
    id: item.id,
    version: item.version,
    stage,
    stageText: stageText(stage, language),
    decision: presentDecision(item, language),
    dueAt: decisionDueAt(item),
    changeableUntil: item.decision?.changeableUntil ?? null,
    costCents: item.costCents,
  };
}

function factsOf({ postboxId, postboxNumber, siteReference, senderLine, ...rest }: MailItemFacts) {
  const { addressee, receivedAt, unread } = rest;
  return { postboxId, postboxNumber, siteReference, senderLine, addressee, receivedAt, unread };
}

function presentQuote(item: MailItem) {
  const quote = standingQuote(item);
  return quote && { cents: quote.cents, isAccepted: quote.isAccepted };
}

function presentStorage(item: MailItem) {
  const { periodDays, periodCents } = item.policy.storage;
  const [next] = chargesToCome(item);
  const isRunning = item.closed === null && next !== undefined;
  return {
    periodDays,
    periodCents,
    chargedPeriods: item.chargedPeriods,
    nextChargeAt: isRunning ? chargeDueAt(item, next) : null,
    endsAt: storageEndsAt(item),
    lastDay: lastStorageDay(item),
    freeUntil: item.freeUntil,
    graceUntil: item.lateGrace?.until ?? null,
  };
}

function presentTrashing({ trashing }: MailItemView) {
  if (trashing === null) return null;
  return { id: trashing.id, purgeAt: trashing.purgeAt, isOnHold: trashing.heldSince !== null };
}
