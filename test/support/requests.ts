/** Requests as a change is asked by them. */
import { createHash, randomUUID } from 'node:crypto';
import type { ChangeRequest } from '../../db/changes/change.ts';
import type { Instant } from '../../domain/calendar.ts';

/** SHA-256 in hexadecimal. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Received at that instant; the same key is the same request, without one it is another each time. */
export const requestAt = (receivedAt: Instant, key: string = randomUUID()): ChangeRequest => ({
  id: hashOf(key),
  bodyHash: hashOf('body'),
  receivedAt,
});
