/**
 * Puts facts into a text. A placeholder names a fact and, after a colon, how it is written: `{latest:when}`,
 * `{priceCents:money}`, `{allowed:decision}`. A sentence that needs a fact nobody gave is left out, so that no
 * reader ever meets a brace or a key (UM-27).
 */
import type { Instant, Zone } from '../domain/calendar.ts';
import {
  eitherOf,
  exactTime,
  longDay,
  megabytes,
  moment,
  money,
  plainNumber,
  until,
  wait,
  weight,
} from './formats.ts';
import type { Language, Texts } from './languages.ts';
import { languages, sayFirst } from './languages.ts';
import { vocabularyNames, wordFor } from './words.ts';

/**
 * Facts by name, a dot leading into nested ones (`{decision.kind:decision}`); `zone` says on whose clock instants
 * are written (UTC without it).
 */
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
function fill(template: string, language: Language, facts: Facts): string {
  const sentences = template.split(/(?<=[.!?]) /).map((sentence) => fillSentence(sentence, language, facts));
  return sentences.filter((sentence) => sentence !== undefined).join(' ');
}

function fillSentence(sentence: string, language: Language, facts: Facts): string | undefined {
  const zone = typeof facts.zone === 'string' ? facts.zone : 'UTC';
  const missing: string[] = [];
  const filled = sentence.replace(placeholder, (_whole, name: string, format: string | undefined) => {
    const written = write(factAt(facts, name), format, language, zone) ?? '';
    if (written === '') missing.push(name);
    return written;
  });
  return missing.length === 0 ? filled : undefined;
}

function factAt(facts: Facts, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => {
    const isNested = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
    return isNested ? (value as Facts)[name] : undefined;
  }, facts);
}

type NumberFormat = (value: number, language: Language) => string | undefined;
type TextFormat = (value: string, language: Language, zone: Zone) => string | undefined;

const numberFormats: Readonly<Record<string, NumberFormat>> = {
  money,
  // nothing charged is nothing to say
  charge: (cents, language) => (cents === 0 ? undefined : money(cents, language)),
  weight,
  megabytes,
  wait,
};

const ofInstant =
  (format: (instant: Instant, zone: Zone, language: Language) => string): TextFormat =>
  (value, language, zone) =>
    isInstant.test(value) ? format(value, zone, language) : undefined;

const textFormats: Readonly<Record<string, TextFormat>> = {
  when: (value, language, zone) =>
    isDay.test(value) ? longDay(value, language) : ofInstant(exactTime)(value, language, zone),
  until: ofInstant(until),
  moment: ofInstant(moment),
  ...Object.fromEntries(
    vocabularyNames.map((name): [string, TextFormat] => [
      name,
      (key, language) => wordFor(name, key, language),
    ]),
  ),
};

/** Whether a placeholder may ask for this way of writing; a misspelt one would cost its sentence. */
export function isFormat(name: string): boolean {
  return Object.hasOwn(numberFormats, name) || Object.hasOwn(textFormats, name);
}

function write(
  value: unknown,
  format: string | undefined,
  language: Language,
  zone: Zone,
): string | undefined {
  if (Array.isArray(value)) {
    const words = value
      .map((each) => write(each, format, language, zone))
      .filter((word) => word !== undefined);
    return words.length > 0 ? eitherOf(words, language) : undefined;
  }
  if (isWorded(value)) return sayFirst(value, language);
  if (typeof value === 'number' && Number.isFinite(value)) {
    return format === undefined ? plainNumber(value, language) : numberFormats[format]?.(value, language);
  }
  if (typeof value !== 'string') return undefined;
  return format === undefined ? value : textFormats[format]?.(value, language, zone);
}

/** A fact that is a text of its own in every language, such as the name of an application. */
function isWorded(value: unknown): value is Texts {
  return typeof value === 'object' && value !== null && languages.every((each) => Object.hasOwn(value, each));
}
