/** What happens if nobody does anything, one sentence an act, the storage periods taken together. */
import { dayOf, daysBetween } from '../../domain/calendar.ts';
import { sumCents } from '../../domain/money.ts';
import type { ActKind } from '../acts.ts';
import type { Facts } from '../fill.ts';
import { say } from '../fill.ts';
import type { Language, Texts } from '../languages.ts';
import type { NoticeFacts, UpcomingAct } from './facts.ts';

/** Acts between us and the site, and further mails, are not what the customer asks about. */
const sentences: Readonly<Partial<Record<ActKind, Texts>>> = {
  ship: {
    nl: 'Het papier wordt verzonden vanaf {at:moment}. De prijs is {costCents:charge}.',
    fr: 'Le papier est expédié à partir du {at:moment}. Le prix est de {costCents:charge}.',
    de: 'Das Papier wird versandt ab {at:moment}. Der Preis ist {costCents:charge}.',
    en: 'The paper is sent from {at:moment} on. The price is {costCents:charge}.',
  },
  'hand-over': {
    nl: 'Het papier ligt klaar om afgehaald te worden vanaf {at:moment}. De prijs is {costCents:charge}.',
    fr: 'Le papier est prêt à être retiré à partir du {at:moment}. Le prix est de {costCents:charge}.',
    de: 'Das Papier liegt zur Abholung bereit ab {at:moment}. Der Preis ist {costCents:charge}.',
    en: 'The paper is ready to be picked up from {at:moment} on. The price is {costCents:charge}.',
  },
  'destroy-paper': {
    nl: 'Het papier wordt vernietigd vanaf {at:moment}. De prijs is {costCents:charge}.',
    fr: 'Le papier est détruit à partir du {at:moment}. Le prix est de {costCents:charge}.',
    de: 'Das Papier wird vernichtet ab {at:moment}. Der Preis ist {costCents:charge}.',
    en: 'The paper is destroyed from {at:moment} on. The price is {costCents:charge}.',
  },
  'end-keep': {
    nl: 'We bewaren het papier {at:until}. Daarna vragen we u opnieuw te kiezen.',
    fr: 'Nous conservons le papier {at:until}. Ensuite nous vous demandons de choisir à nouveau.',
    de: 'Wir bewahren das Papier {at:until} auf. Danach bitten wir Sie, neu zu wählen.',
    en: 'We keep the paper {at:until}. After that we ask you to choose again.',
  },
  'end-storage': {
    nl: 'De bewaring loopt {at:until}. Daarna wordt er niets meer aangerekend en kijkt een medewerker het poststuk na. Zonder uw opdracht wordt niets vernietigd.',
    fr: 'La conservation dure {at:until}. Ensuite plus rien n’est facturé et un collaborateur vérifie l’envoi. Rien n’est détruit sans votre ordre.',
    de: 'Die Aufbewahrung dauert {at:until}. Danach wird nichts mehr berechnet, und ein Mitarbeiter prüft die Sendung. Ohne Ihren Auftrag wird nichts vernichtet.',
    en: 'Storage runs {at:until}. After that nothing more is charged and a member of staff reviews the letter. Nothing is destroyed unless you ask for it.',
  },
};

const onePeriod: Texts = {
  nl: 'Vanaf {at:moment} wordt bewaring aangerekend: {costCents:money}.',
  fr: 'À partir du {at:moment}, la conservation est facturée : {costCents:money}.',
  de: 'Ab {at:moment} wird die Aufbewahrung berechnet: {costCents:money}.',
  en: 'From {at:moment} on, storage is charged: {costCents:money}.',
};

const everyWeek: Texts = {
  nl: 'Vanaf {at:moment} kost bewaring {costCents:money} per begonnen week, gedurende {count} weken, samen hoogstens {total:money}.',
  fr: 'À partir du {at:moment}, la conservation coûte {costCents:money} par semaine entamée, pendant {count} semaines, soit au plus {total:money}.',
  de: 'Ab {at:moment} kostet die Aufbewahrung {costCents:money} je angefangene Woche, {count} Wochen lang, zusammen höchstens {total:money}.',
  en: 'From {at:moment} on, storage costs {costCents:money} for each week begun, for {count} weeks, at most {total:money} in all.',
};

const everyPeriod: Texts = {
  nl: 'Vanaf {at:moment} kost bewaring {costCents:money} per begonnen periode van {days} dagen, {count} periodes lang, samen hoogstens {total:money}.',
  fr: 'À partir du {at:moment}, la conservation coûte {costCents:money} par période entamée de {days} jours, pendant {count} périodes, soit au plus {total:money}.',
  de: 'Ab {at:moment} kostet die Aufbewahrung {costCents:money} je angefangenen Zeitraum von {days} Tagen, {count} Zeiträume lang, zusammen höchstens {total:money}.',
  en: 'From {at:moment} on, storage costs {costCents:money} for each period of {days} days begun, for {count} periods, at most {total:money} in all.',
};

const priceUnknown: Texts = {
  nl: 'De prijs is nog niet bekend; we vragen eerst uw akkoord.',
  fr: 'Le prix n’est pas encore connu ; nous demandons d’abord votre accord.',
  de: 'Der Preis ist noch nicht bekannt; wir fragen zuerst nach Ihrer Zustimmung.',
  en: 'The price is not known yet; we ask for your consent first.',
};

/** The sentences, in the order of the plan. */
export function upcomingLines({ upcoming, zone }: NoticeFacts, language: Language): string[] {
  const charges = upcoming.filter(({ kind }) => kind === 'charge-storage');
  const lines = upcoming.map((act) => {
    if (act.kind !== 'charge-storage') return lineOf(act, zone, language);
    return act === charges[0] ? storageLine(act, charges, zone, language) : '';
  });
  return lines.filter((line) => line !== '');
}

function lineOf(act: UpcomingAct, zone: string, language: Language): string {
  const texts = sentences[act.kind];
  if (texts === undefined) return '';
  const line = say(texts, language, { ...act, zone });
  return act.costCents === null ? `${line} ${say(priceUnknown, language)}` : line;
}

function storageLine(
  first: UpcomingAct,
  charges: readonly UpcomingAct[],
  zone: string,
  language: Language,
): string {
  const second = charges[1];
  if (second === undefined) return say(onePeriod, language, { ...first, zone });
  const days = daysBetween(dayOf(first.at, zone), dayOf(second.at, zone));
  const total = sumCents(charges.map(({ costCents }) => costCents ?? 0));
  const facts: Facts = { ...first, zone, days, total, count: charges.length };
  return say(days === 7 ? everyWeek : everyPeriod, language, facts);
}
