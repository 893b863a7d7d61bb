/** `archive`: a run of what an issuer sent long ago, by other ways (WF-36). */
import { word } from './table.ts';
import { column } from './alter.ts';

export const publicationRunsKind = column(
  'publication_runs',
  'kind',
  `${word(10)} NOT NULL DEFAULT 'current'`,
);
