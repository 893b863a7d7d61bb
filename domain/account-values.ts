import type { Application } from './application.ts';
import type { RightSet } from './right-set.ts';
import type { Verdict } from './verdict.ts';
import { firstRefusal, refuseValue, allow } from './verdict.ts';

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
