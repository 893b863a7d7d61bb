/** What stood there stands in grants since `0176-first-accounts`. */
import { postboxGrants } from './0021-postbox-grants.ts';
import { gone } from './table.ts';

export const postboxGrantsGone = gone(postboxGrants);
