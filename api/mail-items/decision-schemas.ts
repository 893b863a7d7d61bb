/** A decision as it is asked for, and as it stands. */
import { z } from 'zod';
import { decisionKinds } from '../../domain/mail-item.ts';
import { manners } from '../../domain/policy.ts';
import { calendarDay } from '../parameters.ts';
import { centsOrNull, dayOrNull, instantOrNull, instantShown } from '../shapes.ts';

const manner = z
  .enum(manners)
  .meta({ description: 'How it is sent; without it as the box is set.', example: 'standard' })
  .optional();
const on = calendarDay('The day on which it leaves, on the calendar of the site; a closed day moves on.');
const until = calendarDay('The last day on which it is kept, on the calendar of the brand.');

/** One of five wishes, told apart by `kind` (PP-08, PP-10). */
export const decisionBody = z
  .discriminatedUnion('kind', [
    z
      .strictObject({
        kind: z.literal('forward-now').meta(kindOf('With the next run to your address.')),
        manner,
      })
      .meta({ description: 'Forward now.' }),
    z
      .strictObject({
        kind: z.literal('forward-on-date').meta(kindOf('On a day of your choice.')),
        on,
        manner,
      })
      .meta({ description: 'Forward on a date.' }),
    z
      .strictObject({ kind: z.literal('keep').meta(kindOf('Stored at the tariff until a day.')), until })
      .meta({ description: 'Keep until a date.' }),
    z
      .strictObject({ kind: z.literal('pick-up').meta(kindOf('Somebody comes to the site for it.')) })
      .meta({ description: 'Pick up.' }),
    z
      .strictObject({ kind: z.literal('destroy').meta(kindOf('The paper is destroyed, the scan stays.')) })
      .meta({ description: 'Destroy.' }),
  ])
  .meta({ id: 'DecisionAsked', description: 'What is to happen to the paper.' });

export type DecisionBody = z.output<typeof decisionBody>;

function kindOf(description: string) {
  return { description, title: 'kind' };
}

/** The same wish as a query, for "what if". */
export const whatIfQuery = z
  .strictObject({
    decision: z
      .enum(decisionKinds)
      .meta({
        description: 'What if this were decided now? Without it the plan as it stands.',
        example: 'keep',
      })
      .optional(),
    on: on.optional(),
    until: until.optional(),
    manner,
  })
  .superRefine((query, context) => {
    const wanted = { on: query.decision === 'forward-on-date', until: query.decision === 'keep' };
    for (const name of ['on', 'until'] as const) {
      if (wanted[name] === (query[name] !== undefined)) continue;
      const accepted = { required: wanted[name] };
      context.addIssue({ code: 'custom', path: [name], params: { accepted } });
    }
    const isForwarding = query.decision === 'forward-now' || query.decision === 'forward-on-date';
    if (query.manner !== undefined && !isForwarding)
      context.addIssue({ code: 'custom', path: ['manner'], params: { accepted: { required: false } } });
  });

export type WhatIfQuery = z.output<typeof whatIfQuery>;

const missing = z.enum(['needs-quote', 'needs-address']).nullable().meta({
  description: 'Why there is no price yet: the tariff has no line, or the box has no forwarding address.',
  example: null,
});

/** What it costs to send in one manner, or to do what is done in one manner only. */
const price = z.strictObject({
  manner: z
    .enum(manners)
    .nullable()
    .meta({ description: 'Null where there is but one way.', example: 'standard' }),
  cents: centsOrNull('What carrying it out costs.', 307),
  missing,
});

export const decisionOffered = z
  .strictObject({
    kind: z.enum(decisionKinds).meta({ description: 'The wish.', example: 'forward-now' }),
    text: z.string().meta({ description: 'The wish in your language.', example: 'forward now' }),
    prices: z.array(price).meta({ description: 'By manner. Storage until then is in the plan.' }),
  })
  .meta({ id: 'DecisionOffered', description: 'A decision that can be taken now, and its price.' });

export const decisionShown = z
  .strictObject({
    kind: z.enum(decisionKinds).meta({ description: 'What was decided.', example: 'forward-on-date' }),
    text: z.string().meta({ description: 'The same in your language.', example: 'forward on a date' }),
    manner: z.enum(manners).nullable().meta({ description: 'How it is sent.', example: 'standard' }),
    on: dayOrNull('The day asked for.'),
    until: dayOrNull('Kept until the end of this day.'),
    receivedAt: instantShown('When it counts as received.', '2027-02-02T14:00:00.000Z'),
    plannedOn: dayOrNull('The working day of the site on which it is carried out.', '2027-02-16'),
    changeableUntil: instantOrNull('Until then it can surely be changed.'),
    collectBy: instantOrNull('From then on a letter not picked up is stored at the tariff again.'),
    cents: centsOrNull('What carrying it out costs.', 307),
    missing,
  })
  .meta({ id: 'Decision', description: 'What was decided about the paper.' });
