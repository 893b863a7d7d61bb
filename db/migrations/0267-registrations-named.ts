/** Since when a form bears the names that it bears; empty: since it was begun. What was shown under other ones counts no more (SE-03). */
import { column } from './alter.ts';
import { AT } from './table.ts';

export const registrationsNamed = column('registrations', 'named_at', `${AT} NULL`);
