/** The history of an item in words: one line an event, by the event's kind. */
import type { Facts } from './fill.ts';
import { say } from './fill.ts';
import { documentHistory } from './history/document.ts';
import { mailItemHistory } from './history/mail-item.ts';
import { postboxHistory } from './history/postbox.ts';
import { siteHistory } from './history/site.ts';
import type { Language, Texts } from './languages.ts';

export const historyLines: Readonly<Record<string, Texts>> = {
  ...mailItemHistory,
  ...siteHistory,
  ...documentHistory,
  ...postboxHistory,
};

/** Said of an event nobody wrote a line for (UM-27). */
const unnamed: Texts = {
  nl: 'Er is iets gewijzigd.',
  fr: 'Quelque chose a changé.',
  de: 'Etwas hat sich geändert.',
  en: 'Something changed.',
};

/**
 * What happened, in the asked language, from the event's kind (`mail-item.decided`) and its facts. Instants among
 * them are written in `facts.zone`. A fact that is not there costs its sentence; no key is ever shown.
 */
export function historyLine(eventKind: string, language: Language, facts: Facts = {}): string {
  const texts = Object.hasOwn(historyLines, eventKind) ? historyLines[eventKind] : undefined;
  const line = texts === undefined ? '' : say(texts, language, facts);
  return line === '' ? say(unnamed, language) : line;
}
