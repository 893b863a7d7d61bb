/** Which bytes a reader wants (RFC 9110, 14): one range of a file that never changes. */
import type { ByteRange } from '../../platform/object-store.ts';
import { HttpRefusal } from '../refusal.ts';

interface Asked {
  readonly range: string | undefined;
  /** `If-Range`: the tag of the file of which the reader has a part already. */
  readonly ifRange: string | undefined;
}

/**
 * The range asked for, or null for the whole file: also when it is asked for in another unit, in a form that is none,
 * as several ranges, or for another file than this. A range that begins behind the end is refused with 416.
 */
export function rangeAsked({ range, ifRange }: Asked, bytes: number, tag: string): ByteRange | null {
  if (range === undefined || (ifRange !== undefined && ifRange !== tag)) return null;
  const [, first = '', last = ''] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(range) ?? [];
  if (first === '' && last === '') return null;
  if (first === '') return within(Math.max(0, bytes - Number(last)), bytes, bytes);
  if (last !== '' && Number(last) < Number(first)) return null;
  return within(Number(first), last === '' ? bytes : Math.min(Number(last) + 1, bytes), bytes);
}

/** As `Content-Range` says it: both ends included. */
export function contentRange({ start, end }: ByteRange, bytes: number): string {
  return `bytes ${start}-${end - 1}/${bytes}`;
}

function within(start: number, end: number, bytes: number): ByteRange {
  if (start < end) return { start, end };
  throw new HttpRefusal(416, 'request.range-unsatisfiable', {
    details: { bytes },
    headers: { 'Content-Range': `bytes */${bytes}` },
  });
}
