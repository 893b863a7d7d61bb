/** The part of a policy set that rules codes and documents; what it does not say is as decided.md has it. */
import { column } from './alter.ts';

export const policySetsDocuments = column('policy_sets', 'documents', 'LONGTEXT NULL');
