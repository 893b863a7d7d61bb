/** Mails of lives that have no mail item: the life and its row. */
import { ID, word } from './table.ts';
import { columns } from './alter.ts';

export const noticesLife = columns('notices', { life: `${word(30)} NULL`, life_id: `${ID} NULL` });
