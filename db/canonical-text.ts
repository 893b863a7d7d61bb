/**
 * One text for one value, so that it can be hashed: JSON with the keys of every object in code unit order, without
 * white space; members that are undefined are left out. Throws for what JSON would change in silence (NaN, a Date,
 * a Map, a bigint), because a hash must not depend on it.
 */
export function canonicalText(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalText(member)}`);
    return `{${members.join(',')}}`;
  }
  throw new Error(`not plain JSON data: ${Object.prototype.toString.call(value)}`);
}

/** Also true for objects of another realm: a test runner and a sandbox have an `Object` of their own. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
