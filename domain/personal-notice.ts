/** A word to one person about his access that no other life owes: his password was changed, a session ended. */
import type { Instant, Zone } from './calendar.ts';

export interface PersonalNotice {
  readonly id: string;
  readonly brand: string;
  readonly zone: Zone;
  /** Which mail it is. */
  readonly kind: string;
  readonly owedAt: Instant;
  readonly isTold: boolean;
}
