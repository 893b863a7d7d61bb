/** A username may be a mail address, and is then as long as one. */
import { retyped } from './alter.ts';

export const usersUsernameLength = retyped('users', 'username', {
  from: 'VARCHAR(120) NOT NULL',
  to: 'VARCHAR(254) NOT NULL',
});
