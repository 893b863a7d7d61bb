/** The mails that a life owes. */
import { key } from './alter.ts';

export const noticesOfLife = key('notices', 'notices_of_life', 'life_id, told_at');
