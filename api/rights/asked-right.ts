import type { Application } from '../../domain/application.ts';
import { isScopedBy } from '../../domain/effective-rights.ts';
import type { Right } from '../../domain/right-set.ts';
import { Refused, refuseValue } from '../../domain/verdict.ts';

/**
 * `products:letter,invoice-addresses:100001`: one value in each dimension of the application. What the registry has
 * forgotten is asked about as it was written. Refuses `rights.scope-incomplete`.
 */
export function askedRight(
  application: Application | undefined,
  { action, values = '' }: { readonly action: string; readonly values?: string | undefined },
): Right {
  const parts = values === '' ? [] : values.split(',');
  const pairs = parts.map((part): [string, string] => {
    const at = part.indexOf(':');
    return [part.slice(0, Math.max(at, 0)), part.slice(at + 1)];
  });
  if (application !== undefined) {
    const named = pairs.map(([dimension]) => dimension);
    const dimensions = application.dimensions.map(({ key }) => key);
    if (!isScopedBy(application, named) || pairs.some(([, value]) => value === ''))
      throw new Refused(refuseValue('rights.scope-incomplete', { field: 'values', dimensions }));
  }
  return { action, values: Object.fromEntries(pairs) };
}
