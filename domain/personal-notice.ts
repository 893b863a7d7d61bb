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

/** The key of its one mail. */
export function personalNoticeKey({ id, kind }: { readonly id: string; readonly kind: string }): string {
  return `personal-notice/${id}/${kind}`;
}
