/** An open invitation is recalled once, and says by which rule it ends. */
import { AT } from './table.ts';
import { columns } from './alter.ts';

export const sharingsReminded = columns('sharings', {
  reminded_at: `${AT} NULL`,
  ends_rule: "VARCHAR(120) NOT NULL DEFAULT ''",
});
