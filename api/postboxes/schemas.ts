/** A postbox as it is shown and set. */
import { z } from 'zod';
import { decisionKinds, primaryOptions } from '../../domain/mail-item.ts';
import { manners } from '../../domain/policy.ts';
import { addressKinds } from '../../domain/postbox.ts';
import { pageOf } from '../pages.ts';
import { idParameter, mailAddress } from '../parameters.ts';
import { idShown, instantOrNull, instantShown, versionShown, zoneShown } from '../shapes.ts';

export const boxParams = z.strictObject({ id: idParameter('The postbox.') });

const primaryOption = z.enum(primaryOptions).meta({
  description:
    '`scan`: a decision is awaited. `forward`: everything is forwarded with the next run. `store`: kept at the tariff.',
  example: 'scan',
});
const allowedDecisions = z
  .array(z.enum(decisionKinds))
  .max(decisionKinds.length)
  .meta({ description: 'What may be decided about a letter.', example: ['forward-now', 'destroy'] });
const defaultManner = z
  .enum(manners)
  .meta({ description: 'How it is sent when nobody says how.', example: 'standard' });
const notifiesArrivals = z.boolean().meta({
  description: 'Off silences mails about arrivals and reminders; deadlines run on all the same.',
  example: true,
});

/** What is left out stays as it is. */
export const settingsBody = z
  .strictObject({
    primaryOption: primaryOption.optional(),
    allowedDecisions: allowedDecisions.optional(),
    defaultManner: defaultManner.optional(),
    notifiesArrivals: notifiesArrivals.optional(),
  })
  .meta({ id: 'PostboxSettingsChange', description: 'Settings to change; what is left out stays as it is.' });

export type SettingsBody = z.output<typeof settingsBody>;

const promisedDays = z.int().min(1).max(365).nullable();

export const promisedPeriodBody = z
  .strictObject({
    days: promisedDays.meta({
      description: 'Calendar days to decide; null takes the promise back.',
      example: 21,
    }),
  })
  .meta({ id: 'PromisedPeriod', description: 'The decision period that was promised to a box (X-01).' });

const email = mailAddress('One mail address.', 'post@bakkerij-peeters.example');

export const emailBody = z.strictObject({ email });

const notification = z
  .strictObject({
    email: z
      .string()
      .nullable()
      .meta({ ...email.meta(), description: 'Where notices go; null: to its readers.' }),
    confirmedAt: instantOrNull('Since when.'),
    pendingEmail: z
      .string()
      .nullable()
      .meta({ ...email.meta(), description: 'Asked for, and not yet confirmed.' }),
    pendingUntil: instantOrNull('Until when it can be confirmed.'),
  })
  .meta({ id: 'NotificationAddress', description: 'Where notices of the box go (PP-07).' });

export const postbox = z
  .strictObject({
    id: idShown('The postbox.'),
    number: z.string().meta({ description: 'Its number.', example: 'BE 1001' }),
    companyId: idShown('Whose it is.'),
    siteId: idShown('The site that receives its mail.'),
    siteName: z.string().meta({ description: 'Name of the site.', example: 'Brussel-Noord' }),
    zone: zoneShown('On whose clock its deadlines run.'),
    version: versionShown,
    primaryOption,
    allowedDecisions,
    defaultManner,
    offeredManners: z
      .array(z.enum(manners))
      .meta({ description: 'Manners of sending there are.', example: ['standard', 'registered'] }),
    notifiesArrivals,
    promisedDecisionDays: promisedDays.meta({
      description:
        'Days to decide that were promised; where the policy gives more, that counts. Null: no promise.',
      example: null,
    }),
    notification: notification.nullable().meta({ description: 'Null for staff.' }),
    closedAt: instantOrNull('Since when it takes no mail any more.'),
  })
  .meta({ id: 'Postbox', description: 'A rented postbox and its settings.' });

export const postboxPage = pageOf(postbox).meta({ id: 'Postboxes', description: 'A page of postboxes.' });

/** One line as people write it: no control characters, nothing to trim. */
const line = (longest: number, description: string, example: string) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]+$/u)
    .meta({ description, example });

export const addresseeBody = z.strictObject({
  name: line(200, 'The name as it stands on letters.', 'An Peeters'),
});

export const addressee = z
  .strictObject({
    id: idShown('The addressee.'),
    name: z.string().meta({ description: 'The name as it stands on letters.', example: 'An Peeters' }),
    addedAt: instantShown('Since when.', '2027-02-02T14:00:00.000Z'),
  })
  .meta({ id: 'Addressee', description: 'A name under which the box receives mail.' });

export const addresseePage = pageOf(addressee).meta({ id: 'Addressees', description: 'A page of names.' });

export const addresseeParams = boxParams.extend({ addresseeId: idParameter('The addressee.') });

export const addressParams = boxParams.extend({
  kind: z.enum(addressKinds).meta({ description: 'Which of its addresses.', example: 'forwarding' }),
});

/** Names of regions, as the platform knows them: what it does not know is no country. */
const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

const lines = {
  recipient: line(200, 'Who lives or works there.', 'Bakkerij Peeters'),
  street: line(200, 'Street and number.', 'Meir 12'),
  extra: line(200, 'Floor, department, care of.', 'bus 4')
    .nullable()
    .default(null)
    .meta({ description: 'Floor, department, care of; null when there is none.', example: 'bus 4' }),
  postalCode: line(20, 'As the country writes it.', '2000'),
  city: line(120, 'Town.', 'Antwerpen'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .refine((code) => regions.of(code) !== undefined)
    .meta({ description: 'ISO 3166-1, two letters.', example: 'BE' }),
};

export const addressBody = z
  .strictObject(lines)
  .meta({ id: 'AddressSet', description: 'An address as it is to be written on an envelope.' });

export const address = z
  .strictObject({
    kind: addressParams.shape.kind,
    recipient: z.string().meta({ description: 'Who lives or works there.', example: 'Bakkerij Peeters' }),
    street: z.string().meta({ description: 'Street and number.', example: 'Meir 12' }),
    extra: z.string().nullable().meta({ description: 'Floor, department, care of.', example: null }),
    postalCode: z.string().meta({ description: 'As the country writes it.', example: '2000' }),
    city: z.string().meta({ description: 'Town.', example: 'Antwerpen' }),
    country: z.string().meta({ description: 'ISO 3166-1, two letters.', example: 'BE' }),
    version: z.int().meta({ description: 'Counts its changes.', example: 1 }),
    changedAt: instantShown('Since when it is so.', '2027-02-02T14:00:00.000Z'),
  })
  .meta({ id: 'PostboxAddress', description: 'One of the addresses of a box.' });
