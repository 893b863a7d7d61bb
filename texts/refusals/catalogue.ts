import type { Texts } from '../languages.ts';

/** What a refused caller reads: a title that is the same each time, and what to do better this time. */
export interface RefusalTexts {
  readonly title: Texts;
  readonly detail: Texts;
}

/** Texts by reason (`forwarding.date-in-past`), one file a subject. */
export type RefusalCatalogue = Readonly<Record<string, RefusalTexts>>;
