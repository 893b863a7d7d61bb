import { z } from 'zod';
import { mostNetworks } from '../../domain/place.ts';
import { idParameter } from '../parameters.ts';

const exampleId = '0193b0a1-7c1e-7d3a-9f52-3f6a1c2b4d5e';
const exampleToken = 'p2Qy0N1x9mR6mGHaQ7rP2m9V8zO5lM4kJ3iH2gF1eD0';
const token = z.string().min(1).max(100);

export const confirmationBody = z.strictObject({
  token: token.meta({
    description: 'What stands behind the `#` of the link in the mail.',
    example: exampleToken,
  }),
  attempt: token.optional().meta({
    description: 'Of the log-in that was answered `next: mail`; a browser has it in a cookie.',
    example: exampleToken,
  }),
  trustBrowser: z.boolean().optional().meta({
    description: 'Do not ask this browser again, wherever it is; for who uses it alone.',
    example: false,
  }),
});

export const confirmedPlace = z
  .strictObject({
    outcome: z.literal('authorised').meta({ description: 'Log in again from there.', example: 'authorised' }),
    isBrowserTrusted: z.boolean().meta({ description: 'A cookie says so from now on.', example: false }),
  })
  .meta({ id: 'ConfirmedPlace', description: 'A place that was confirmed; nobody is logged in by it.' });

export const placeParams = z.strictObject({ id: idParameter('The place.') });
export const browserParams = z.strictObject({ id: idParameter('The browser.') });

export const placeBody = z.strictObject({
  address: z
    .string()
    .min(2)
    .max(45)
    .meta({ description: 'An IPv4 or IPv6 address; yours now when left out.', example: '203.0.113.7' })
    .optional(),
});

export const place = z
  .strictObject({
    id: z.string().meta({ description: 'The place.', example: exampleId }),
    network: z
      .string()
      .meta({ description: 'The addresses that count as it, a CIDR block.', example: '203.0.113.7/32' }),
    authorisedAt: z.string().meta({ description: 'Confirmed.', example: '2027-02-02T14:00:00.000Z' }),
    lastUsedAt: z.string().meta({ description: 'Last log-in.', example: '2027-02-03T08:12:00.000Z' }),
  })
  .meta({ id: 'Place', description: 'A place you may log in from.' });

export const ownPlaces = z
  .strictObject({
    places: z.array(place).meta({ description: 'Each as a block of addresses.' }),
    isAsked: z.boolean().meta({
      description: 'Whether a log-in from elsewhere waits for a mail.',
      example: true,
    }),
  })
  .meta({ id: 'OwnPlaces', description: 'Places you may log in from, the last used first.' });

export const trustedBrowsers = z
  .strictObject({
    browsers: z
      .array(
        z.strictObject({
          id: z.string().meta({ description: 'The browser.', example: exampleId }),
          label: z
            .string()
            .meta({ description: 'What it says of itself.', example: 'Mozilla/5.0 (X11; Linux)' }),
          trustedAt: z.string().meta({ description: 'Since when.', example: '2027-02-02T14:00:00.000Z' }),
          lastUsedAt: z
            .string()
            .meta({ description: 'Last log-in with it.', example: '2027-02-03T08:12:00.000Z' }),
        }),
      )
      .meta({ description: 'Each by what it says of itself.' }),
  })
  .meta({ id: 'TrustedBrowsers', description: 'Browsers that are not asked for a mail anywhere.' });

export const companyParams = z.strictObject({ id: idParameter('The company.') });

/** Addresses and CIDR blocks, as many as are asked at each call. */
export const networkList = z.array(z.string().min(2).max(50)).max(mostNetworks);

const networks = networkList.meta({
  description: 'Addresses and CIDR blocks from which everybody of the company may log in.',
  example: ['192.0.2.0/24', '2001:db8:12::/48'],
});

export const companyPlacesBody = z.strictObject({
  switch: z.enum(['on', 'off', 'as-brand']).meta({
    description: '`on`: log-ins from unknown places wait for a mail. `as-brand`: as the brand has it.',
    example: 'on',
  }),
  networks,
});

export const companyPlaces = z
  .strictObject({ ...companyPlacesBody.shape })
  .meta({ id: 'CompanyPlaces', description: 'From where the people of a company may log in.' });
