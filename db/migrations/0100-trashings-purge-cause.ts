/** What the instant of a purge follows from: the days of the policy, a hold that moved it, or a purge at once (PP-14). */
import { column } from './alter.ts';
import { word } from './table.ts';

export const trashingsPurgeCause = column('trashings', 'purge_cause', `${word(10)} NOT NULL DEFAULT 'days'`);
