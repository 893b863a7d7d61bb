/** Networks from which a token works: CIDR blocks, parted by commas; null for any (decided.md, Places). */
import { column } from './alter.ts';
import { word } from './table.ts';

export const serviceTokensNetworks = column('service_tokens', 'allowed_networks', `${word(2500)} NULL`);
