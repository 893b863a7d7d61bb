/** What a registration proposes has nobody of the staff behind it yet. */
import { nullable } from './alter.ts';
import { ID } from './table.ts';

export const administratorRecoveriesProposer = nullable('administrator_recoveries', 'proposed_by', ID);
