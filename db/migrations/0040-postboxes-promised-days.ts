/** A decision period that was promised to the customer of this box: where it is longer than the policy's, it wins. */
import { column } from './alter.ts';

export const postboxesPromisedDays = column('postboxes', 'promised_decision_days', 'INT NULL');
