/** What a life does next by itself, as the plan of its row says it: the same for each of them, whatever its rules. */
import type { Instant } from './calendar.ts';

export interface NextAct<Kind extends string = string> {
  readonly kind: Kind;
  readonly at: Instant;
}

/** Whether this very act is planned and due: asked again under lock by the change that carries it out. */
export function isActDue<Kind extends string>(
  planned: NextAct<Kind> | null,
  kind: Kind,
  at: Instant,
): boolean {
  return planned?.kind === kind && planned.at <= at;
}
