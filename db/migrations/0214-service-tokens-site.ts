/** None for a token of an issuer. */
import { nullable } from './alter.ts';
import { ID } from './table.ts';

export const serviceTokensSite = nullable('service_tokens', 'site_id', ID);
