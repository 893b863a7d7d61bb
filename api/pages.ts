import { z } from 'zod';
import { integerParameter } from './parameters.ts';
import { HttpRefusal } from './refusal.ts';

/** What every list takes: how many, and where the page before ended. Spread it into the query's schema. */
export const pageQuery = {
  limit: integerParameter({
    minimum: 1,
    maximum: 100,
    description: 'How many at most, 1 to 100; 25 unless given.',
  }).default(25),
  after: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,500}$/)
    .meta({
      description: 'The `next` of the page before; omit it for the first page.',
      example: 'WyIyMDI3LTAyLTAyIl0',
    })
    .optional(),
};

export interface Page<Row> {
  readonly items: readonly Row[];
  /** The cursor of the next page, null on the last. */
  readonly next: string | null;
}

/** The schema of a page of these items. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    items: z.array(item).meta({ description: 'The items of this page, in the order of the list.' }),
    next: z
      .string()
      .nullable()
      .meta({ description: 'Give it as `after` to see the next page; null on the last.', example: null }),
  });
}

/** Keyset values in the order of the sort key, as opaque text. It is a position, not a right: rows are filtered anyway. */
function cursorOf(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** What a value of a key is. `id`: an id or a word of ours, in ASCII as its column is: other letters cannot be compared with it. */
type KeyForm = 'string' | 'number' | 'id';

/** The keyset values of a cursor: as many texts, ids and numbers as the key has, else 422. */
export function keyOfCursor(
  cursor: string | undefined,
  form: readonly KeyForm[],
): (string | number)[] | null {
  if (cursor === undefined) return null;
  const key = parsed(cursor);
  const fits =
    Array.isArray(key) && key.length === form.length && form.every((each, at) => isOfForm(key[at], each));
  if (fits) return key as (string | number)[];
  throw cursorFault();
}

function isOfForm(value: unknown, form: KeyForm): boolean {
  return form === 'id' ? typeof value === 'string' && /^[!-~]+$/.test(value) : typeof value === form;
}

/** Where a list that is ordered by ids goes on; null at its beginning. */
export function idOfCursor(cursor: string | undefined): string | null {
  const [id] = keyOfCursor(cursor, ['id']) ?? [];
  return id === undefined ? null : String(id);
}

/** Where a list that is ordered by an instant and an id goes on; null at its beginning. */
export function dueOfCursor(cursor: string | undefined): readonly [at: string, id: string] | null {
  const [at, id] = keyOfCursor(cursor, ['string', 'id']) ?? [];
  if (typeof at !== 'string' || typeof id !== 'string') return null;
  if (Number.isNaN(Date.parse(at))) throw cursorFault();
  return [at, id];
}

/** The refusal of a cursor that no page of ours gave. */
export function cursorFault(): HttpRefusal {
  const fault = { in: 'query', field: '/after', reason: 'field.value', accepted: {} } as const;
  return new HttpRefusal(422, 'request.invalid', { faults: [fault] });
}

/**
 * Cuts a page from `limit + 1` rows: the one too many only tells that there is a next page, which starts after
 * the last row shown.
 */
export function cutPage<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number)[],
): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(keyOf(last)) : null };
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
