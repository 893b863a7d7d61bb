/** The country a price was offered for: sent elsewhere, the letter has no price again (decided.md, Prices). */
import { column } from './alter.ts';
import { word } from './table.ts';

export const mailItemsQuoteCountry = column('mail_items', 'quote_country', `${word(2)} NULL`);
