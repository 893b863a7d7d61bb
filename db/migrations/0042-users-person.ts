/** What a person says of himself (UM-10, UM-13); `name` stays what is shown, made of both names. */
import { word } from './table.ts';
import { columns } from './alter.ts';

export const usersPerson = columns('users', {
  first_name: 'VARCHAR(100) NULL',
  last_name: 'VARCHAR(100) NULL',
  sex: `${word(10)} NULL`,
  phone: 'VARCHAR(40) NULL',
  version: 'INT NOT NULL DEFAULT 1',
});
