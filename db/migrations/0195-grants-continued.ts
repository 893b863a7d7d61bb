/** What is left of a grant that was cut. */
import { key } from './alter.ts';

export const grantsContinued = key('grants', 'grants_continued', 'continues');
