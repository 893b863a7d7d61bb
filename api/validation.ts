import type { z } from 'zod';
import { HttpRefusal } from './refusal.ts';
import type { Accepted, FieldFault } from './refusal.ts';

type Part = FieldFault['in'];
type Issue = z.core.$ZodIssue;

/** Names that would reach into a prototype; refused wherever they stand. */
export const unsafeNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The typed value, or 422 `request.invalid` naming every field at fault and what would be accepted there. */
export function validated<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  part: Part,
): z.output<Schema> {
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  const faults = read.error.issues.flatMap((issue) => faultsOf(issue, input, part, []));
  throw new HttpRefusal(422, 'request.invalid', { faults: faults.slice(0, 50) });
}

/** The refusal of names that nobody declared. */
export function unknownFields(part: Part, paths: readonly (readonly PropertyKey[])[]): HttpRefusal {
  const faults = paths.map((path) => fault(part, path, 'field.unknown', {}));
  return new HttpRefusal(422, 'request.invalid', { faults });
}

/** The refusal of a value that is not of that format. */
export function wrongFormat(part: Part, path: readonly PropertyKey[], format: string): HttpRefusal {
  return new HttpRefusal(422, 'request.invalid', { faults: [fault(part, path, 'field.format', { format })] });
}

/** The query as an object of single values; a name given twice is refused, never guessed (ASVS 15.3.7). */
export function singleQuery(querystring: string): Record<string, string> {
  const pairs = [...new URLSearchParams(querystring)];
  const names = pairs.map(([name]) => name);
  const unsafe = names.filter((name) => unsafeNames.has(name));
  if (unsafe.length > 0) throw unknownFields('query', [[unsafe[0] ?? '']]);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  if (twice.length === 0) return Object.fromEntries(pairs);
  const faults = [...new Set(twice)].map((name) => fault('query', [name], 'field.given-twice', {}));
  throw new HttpRefusal(422, 'request.invalid', { faults });
}

function faultsOf(issue: Issue, input: unknown, part: Part, prefix: readonly PropertyKey[]): FieldFault[] {
  const path = [...prefix, ...issue.path];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => fault(part, [...path, key], 'field.unknown', {}));
    case 'invalid_type':
      return [fault(part, path, isMissing(input, path) ? 'field.missing' : 'field.type', typeOf(issue))];
    case 'invalid_value':
      return [fault(part, path, 'field.value', { enum: issue.values.map(String) })];
    case 'invalid_format':
      return [fault(part, path, 'field.format', { format: issue.format, ...patternOf(issue) })];
    case 'too_small':
      return [
        fault(part, path, 'field.too-small', { [boundOf(issue.origin, 'min')]: Number(issue.minimum) }),
      ];
    case 'too_big':
      return [fault(part, path, 'field.too-big', { [boundOf(issue.origin, 'max')]: Number(issue.maximum) })];
    case 'invalid_union':
      return unionFaults(issue, input, part, path);
    default:
      return [fault(part, path, 'field.value', customOf(issue))];
  }
}

/** A union by discriminator names its values; of a plain one the alternative that came nearest is told. */
function unionFaults(
  issue: z.core.$ZodIssueInvalidUnion,
  input: unknown,
  part: Part,
  path: readonly PropertyKey[],
): FieldFault[] {
  const { discriminator, options } = issue as { discriminator?: string; options?: readonly unknown[] };
  if (discriminator !== undefined) {
    const reason = isMissing(input, path) ? 'field.missing' : 'field.value';
    return [fault(part, path, reason, options === undefined ? {} : { enum: options.map(String) })];
  }
  const nearest = [...issue.errors].sort((one, other) => depthOf(other) - depthOf(one))[0] ?? [];
  if (nearest.length === 0) return [fault(part, path, 'field.value', {})];
  return nearest.flatMap((each) => faultsOf(each, input, part, path));
}

function depthOf(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

function fault(part: Part, path: readonly PropertyKey[], reason: string, accepted: Accepted): FieldFault {
  return { in: part, field: pointerOf(path), reason, accepted };
}

/** RFC 6901; at most 200 characters of what the caller wrote come back. */
function pointerOf(path: readonly PropertyKey[]): string {
  return path
    .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
    .slice(0, 200);
}

function isMissing(input: unknown, path: readonly PropertyKey[]): boolean {
  let value = input;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return true;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value === undefined;
}

function typeOf(issue: z.core.$ZodIssueInvalidType): Accepted {
  return { type: issue.expected === 'int' ? 'integer' : issue.expected };
}

function patternOf(issue: Issue): Accepted {
  const { pattern } = issue as { pattern?: string };
  return issue.code === 'invalid_format' && issue.format === 'regex' && pattern !== undefined
    ? { pattern }
    : {};
}

function boundOf(origin: string, end: 'min' | 'max'): string {
  if (origin === 'string') return `${end}Length`;
  if (origin === 'array' || origin === 'set') return `${end}Items`;
  return end === 'min' ? 'minimum' : 'maximum';
}

/** A `refine` says what it accepts in `params.accepted`. */
function customOf(issue: Issue): Accepted {
  const { params } = issue as { params?: { accepted?: Accepted } };
  return params?.accepted ?? {};
}
