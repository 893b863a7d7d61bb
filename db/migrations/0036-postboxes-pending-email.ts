/** A notification address that has been asked for; the one in force stays until this one is confirmed (PP-07). */
import { column } from './alter.ts';

export const postboxesPendingEmail = column('postboxes', 'pending_email', 'VARCHAR(254) NULL');
