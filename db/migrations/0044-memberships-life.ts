/** An invitation is accepted before a membership counts; staff may suspend one (decided.md, People). */
import { AT, ID } from './table.ts';
import { columns } from './alter.ts';

export const membershipsLife = columns('memberships', {
  version: 'INT NOT NULL DEFAULT 1',
  created_at: `${AT} NULL`,
  created_by: `${ID} NULL`,
  accepted_at: `${AT} NULL`,
  suspended_at: `${AT} NULL`,
  first_login_at: `${AT} NULL`,
});
