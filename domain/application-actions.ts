/** Whether the actions of an application agree with each other: what one says of another must not be taken back there. */
import type { Application, ApplicationAction } from './application.ts';
import type { Note } from './data-shape.ts';

/** Notes every contradiction among the actions. */
export function actionFaults(
  actions: readonly ApplicationAction[],
  heldBy: Application['heldBy'],
  note: Note,
): void {
  const byKey = new Map(actions.map((action) => [action.key, action]));
  actions.forEach((action, index) => {
    const path = `actions[${index}]`;
    noteCircle(action, byKey, path, note);
    noteRouterFaults(action, path, note);
    if (heldBy === 'profile' && !action.isAdministration)
      note(
        `${path}.isAdministration`,
        'is not true',
        'true, for what comes with the profile is administration',
      );
    const implied = impliedBy(action, byKey);
    for (const other of implied) noteImplied(action, other, path, note);
    for (const [at, key] of action.excludes.entries())
      if (implied.some((other) => other.key === key))
        note(
          `${path}.excludes[${at}]`,
          `"${key}" is implied`,
          'an action that this one does not bring along',
        );
  });
}

/** Who holds an action sees what the actions it brings along show: it must say so itself. */
function noteImplied(action: ApplicationAction, other: ApplicationAction, path: string, note: Note): void {
  const why = `for it implies "${other.key}"`;
  if (!other.settable)
    note(`${path}.implies`, `"${other.key}" can never be set`, 'an action that can be granted');
  if (other.showsPrices && !action.showsPrices) note(`${path}.showsPrices`, 'is not true', `true, ${why}`);
  if (other.objects === 'all' && action.objects !== 'all')
    note(`${path}.objects`, `is ${action.objects ?? 'null'}`, `all, ${why}`);
  if (other.objects === 'own' && action.objects === null)
    note(`${path}.objects`, 'is null', `own or all, ${why}`);
  if (other.isAdministration && !action.isAdministration)
    note(`${path}.isAdministration`, 'is not true', `true, ${why}`);
  if (other.onlyRouters && !action.onlyRouters) note(`${path}.onlyRouters`, 'is not true', `true, ${why}`);
}

/** Administration is never granted to a router (decided.md, Routers). */
function noteRouterFaults(action: ApplicationAction, path: string, note: Note): void {
  if (!action.isAdministration) return;
  if (action.onlyRouters)
    note(`${path}.onlyRouters`, 'is true', 'false, for administration is never granted to a router');
  if (action.routerTypes !== null)
    note(`${path}.routerTypes`, 'is not null', 'null, for administration is never granted to a router');
}

function noteCircle(action: ApplicationAction, byKey: ByKey, path: string, note: Note): void {
  const way = wayBack(action, byKey);
  if (way === null) return;
  note(`${path}.implies`, `goes round in a circle: ${way.join(' → ')}`, 'a chain that ends');
}

type ByKey = ReadonlyMap<string, ApplicationAction>;

/** The shortest way from an action over what it implies back to itself; naming oneself is a fault of its own. */
function wayBack(action: ApplicationAction, byKey: ByKey): readonly string[] | null {
  const ways = [[action.key]];
  const seen = new Set<string>();
  for (const way of ways) {
    const last = way.at(-1) ?? '';
    for (const next of byKey.get(last)?.implies ?? []) {
      if (next === last) continue;
      if (next === action.key) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return null;
}

/** Every action that comes along, directly or by way of another; without itself. */
function impliedBy(action: ApplicationAction, byKey: ByKey): readonly ApplicationAction[] {
  const found = new Set<ApplicationAction>();
  const waiting = [action];
  for (const each of waiting) {
    for (const key of each.implies) {
      const other = byKey.get(key);
      if (other === undefined || other.key === action.key || found.has(other)) continue;
      found.add(other);
      waiting.push(other);
    }
  }
  return [...found];
}
