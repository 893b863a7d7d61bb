/** A mail belongs to a mail item or to another life. */
import { ID } from './table.ts';
import { nullable } from './alter.ts';

export const noticesAnyLife = nullable('notices', 'mail_item_id', ID);
