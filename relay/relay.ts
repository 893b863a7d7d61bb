/** The relay: two polls without locks or cursor, each in batches; a second relay does the same harmless work. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import { markConfirmed, markWoken } from '../db/changes/mark-events.ts';
import type { EventToConfirm } from '../db/queries/events-to-confirm.ts';
import { eventsToConfirm } from '../db/queries/events-to-confirm.ts';
import type { EventToWake } from '../db/queries/events-to-wake.ts';
import { eventsToWake } from '../db/queries/events-to-wake.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Waker } from './wake.ts';

interface RelayLog {
  warn(facts: object, message: string): void;
}

interface RelayDeps {
  readonly knex: Knex;
  readonly waker: Waker;
  readonly confirm: (event: EventToConfirm) => Promise<void>;
  readonly clock: () => Instant;
  readonly log: RelayLog;
  readonly signal: AbortSignal;
}

const POLL_MS = 200;
const BATCH = 100;
/** Starts and updates under way at once. */
const AT_ONCE = 16;

/** Polls until the signal ends it. A failing event is logged and left for the next poll; it delays no other. */
export async function runRelay(deps: RelayDeps): Promise<void> {
  await Promise.all([poll(deps, 'wake', () => wakeAll(deps)), poll(deps, 'confirm', () => confirmAll(deps))]);
}

async function poll({ signal, log }: RelayDeps, name: string, work: () => Promise<void>): Promise<void> {
  let quietMs = POLL_MS;
  while (!signal.aborted) {
    try {
      await work();
      quietMs = POLL_MS;
    } catch (error) {
      log.warn({ err: error, poll: name }, 'the relay could not work and tries again');
      quietMs = Math.min(5_000, Math.max(POLL_MS, quietMs * 2));
    }
    await pause(quietMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Pages through all that waits, so that events that cannot be done now hide none behind them. */
async function wakeAll({ knex, waker, clock, log }: RelayDeps): Promise<void> {
  let after: string | undefined;
  do {
    const events: readonly EventToWake[] = await eventsToWake(knex, BATCH, after);
    const woken = await settled(events, (event) => waker.wake(event.life, event.lifeId), log);
    await markWoken(knex)(woken, clock());
    after = events.length === BATCH ? events.at(-1)?.id : undefined;
  } while (after !== undefined);
}

async function confirmAll({ knex, confirm, clock, log }: RelayDeps): Promise<void> {
  const now = clock();
  let after: EventToConfirm | undefined;
  do {
    const events: readonly EventToConfirm[] = await eventsToConfirm(knex, now, BATCH, after);
    const confirmed = await settled(events, confirm, log);
    await markConfirmed(knex)(confirmed, clock());
    after = events.length === BATCH ? events.at(-1) : undefined;
  } while (after !== undefined);
}

/** Ids of the events for which the work was done. */
async function settled<Event extends { readonly id: string }>(
  events: readonly Event[],
  work: (event: Event) => Promise<unknown>,
  log: RelayLog,
): Promise<string[]> {
  const done: string[] = [];
  const queue = [...events];
  const hand = async () => {
    for (let event = queue.shift(); event !== undefined; event = queue.shift()) {
      try {
        await work(event);
        done.push(event.id);
      } catch (error) {
        log.warn({ err: error, event: event.id }, 'an event waits for the next poll');
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
  return done;
}
