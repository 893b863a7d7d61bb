import type { Caller } from '../caller.ts';
import { HttpRefusal } from '../refusal.ts';

/** A person and the session he calls with; a service token is nobody. */
export interface Self {
  readonly userId: string;
  readonly sessionId: string;
}

/** The person who calls; refuses `right.missing` for a service token. */
export function selfOf({ id, sessionId }: Caller): Self {
  if (sessionId === null) throw new HttpRefusal(403, 'right.missing', { details: { action: 'self' } });
  return { userId: id, sessionId };
}
