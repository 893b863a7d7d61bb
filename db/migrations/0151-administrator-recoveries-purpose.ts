/** What the code of the letter does: it makes an administrator, or removes lost factors. `open_key` is the person's then. */
import { column } from './alter.ts';
import { word } from './table.ts';

export const administratorRecoveriesPurpose = column(
  'administrator_recoveries',
  'purpose',
  `${word(20)} NOT NULL DEFAULT 'administrator' AFTER id`,
);
