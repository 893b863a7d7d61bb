/** An applicant is nobody yet: he becomes a user with the code of the letter. */
import { nullable } from './alter.ts';
import { ID } from './table.ts';

export const administratorRecoveriesCandidate = nullable('administrator_recoveries', 'candidate_id', ID);
