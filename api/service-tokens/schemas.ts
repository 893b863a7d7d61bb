import { z } from 'zod';
import { pageOf } from '../pages.ts';
import { idParameter } from '../parameters.ts';
import { networkList } from '../places/schemas.ts';
import { idOrNull, idShown, instantShown, versionShown } from '../shapes.ts';

export const tokenParams = z.strictObject({ id: idParameter('The service token.') });

const networks = networkList
  .min(1)
  .nullable()
  .meta({
    description: 'Addresses and CIDR blocks from which the token works; null: from anywhere.',
    example: ['192.0.2.0/24', '2001:db8:5::/48'],
  });

export const networksBody = z
  .strictObject({ networks })
  .meta({ id: 'ServiceTokenNetworks', description: 'From where a token works.' });

export const serviceToken = z
  .strictObject({
    id: idShown('The token, not what a site sends.'),
    name: z.string().meta({ description: 'What it is for.', example: 'Scanner in the hall' }),
    siteId: idOrNull('The site that calls with it; null for an issuer’s.'),
    site: z.string().nullable().meta({ description: 'Its key.', example: 'brussel' }),
    issuerId: idOrNull('The issuer that calls with it; null for a site’s.'),
    issuer: z.string().nullable().meta({ description: 'Its key.', example: null }),
    networks,
    createdAt: instantShown('When it was made.'),
    version: versionShown,
  })
  .meta({
    id: 'ServiceToken',
    description: 'A token with which a scanning site or an issuer of documents calls.',
  });

export const serviceTokens = pageOf(serviceToken).meta({
  id: 'ServiceTokens',
  description: 'A page of the service tokens that work.',
});
