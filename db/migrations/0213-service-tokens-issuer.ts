/** A token belongs to a site or to an issuer: what calls with it acts for that one. */
import { column } from './alter.ts';
import { ID } from './table.ts';

export const serviceTokensIssuer = column('service_tokens', 'issuer_id', `${ID} NULL`);
