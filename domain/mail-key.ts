import type { LifeName } from './life-rows.ts';

/** A mail that a life owes. */
export interface OwedMail {
  readonly life: LifeName;
  readonly lifeId: string;
  readonly kind: string;
  /** What tells it from the next of its kind: a version, a period, whom it is about. Left out of what is owed once. */
  readonly which?: string | number;
}

/** What makes a mail one mail, however often it is tried. */
export function mailKey({ life, lifeId, kind, which }: OwedMail): string {
  return [life, lifeId, kind, ...(which === undefined ? [] : [which])].join('/');
}
