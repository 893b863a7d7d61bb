/** The link of a confirmation is found by its hash. */
import { key } from './alter.ts';

export const postboxesToken = key('postboxes', 'postboxes_token', 'notification_token_hash', 'UNIQUE KEY');
