/**
 * What somebody may really do: what he was granted, within every limit above him, as far as the registry still knows it
 * (quality.md, Delegated administration: own grants AND boundary). Asked by `can`, by lists, by the ceiling and by the
 * explanation alike.
 */
import type { Application, ApplicationAction } from './application.ts';
import type { RightSet } from './right-set.ts';
import { meet, widened } from './right-set.ts';

/**
 * `granted` within every one of `limits`: the boundary of the company that owns the account, and, for somebody who works
 * for a router, what his router received. What a right brings with it (EM-05) counts on both sides; a limit also lets
 * through what it covers.
 */
export function effectiveRights(
  application: Application,
  granted: RightSet,
  limits: readonly RightSet[],
): RightSet {
  const known = meetsRegistry(application, widened(granted, impliedBy(application)));
  return limits.reduce((left, limit) => meet(left, ceilingOf(application, limit)), known);
}

/** What the holder of these rights may give: them, what they bring, and what they cover (decided.md, Rights). */
export function ceilingOf(application: Application, rights: RightSet): RightSet {
  return widened(widened(rights, impliedBy(application)), coveredBy(application));
}

/** With everything that the rights bring with them. */
export function withImplied(application: Application, rights: RightSet): RightSet {
  return widened(rights, impliedBy(application));
}

/** What the file of the application no longer names, or no longer lets be set, is worth nothing. */
function meetsRegistry(application: Application, rights: RightSet): RightSet {
  const actions = new Set(application.actions.filter(({ settable }) => settable).map(({ key }) => key));
  const listed = new Map(
    application.dimensions
      .filter(({ values }) => values === 'listed')
      .map((dimension) => [dimension.key, new Set(dimension.listed.map(({ key }) => key))]),
  );
  return rights
    .filter(({ scope }) => isScopedBy(application, Object.keys(scope)))
    .map((block) => ({
      actions: block.actions.filter((action) => actions.has(action)),
      scope: Object.fromEntries(
        Object.entries(block.scope).map(([dimension, values]) => [
          dimension,
          values.filter((value) => listed.get(dimension)?.has(value) ?? true),
        ]),
      ),
    }));
}

/** Whether these are the dimensions of the application, all of them and no other. */
export function isScopedBy({ dimensions }: Application, named: readonly string[]): boolean {
  return dimensions.length === named.length && dimensions.every(({ key }) => named.includes(key));
}

const impliedBy = (application: Application) => closureOf(application, ({ implies }) => implies);
const coveredBy = (application: Application) =>
  closureOf(application, ({ implies, covers }) => [...implies, ...covers]);

/** An action with what follows from it, and from that. */
function closureOf(
  { actions }: Application,
  follows: (action: ApplicationAction) => readonly string[],
): (action: string) => readonly string[] {
  const byKey = new Map(actions.map((action) => [action.key, action]));
  return (action) => {
    const reached = new Set([action]);
    for (const each of reached) {
      const known = byKey.get(each);
      if (known !== undefined) for (const next of follows(known)) reached.add(next);
    }
    return [...reached];
  };
}
