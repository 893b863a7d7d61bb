import type { Removal } from '../../db/changes/own-places.ts';
import type { Actor } from '../../db/changes/append-event.ts';
import type { Instant } from '../../domain/calendar.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { selfOf } from '../me/self.ts';
import type { Call } from '../operation.ts';

type Change = (knex: Deps['knex']) => (removal: Removal, actor: Actor, at: Instant) => Promise<void>;

/** Takes away what lets somebody in from where he is: his other sessions end, the one he asks with goes on. */
export function takingAway(change: Change) {
  return (
    { caller, params, receivedAt }: Call<{ readonly id: string }, unknown, unknown>,
    { knex }: Deps,
  ): Promise<void> => {
    const { userId, sessionId } = selfOf(caller);
    const removal = { id: params.id, userId, keptSessionId: sessionId };
    return change(knex)(removal, eventActorOf(caller), receivedAt);
  };
}
