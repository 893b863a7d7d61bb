/** What will happen by itself. */
import { z } from 'zod';
import { decisionShown } from './decision-schemas.ts';
import { siteActKinds, timerActKinds } from '../../domain/plan.ts';
import { centsOrNull, centsShown, instantOrNull, instantShown, localShown, zoneShown } from '../shapes.ts';

const prevention = z
  .strictObject({
    operation: z
      .enum(['decideMailItem', 'restoreTrashing'])
      .meta({ description: 'The `operationId` that prevents it.', example: 'decideMailItem' }),
    until: instantOrNull('The last instant at which it surely does; null where only the act itself ends it.'),
  })
  .meta({ id: 'Prevention', description: 'How, and until when, an act can be prevented.' });

export const actShown = z
  .strictObject({
    kind: z
      .enum([...timerActKinds, ...siteActKinds, 'purge-scan'])
      .meta({ description: 'Which act.', example: 'charge-storage' }),
    text: z.string().meta({ description: 'The act in your language.', example: 'Storage is charged' }),
    by: z
      .enum(['timer', 'site'])
      .meta({ description: 'Who does it. A site may begin from that instant on.', example: 'timer' }),
    at: instantShown('When.'),
    localAt: localShown('The same on the clock of `zone`.'),
    zone: zoneShown('The brand’s for deadlines and storage, the site’s for what the site does.'),
    costCents: centsOrNull('What it will cost; null while the price is unknown.'),
    missing: z
      .enum(['needs-quote', 'needs-address'])
      .nullable()
      .meta({ description: 'Why the price is unknown.', example: null }),
    rule: z.string().meta({ description: 'The requirement behind it.', example: 'PP-09' }),
    policyVersion: z.int().meta({ description: 'The version of the policy that it follows.', example: 1 }),
    prevent: prevention.nullable().meta({ description: 'Null when nothing prevents it any more.' }),
  })
  .meta({ id: 'PlannedAct', description: 'One act that will happen if nobody does anything more.' });

export const planShown = z
  .strictObject({
    acts: z.array(actShown).meta({ description: 'In the order in which they will happen.' }),
    heldSince: instantOrNull('Since when staff hold it: until it is released nothing happens.'),
    costSoFarCents: centsShown('What the letter has cost so far.', 0),
    toComeCents: centsOrNull('What the acts will cost; null while a price is unknown.', 600),
    totalCents: centsOrNull('Both together; null while a price is unknown.', 600),
  })
  .meta({
    id: 'Plan',
    description: 'Every automatic act to come, computed by the function that drives the timers.',
  });

export const planOfItem = planShown
  .extend({
    decision: decisionShown.nullable().meta({ description: 'The decision from which the plan follows.' }),
    scan: actShown
      .nullable()
      .meta({ description: 'What will happen to the scan, while it is in the trash.' }),
  })
  .meta({ id: 'PlanOfMailItem', description: 'The plan of the paper, and what will happen to its scan.' });
