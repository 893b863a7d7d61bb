/** The part of a policy set that rules people; a set written before it gets the defaults of decided.md. */
import { column } from './alter.ts';

export const policySetsPeople = column('policy_sets', 'people', 'LONGTEXT NULL');
