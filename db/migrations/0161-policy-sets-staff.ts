/** A set without a brand is the operator's own, for its staff: of it only the part that rules people counts. */
import { nullable } from './alter.ts';
import { ID } from './table.ts';

export const policySetsStaff = nullable('policy_sets', 'brand_id', ID);
