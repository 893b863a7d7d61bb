import { z } from 'zod';
import { confirmNotificationAddress as confirm } from '../../db/changes/notification-address.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';

const confirmationBody = z.strictObject({
  token: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/)
    .meta({
      description: 'From the link in the mail.',
      example: 'p2Qy0N1x9mR6mGHaQ7rP2m9V8zO5lM4kJ3iH2gF1eD0',
    }),
});

const confirmation = z
  .strictObject({ confirmed: z.literal(true).meta({ description: 'Always `true`.', example: true }) })
  .meta({ id: 'NotificationAddressConfirmed', description: 'The address is in force.' });

/** Whoever reads the address says so (PP-07). */
export const confirmNotificationAddress = operation({
  id: 'confirmNotificationAddress',
  method: 'post',
  path: '/v1/notification-addresses/confirmation',
  summary: 'Confirm a notification address',
  description:
    'With the token of the link, once: from then on notices of the box go there. Opening the link alone changes ' +
    'nothing, for mail scanners open links too.',
  tags: ['Postboxes'],
  caller: 'anyone',
  right: 'public',
  body: confirmationBody,
  responses: { 200: { description: 'Notices go there now.', schema: confirmation } },
  refusals: { 422: ['postbox.notification-link-dead'] },
  idempotency: { none: 'the token itself works once.' },
  handle: ({ body, receivedAt }, { knex, tokens }) => confirm(knex)(tokens.hashToken(body.token), receivedAt),
  answer: () => ok({ confirmed: true }),
});
