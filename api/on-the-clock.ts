import type { Instant, Zone } from '../domain/calendar.ts';
import { localTimeOf } from '../domain/calendar.ts';

/** An instant as a plan shows it: exact, and on the clock of the zone that rules it. */
export function onTheClock(at: Instant, zone: Zone) {
  return { at, localAt: localTimeOf(at, zone), zone };
}
