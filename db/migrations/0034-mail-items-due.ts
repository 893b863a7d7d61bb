/** The inbox of a company, of what is due before an instant. */
import { key } from './alter.ts';

export const mailItemsDue = key('mail_items', 'mail_items_due', 'company_id, decision_due_at');
