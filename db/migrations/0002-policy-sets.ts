/** Versioned policy data of a brand; an item keeps the version under which its clock started (X rules). */
import { AT, ID, table } from './table.ts';

export const policySets = table(
  'policy_sets',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  version INT NOT NULL,
  effective_from_at ${AT} NOT NULL,
  policy LONGTEXT NOT NULL,
  UNIQUE KEY policy_sets_version (brand_id, version),
  CONSTRAINT policy_sets_brand FOREIGN KEY (brand_id) REFERENCES brands (id)`,
);
