/**
 * What proves a person. `credential_version` counts up with password, username, e-mail, factors, self-reset permission
 * and active state: a link made under another one is dead (decided.md, People).
 */
import { AT, word } from './table.ts';
import { columns } from './alter.ts';

export const usersCredentials = columns('users', {
  credential_version: 'INT NOT NULL DEFAULT 1',
  password_changed_at: `${AT} NULL`,
  self_reset_allowed: 'BOOLEAN NOT NULL DEFAULT TRUE',
  security_question: 'VARCHAR(200) NULL',
  security_answer_hash: `${word(255)} NULL`,
});
