/** The trash of a box, newest letter first (PP-14). */
import { key } from './alter.ts';

export const documentsPostboxLocation = key(
  'documents',
  'documents_postbox_location',
  'postbox_id, location, id',
);
