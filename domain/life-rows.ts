/** The lives of the house, and the row from which each is started. */
import type { MailItem } from './mail-item.ts';
import type { Trashing } from './trashing.ts';

export interface MailItemToStart {
  readonly item: MailItem;
  /** What staff read in the Temporal UI; nothing personal. */
  readonly labels: { readonly siteReference: string; readonly postboxNumber: string };
}

/** A new life is a line here; the compiler then asks for its table, its start and its commands. */
export interface LifeRows {
  'mail-item': MailItemToStart;
  trashing: Trashing;
}

export type LifeName = keyof LifeRows;
