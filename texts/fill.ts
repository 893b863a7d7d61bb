/**
 * Puts facts into a text. A placeholder names a fact and, after a colon, how it is written: `{latest:when}`,
 * `{priceCents:money}`, `{allowed:decision}`. A sentence that needs a fact nobody gave is left out, so that no
 * reader ever meets a brace or a key (UM-27).
 */
import type { Zone } from '../domain/calendar.ts';
import {
  eitherOf,
  exactTime,
  longDay,
  megabytes,
  moment,
  money,
  plainNumber,
  until,
  weight,
} from './formats.ts';
import type { Language, Texts } from './languages.ts';
import { sayFirst } from './languages.ts';
import { isVocabulary, wordFor } from './words.ts';

/** Facts by name, a dot leading into nested ones (`{decision.kind:decision}`); `zone` says on whose clock instants are written (UTC without it). */
export type Facts = Readonly<Record<string, unknown>>;

const placeholder = /\{([A-Za-z.]+)(?::([a-z]+))?\}/g;
const isDay = /^\d{4}-\d{2}-\d{2}$/;
const isInstant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** Every placeholder of a text, sorted, with its format: what the translations must agree on. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].map(([whole]) => whole))].sort();
}

/** The text in the asked language with the facts in it; empty when every sentence lacks one. */
export function say(texts: Partial<Texts>, language: Language, facts: Facts = {}): string {
  return fill(sayFirst(texts, language), language, facts);
}

/** One template with the facts in it, sentence by sentence. */
export function fill(template: string, language: Language, facts: Facts): string {
  const sentences = template.split(/(?<=[.!?]) /).map((sentence) => fillSentence(sentence, language, facts));
  return sentences.filter((sentence) => sentence !== undefined).join(' ');
}

function fillSentence(sentence: string, language: Language, facts: Facts): string | undefined {
  let isComplete = true;
  const filled = sentence.replace(placeholder, (_whole, name: string, format: string | undefined) => {
    const written = write(factAt(facts, name), format, language, facts);
    if (written === undefined || written === '') isComplete = false;
    return written ?? '';
  });
  return isComplete ? filled : undefined;
}

function factAt(facts: Facts, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => {
    const isNested = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
    return isNested ? (value as Facts)[name] : undefined;
  }, facts);
}

function write(
  value: unknown,
  format: string | undefined,
  language: Language,
  facts: Facts,
): string | undefined {
  if (Array.isArray(value)) {
    const words = value
      .map((each) => write(each, format, language, facts))
      .filter((word) => word !== undefined);
    return words.length > 0 ? eitherOf(words, language) : undefined;
  }
  if (typeof value === 'number' && Number.isFinite(value)) return writeNumber(value, format, language);
  return typeof value === 'string' ? writeText(value, format, language, zoneOf(facts)) : undefined;
}

function zoneOf(facts: Facts): Zone {
  return typeof facts.zone === 'string' ? facts.zone : 'UTC';
}

function writeNumber(value: number, format: string | undefined, language: Language): string | undefined {
  switch (format) {
    case 'money':
      return money(value, language);
    case 'charge': // nothing charged is nothing to say
      return value === 0 ? undefined : money(value, language);
    case 'weight':
      return weight(value, language);
    case 'megabytes':
      return megabytes(value, language);
    case undefined:
      return plainNumber(value, language);
    default:
      return undefined;
  }
}

function writeText(
  value: string,
  format: string | undefined,
  language: Language,
  zone: Zone,
): string | undefined {
  if (format === undefined) return value;
  if (isVocabulary(format)) return wordFor(format, value, language);
  if (format === 'when' && isDay.test(value)) return longDay(value, language);
  if (format === 'when' && isInstant.test(value)) return exactTime(value, zone, language);
  if (format === 'moment' && isInstant.test(value)) return moment(value, zone, language);
  if (format === 'until' && isInstant.test(value)) return until(value, zone, language);
  return undefined;
}
