/** A client code is looked for as it is typed, and a letter that none has must find nothing instead of being no text of its kind. */
import { retyped } from './alter.ts';
import { word } from './table.ts';

export const clientCodeText = retyped('client_codes', 'code', {
  from: `${word(40)} NOT NULL`,
  to: 'VARCHAR(40) COLLATE utf8mb4_bin NOT NULL',
});
