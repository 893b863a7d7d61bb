import type { Application, Dimension, Registry } from './application.ts';
import type { RightSet } from './right-set.ts';
import type { Verdict } from './verdict.ts';
import { firstRefusal, hidden, refuseState, refuseValue, allow } from './verdict.ts';

/** Something an account has to scope rights by; `kind` tells a master contract from others (CS-01). */
export interface AccountValue {
  readonly dimension: string;
  readonly value: string;
  readonly label: string;
  readonly kind: string | null;
}

/**
 * A boundary names what the account has, and of the kind that may be chosen. Refuses `rights.value-not-of-account`,
 * `rights.value-of-other-kind`.
 */
export function checkAccountValues(
  application: Application,
  rights: RightSet,
  known: readonly AccountValue[],
): Verdict {
  return firstRefusal(
    ...application.dimensions
      .filter(({ values }) => values === 'account')
      .flatMap((dimension) => {
        const own = known.filter((each) => each.dimension === dimension.key);
        const chosen = rights.flatMap(({ scope }) => scope[dimension.key] ?? []);
        return chosen.map((value) => {
          const field = `rights/scope/${dimension.key}`;
          const found = own.find((each) => each.value === value);
          if (found === undefined)
            return refuseValue('rights.value-not-of-account', {
              field,
              value,
              allowed: own.map((each) => each.value),
            });
          const { onlyKind } = dimension;
          return onlyKind === null || found.kind === onlyKind
            ? allow
            : refuseValue('rights.value-of-other-kind', { field, value, kind: onlyKind });
        });
      }),
  );
}

/**
 * What an account is to have in one dimension from now on: a dimension whose values belong to accounts, each value once and
 * written as one application at least wants it; what some live right names stays, and stays of its kind (CS-01). Refuses
 * `not-found`, `account.value-twice`, `rights.value-malformed`, `account.value-in-use`.
 */
export function checkScopeValues(
  registry: Registry,
  dimension: string,
  wanted: readonly Omit<AccountValue, 'dimension'>[],
  known: readonly Omit<AccountValue, 'dimension'>[],
  inUse: ReadonlySet<string>,
): Verdict {
  const dimensions = [...registry.values()]
    .flatMap(({ dimensions: all }) => all)
    .filter(({ key, values }) => key === dimension && values === 'account');
  if (dimensions.length === 0) return hidden;
  const touched = known
    .filter(({ value }) => inUse.has(value))
    .filter(({ value, kind }) => wanted.find((each) => each.value === value)?.kind !== kind);
  return firstRefusal(
    checkWritten(dimensions, wanted, 'values'),
    touched.length === 0
      ? allow
      : refuseState('account.value-in-use', { field: 'values', values: touched.map(({ value }) => value) }),
  );
}

/** Each once, and written as one of the dimensions wants it. Refuses `account.value-twice`, `rights.value-malformed`. */
export function checkWritten(
  dimensions: readonly Dimension[],
  wanted: readonly { readonly value: string }[],
  field: string,
): Verdict {
  const twice = wanted.find(({ value }, place) => wanted.findIndex((each) => each.value === value) < place);
  if (twice !== undefined) return refuseValue('account.value-twice', { field, value: twice.value });
  const malformed = wanted.findIndex(({ value }) => !dimensions.some((each) => isWrittenFor(each, value)));
  return malformed < 0
    ? allow
    : refuseValue('rights.value-malformed', {
        field: `${field}/${String(malformed)}/value`,
        value: wanted[malformed]?.value ?? '',
        example: dimensions.map(({ patternExample }) => patternExample).join(', '),
      });
}

export function isWrittenFor({ pattern }: Dimension, value: string): boolean {
  return pattern === null || new RegExp(pattern, 'u').test(value);
}
