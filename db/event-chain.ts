/** What the hash of an event covers; writing and verifying share it (design.md, Changes). */
import { createHash } from 'node:crypto';
import type { Instant } from '../domain/calendar.ts';
import { canonicalText } from './canonical-text.ts';

/** The chain of events that belong to no company. */
export const OPERATOR_CHAIN = 'operator';

/** What the first event of a chain points back to. */
export const GENESIS = '0'.repeat(64);

/** Everything an event says, texts exactly as stored; the relay's marks are not part of it. */
export interface SealedEvent {
  readonly id: string;
  readonly chainId: string;
  readonly seq: number;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly companyId: string | null;
  readonly actorType: string;
  readonly actorId: string;
  readonly at: Instant;
  readonly body: string;
  readonly life: string | null;
  readonly lifeId: string | null;
  readonly command: string | null;
}

/** SHA-256 in hexadecimal of the previous hash and the canonical text of the event. */
export function chainHash(previousHash: string, event: SealedEvent): string {
  return createHash('sha256').update(previousHash).update(canonicalText(event)).digest('hex');
}
