/** Networks from which every user of a company may log in: CIDR blocks, parted by commas (SE-04). */
import { column } from './alter.ts';
import { word } from './table.ts';

export const companiesNetworks = column('companies', 'authorised_networks', `${word(2500)} NULL`);
