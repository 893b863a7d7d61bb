/** By what the budgets of a log-in are kept that goes on with a second factor: name and address together, hashed. */
import { column } from './alter.ts';
import { HASH } from './table.ts';

export const logInAttemptsPair = column('log_in_attempts', 'pair_hash', `${HASH} NULL`);
