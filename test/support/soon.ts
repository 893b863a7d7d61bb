/**
 * Deadlines within a minute, without touching a clock: zones of a fixed offset, chosen so that their midnight, or
 * another time of their day, is the next full minute that leaves time enough.
 */
import type { Instant, LocalTime, Zone } from '../../domain/calendar.ts';
import { instantOf } from '../../domain/calendar.ts';

const minute = 60_000;
const minutesOfDay = 1_440;

export interface Soon {
  readonly at: Instant;
  readonly zone: Zone;
}

/** The first full minute at least so many seconds from now, and a zone in which it is that time of the day. */
export function soon(seconds: number, time: LocalTime = '00:00'): Soon {
  return zonedAt(Math.ceil((Date.now() + seconds * 1_000) / minute) * minute, time);
}

/** A zone in which that full minute is that time of the day. */
function zonedAt(epoch: number, time: LocalTime = '00:00'): Soon {
  const [hour = 0, minutes = 0] = time.split(':').map(Number);
  const utc = (epoch / minute) % minutesOfDay;
  const ahead = (hour * 60 + minutes - utc + minutesOfDay) % minutesOfDay;
  // offsets reach from -12:00 to +11:59
  const offset = ahead >= 720 ? ahead - minutesOfDay : ahead;
  const digits = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(offset);
  const zone = `${offset < 0 ? '-' : '+'}${digits(Math.floor(size / 60))}:${digits(size % 60)}`;
  return { at: instantOf(epoch), zone };
}
