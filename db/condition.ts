/** A part of a statement as text, with the values of its places in their order. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number | Date)[];
}

/** All of them hold. */
export function allOf(conditions: readonly Condition[]): Condition {
  return { sql: conditions.map(({ sql }) => sql).join(' AND '), values: valuesOf(conditions) };
}

/** One of them holds, at least; none of nothing. */
export function anyOf(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return { sql: 'FALSE', values: [] };
  return { sql: `(${conditions.map(({ sql }) => sql).join(' OR ')})`, values: valuesOf(conditions) };
}

/** The column is one of these; false for none. */
export function isAmong(column: string, values: readonly string[]): Condition {
  if (values.length === 0) return { sql: 'FALSE', values };
  return { sql: `${column} IN (${values.map(() => '?').join(', ')})`, values };
}

function valuesOf(conditions: readonly Condition[]): Condition['values'] {
  return conditions.flatMap(({ values }) => values);
}
