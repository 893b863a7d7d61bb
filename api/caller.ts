import type { Instant } from '../domain/calendar.ts';
import type { Actor } from '../domain/rights.ts';
import type { FactorNeed } from '../domain/second-factor.ts';
import type { Language } from '../texts/languages.ts';

export type CallerKind = 'user' | 'site' | 'operator' | 'issuer';

/** Who is calling: the actor that rights are asked about, and how he proved who he is. */
export interface Caller {
  readonly kind: CallerKind | 'anonymous';
  /** User, service token or staff id; `anonymous` for nobody. */
  readonly id: string;
  readonly actor: Actor;
  readonly via: 'cookie' | 'bearer' | 'none';
  /** The session, when there is one: service tokens have none. */
  readonly sessionId: string | null;
  /** When the session's holder last proved himself; null for whoever has no session. */
  readonly provenAt: Instant | null;
  readonly language: Language | null;
  /** He must have a second factor and has none: he may set one up, or choose a longer password (checks 21, 33). */
  readonly needs: FactorNeed;
}

export const nobody: Caller = {
  kind: 'anonymous',
  id: 'anonymous',
  actor: { kind: 'anonymous' },
  via: 'none',
  sessionId: null,
  provenAt: null,
  language: null,
  needs: null,
};

/** The same as the event log names him. */
export function eventActorOf({ kind, id, sessionId }: Caller): {
  type: 'user' | 'site' | 'staff' | 'issuer';
  id: string;
} {
  if (kind === 'user' || kind === 'issuer') return { type: kind, id };
  // A site calls by its token; staff of a site or of the operator by a session of their own.
  return { type: kind === 'site' && sessionId === null ? 'site' : 'staff', id };
}
