/** By when an item should be decided, null when nothing is asked: written with every change, so that lists can ask. */
import { column } from './alter.ts';
import { AT } from './table.ts';

export const mailItemsDecisionDueAt = column('mail_items', 'decision_due_at', `${AT} NULL`);
