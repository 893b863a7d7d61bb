/** What a company is let hold from the beginning, as staff confirm it at the approval of a registration (decided.md, Registration). */
import type { AccountValue } from './account-values.ts';
import { checkWritten, isWrittenFor } from './account-values.ts';
import type { Application, Dimension, Registry } from './application.ts';
import { wholeApplication } from './holding.ts';
import type { RightSet } from './right-set.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseValue } from './verdict.ts';

type FirstValue = Omit<AccountValue, 'dimension'>;

export interface FirstBoundary {
  readonly applications: readonly string[];
  /** By dimension: what the account is to have to scope rights by. */
  readonly scopeValues: Readonly<Record<string, readonly FirstValue[]>>;
  /** Of applications with profiles: the one under which the administrator receives his rights. Older requests name none. */
  readonly profiles?: Readonly<Record<string, string>>;
}

/**
 * Applications that are granted, values that one of them takes, profiles that they have. Refuses
 * `rights.application-unknown`, `rights.scope-incomplete`, `account.value-twice`, `rights.value-malformed`,
 * `rights.value-of-other-kind`, `rights.profile-unknown`.
 */
export function checkFirstBoundary(registry: Registry, asked: FirstBoundary): Verdict {
  const granted = [...registry.values()].filter(({ heldBy }) => heldBy === 'grant');
  const allowed = granted.map(({ key }) => key);
  const unknown = asked.applications.find((key) => !allowed.includes(key));
  if (unknown !== undefined)
    return refuseValue('rights.application-unknown', { field: 'applications', value: unknown, allowed });
  const applications = granted.filter(({ key }) => asked.applications.includes(key));
  return firstRefusal(
    ...Object.entries(asked.scopeValues).map(([key, values]) => checkValues(applications, key, values)),
    ...Object.entries(asked.profiles ?? {}).map(([key, profile]) => checkProfile(applications, key, profile)),
  );
}

/** All that anybody may hold in the application: of the values those that it takes. */
export function firstRights(application: Application, { scopeValues }: FirstBoundary): RightSet {
  const taken = ofAccount([application]).map((dimension): [string, readonly string[]] => [
    dimension.key,
    (scopeValues[dimension.key] ?? []).filter((value) => takes(dimension, value)).map(({ value }) => value),
  ]);
  return wholeApplication(application, Object.fromEntries(taken));
}

function checkValues(
  applications: readonly Application[],
  key: string,
  values: readonly FirstValue[],
): Verdict {
  const field = `scopeValues/${key}`;
  const all = ofAccount(applications);
  const dimensions = all.filter((dimension) => dimension.key === key);
  if (dimensions.length === 0)
    return refuseValue('rights.scope-incomplete', {
      field,
      dimensions: [...new Set(all.map((dimension) => dimension.key))],
    });
  return firstRefusal(
    checkWritten(dimensions, values, field),
    ...values.map((value, place) =>
      dimensions.some((dimension) => takes(dimension, value))
        ? allow
        : refuseValue('rights.value-of-other-kind', {
            field: `${field}/${String(place)}/kind`,
            value: value.value,
            kind: dimensions.find((dimension) => isWrittenFor(dimension, value.value))?.onlyKind ?? '',
          }),
    ),
  );
}

function checkProfile(applications: readonly Application[], key: string, profile: string): Verdict {
  const allowed = applications.find((each) => each.key === key)?.profiles.map((each) => each.key) ?? [];
  return allowed.includes(profile)
    ? allow
    : refuseValue('rights.profile-unknown', { field: `profiles/${key}`, allowed });
}

function ofAccount(applications: readonly Application[]): readonly Dimension[] {
  return applications
    .flatMap(({ dimensions }) => dimensions)
    .filter((dimension) => dimension.values === 'account');
}

function takes(dimension: Dimension, { value, kind }: FirstValue): boolean {
  return isWrittenFor(dimension, value) && [null, kind].includes(dimension.onlyKind);
}
