import { z } from 'zod';
import type { TaskKind } from '../../domain/mail-item.ts';
import { outcomes, stages } from '../../domain/mail-item.ts';
import { manners } from '../../domain/policy.ts';
import { failureReasons, taskStates } from '../../domain/site-task.ts';
import { idParameter, instant, line } from '../parameters.ts';
import { centsOrNull, dayShown, idShown, instantOrNull, versionShown } from '../shapes.ts';

export const taskKinds = ['ship', 'hand-over', 'destroy', 'review'] as const satisfies readonly TaskKind[];

export const taskParams = z.strictObject({ id: idParameter('The task.') });

const happenedAt = instant('When it happened; not in the future.');
const note = line(500, 'What a colleague should know.', 'Found behind shelf 12.');
const carrier = line(80, 'Who carries it.', 'The post');
const tracking = line(80, 'The code under which the carrier follows it.', '323212345678901234567890');
const postageCents = z
  .int()
  .min(0)
  .max(1_000_000)
  .meta({ description: 'What the carrier charges us, in cents.', example: 132 });
const collectedBy = line(200, 'Who took it, as on the document shown.', 'An Peeters');
const destroyedHow = line(200, 'How and under which number.', 'Shredded P-4, certificate 2027-118');

export const completion = z
  .discriminatedUnion('kind', [
    z
      .strictObject({
        kind: z.literal('ship').meta({ description: 'It was sent.' }),
        happenedAt,
        carrier,
        tracking: tracking.optional(),
        postageCents,
      })
      .meta({ id: 'Shipment', description: 'The letter has left.' }),
    z
      .strictObject({
        kind: z.literal('hand-over').meta({ description: 'It was collected.' }),
        happenedAt,
        collectedBy,
      })
      .meta({ id: 'HandOver', description: 'The letter was collected at the site.' }),
    z
      .strictObject({
        kind: z.literal('destroy').meta({ description: 'It was destroyed.' }),
        happenedAt,
        destroyedHow,
      })
      .meta({ id: 'Destruction', description: 'The letter no longer exists on paper.' }),
    z
      .strictObject({
        kind: z.literal('review').meta({ description: 'Staff looked at it.' }),
        happenedAt,
        outcome: z
          .enum(outcomes)
          .meta({ description: 'Never `destroyed`: nobody asked for it.', example: 'handed-over' }),
        note,
      })
      .meta({ id: 'Review', description: 'What became of a letter that nobody decided about.' }),
  ])
  .meta({ id: 'Completion', description: 'How the task ended; `kind` is that of the task.' });

export type Completion = z.output<typeof completion>;

export const failure = z
  .strictObject({
    reason: z
      .enum(failureReasons)
      .meta({ description: 'Why it cannot be done.', example: 'carrier-refused' }),
    note: note.optional(),
  })
  .meta({ id: 'TaskFailure', description: 'Why a task that was begun cannot be done.' });

const address = z
  .strictObject({
    recipient: z.string().meta({ description: 'Name on the envelope.', example: 'Bakkerij Peeters' }),
    street: z.string().meta({ description: 'Street and number.', example: 'Veldstraat 12' }),
    extra: z.string().nullable().meta({ description: 'Box, floor, care of.', example: null }),
    postalCode: z.string().meta({ description: 'Postal code.', example: '9000' }),
    city: z.string().meta({ description: 'City.', example: 'Gent' }),
    country: z.string().meta({ description: 'ISO 3166-1 alpha-2.', example: 'BE' }),
  })
  .meta({ id: 'ShippingAddress', description: 'Where to send.' });

const price = z
  .strictObject({
    state: z.enum(['known', 'needs-quote', 'quote-offered', 'needs-address']).meta({
      description:
        '`known`: the task may begin. `needs-quote`: name a price. `quote-offered`: the customer has yet to accept ' +
        'it. `needs-address`: there is nowhere to send.',
      example: 'known',
    }),
    cents: centsOrNull('What the customer pays.', 282),
  })
  .meta({ id: 'TaskPrice', description: 'Whether the customer has a price for it.' });

const report = z
  .strictObject({
    happenedAt: instantOrNull('When it happened.'),
    carrier: z.string().nullable().meta({ description: 'Who carries it.', example: 'The post' }),
    tracking: z.string().nullable().meta({ description: 'Its code at the carrier.', example: null }),
    postageCents: z.int().nullable().meta({ description: 'Our cost, in cents.', example: 132 }),
    collectedBy: z.string().nullable().meta({ description: 'Who collected it.', example: null }),
    destroyedHow: z.string().nullable().meta({ description: 'How it was destroyed.', example: null }),
    failureReason: z
      .enum(failureReasons)
      .nullable()
      .meta({ description: 'Why it could not be done.', example: null }),
    note: z.string().nullable().meta({ description: 'What was written beside it.', example: null }),
  })
  .meta({ id: 'TaskReport', description: 'How a task ended, in the words of the site.' });

export const siteTask = z
  .strictObject({
    id: idShown('The task.'),
    mailItemId: idShown('The letter it is about.'),
    siteId: idShown('The site that has the letter.'),
    siteReference: z.string().meta({ description: 'The label on the paper.', example: 'GNT-2027-000123' }),
    postbox: z.string().meta({ description: 'Number of the postbox.', example: 'BE 1001' }),
    kind: z.enum(taskKinds).meta({ description: 'What is to be done.', example: 'ship' }),
    dueOn: dayShown('A working day of the site.', '2027-02-03'),
    state: z.enum(taskStates).meta({ description: 'How far it is.', example: 'planned' }),
    manner: z.enum(manners).nullable().meta({ description: 'Of a shipment.', example: 'standard' }),
    address: address.nullable().meta({
      description: 'Of a shipment: fixed at the cut-off, when it is released; null before.',
    }),
    price: price.nullable().meta({ description: 'Null when nothing is charged for or the task is over.' }),
    beginnableFrom: instantOrNull(
      'Until then the customer may change his mind; null when nothing was promised.',
    ),
    blockedBy: z.string().nullable().meta({
      description: 'The reason for which it cannot be begun just now, as `begin` would give it.',
      example: 'task.too-early',
    }),
    isOnHold: z.boolean().meta({ description: 'Staff have put the letter on hold.', example: false }),
    begunAt: instantOrNull('Since when the customer can no longer change it.'),
    closedAt: instantOrNull('When it was done, reported as failed, or cancelled.'),
    report: report.nullable().meta({ description: 'Once it is done or has failed.' }),
  })
  .meta({ id: 'SiteTask', description: 'Something a site has to do with a letter on paper.' });

/** The answer to a command of the site, the same however often it is repeated. */
export const workedTask = z
  .strictObject({
    id: idShown('The task.'),
    mailItemId: idShown('The letter.'),
    kind: z.enum(taskKinds).meta({ description: 'What is done.', example: 'ship' }),
    state: z.enum(taskStates).meta({ description: 'How far the task is now.', example: 'begun' }),
    stage: z.enum(stages).meta({ description: 'Where the letter stands now.', example: 'in-hand' }),
    version: versionShown,
  })
  .meta({ id: 'WorkedTask', description: 'A task after a command, and its letter.' });
