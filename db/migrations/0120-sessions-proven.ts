/** When the holder of a session last proved himself: asked again before what a thief of a session would want (check 47). */
import { column } from './alter.ts';
import { AT } from './table.ts';

export const sessionsProven = column('sessions', 'proven_at', `${AT} NULL`);
