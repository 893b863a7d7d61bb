/**
 * Reads what came as data, field by field, noting each fault with its path and what would be accepted there. A faulty
 * field reads as something harmless, so that the rest is read too and every fault is named at once.
 */
import type { Texts } from './application.ts';

/** One fault: where, what is wrong, what would be accepted. */
export type Note = (path: string, problem: string, accepted: string) => void;

/** A place in the data; `undefined` is what is not there. */
export interface Place {
  readonly value: unknown;
  readonly path: string;
  /** Whether something must be there. */
  readonly isRequired: boolean;
  readonly note: Note;
}

export interface Fields {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
}

/** The places of the fields of an object; a field that it does not have is a fault. */
export function fieldsOf(place: Place, { required, optional = [] }: Fields): (name: string) => Place {
  const { value, path, note } = place;
  const known = [...required, ...optional];
  const object = asObject(value);
  if (object === null) noteKind(place, `an object of ${known.join(', ')}`);
  for (const name of Object.keys(object ?? {}))
    if (!known.includes(name)) note(below(path, name), 'is no field of this', `one of ${known.join(', ')}`);
  return (name) => ({
    value: valueIn(object, name),
    path: below(path, name),
    isRequired: object !== null && required.includes(name),
    note,
  });
}

export function listOf(place: Place): readonly Place[] {
  const { value, path, note } = place;
  if (!Array.isArray(value)) noteKind(place, 'a list');
  return itemsOf(value).map((each, index) => ({
    value: each,
    path: `${path}[${index}]`,
    isRequired: true,
    note,
  }));
}

/** A text with something in it, in one line. */
export function textOf(place: Place, most: number): string {
  const { value, path, note } = place;
  const accepted = `a text of 1 to ${most} characters, in one line`;
  if (typeof value !== 'string') {
    noteKind(place, accepted);
    return '';
  }
  if (value.trim() === '') note(path, 'is empty', accepted);
  else if (value.length > most) note(path, `has ${value.length} characters`, accepted);
  else if (!/^\P{Cc}*$/u.test(value)) note(path, 'has control characters', accepted);
  return value;
}

/** A key in kebab-case, of at most 60 characters. */
export function keyOf(place: Place): string {
  const { value } = place;
  const accepted = 'a key of at most 60 small letters, digits and hyphens';
  if (typeof value !== 'string') {
    noteKind(place, accepted);
    return '';
  }
  if (value.length > 60 || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value)) noteValue(place, accepted);
  return value;
}

/** A text in each of the four languages. */
export function textsOf(place: Place, most: number): Texts {
  const field = fieldsOf(place, { required: ['nl', 'fr', 'de', 'en'] });
  const text = (language: string) => textOf(field(language), most);
  return { nl: text('nl'), fr: text('fr'), de: text('de'), en: text('en') };
}

/** A whole number from 1. */
export function countOf(place: Place): number {
  const { value } = place;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1) return value;
  noteValue(place, 'a whole number from 1');
  return 1;
}

export function flagOf(place: Place, unlessSaid: boolean): boolean {
  if (typeof place.value === 'boolean') return place.value;
  noteKind(place, 'true or false');
  return unlessSaid;
}

/** One of the choices; the first one stands for a faulty value. */
export function choiceOf<const Choice extends string | null>(
  place: Place,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const found = choices.find((choice) => choice === place.value);
  if (found !== undefined) return found;
  noteValue(place, `one of ${choices.map((choice) => choice ?? 'null').join(', ')}`);
  return choices[0];
}

/** Null, or what the reader makes of it. */
export function orNull<Value>(place: Place, read: (place: Place) => Value): Value | null {
  return place.value === undefined || place.value === null ? null : read(place);
}

/** Two entries of a list may not have one key. */
export function noteTwins({ value, path, note }: Place): void {
  const keys = itemsOf(value).map((each) => valueIn(each, 'key'));
  keys.forEach((key, index) => {
    const first = keys.indexOf(key);
    if (typeof key === 'string' && first < index)
      note(`${path}[${index}].key`, `is "${key}" like ${path}[${first}].key`, 'a key of its own');
  });
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null;
}

/** The value of a field of its own; `undefined` when there is none. */
export function valueIn(object: unknown, name: string): unknown {
  const fields = asObject(object);
  return fields !== null && Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** It is of another kind than was expected, or not there. */
function noteKind({ value, path, isRequired, note }: Place, accepted: string): void {
  if (value !== undefined) note(path, `is ${kindOf(value)}`, accepted);
  else if (isRequired) note(path, 'is missing', accepted);
}

/** It says something else than was expected, or nothing. */
function noteValue({ value, path, isRequired, note }: Place, accepted: string): void {
  if (value !== undefined) note(path, `is ${JSON.stringify(value)}`, accepted);
  else if (isRequired) note(path, 'is missing', accepted);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function below(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
