import { z } from 'zod';
import { documentToPlan } from '../../db/queries/document-plan.ts';
import type { DocumentAct } from '../../domain/document-plan.ts';
import { documentActKinds, planForDocument } from '../../domain/document-plan.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { documentActText, keptText } from '../../texts/document-plan.ts';
import { ok } from '../answers.ts';
import type { Caller } from '../caller.ts';
import { onTheClock } from '../on-the-clock.ts';
import { operation } from '../operation.ts';
import { instantShown, localShown, zoneShown } from '../shapes.ts';
import { findIssuedDocument } from './find.ts';
import { documentParams } from './schemas.ts';

const act = z
  .strictObject({
    kind: z.enum(documentActKinds).meta({
      description:
        '`publish`: its embargo ends. `hide`: it lies before the floor of the history from then on.',
      example: 'destroy',
    }),
    text: z.string().meta({ description: 'The act in your language.', example: 'The document is destroyed' }),
    at: instantShown('When; what a sweep does, it does on that day.'),
    localAt: localShown('The same on the clock of `zone`.'),
    zone: zoneShown('The brand’s.'),
    rule: z.string().meta({ description: 'The requirement behind it.', example: 'X-02' }),
    policyVersion: z.int().meta({ description: 'The version of the policy that it follows.', example: 1 }),
    prevent: z
      .strictObject({
        operation: z.enum(['withdrawIssuedDocument', 'placeRetentionHold']).meta({
          description: 'The `operationId` by which you prevent it.',
          example: 'placeRetentionHold',
        }),
        until: instantShown('The last instant at which it surely does.'),
      })
      .nullable()
      .meta({ description: 'Null when you cannot prevent it.' }),
  })
  .meta({ id: 'DocumentAct', description: 'What will happen to a document if nobody does anything more.' });

const plan = z
  .strictObject({
    acts: z.array(act).meta({ description: 'In the order in which they will happen.' }),
    kept: z
      .strictObject({
        reason: z.enum(['held', 'received']).meta({
          description: '`held`: by staff. `received`: for as long as an account receives its client code.',
          example: 'received',
        }),
        text: z.string().meta({ description: 'The same in your language.', example: 'It is kept' }),
      })
      .nullable()
      .meta({ description: 'Why no day of destruction is planned; null when one is, or has passed.' }),
  })
  .meta({ id: 'IssuedDocumentPlan', description: 'Every automatic act to come, by the rules of today.' });

export const planIssuedDocument = operation({
  id: 'planIssuedDocument',
  method: 'get',
  path: '/v1/issued-documents/{id}/plan',
  summary: 'What will happen to a document',
  description:
    'The end of its embargo, the day from which it is no longer displayed, the warning and the destruction: computed by the ' +
    'functions that drive its case and the daily sweep, with the rules and the receptions of today.',
  tags: ['Issued documents'],
  caller: ['user', 'issuer', 'operator'],
  right: 'issued-document.read',
  params: documentParams,
  responses: { 200: { description: 'The plan.', schema: plan } },
  refusals: {},
  handle: async (call, deps) => {
    const { id } = await findIssuedDocument(call, deps);
    const document = await documentToPlan(deps.knex, id, call.receivedAt);
    if (document === null) throw new Refused(hidden);
    return { plan: planForDocument(document, call.receivedAt), zone: document.policy.zone };
  },
  answer: ({ plan: { acts, kept }, zone }, { caller, language }) =>
    ok({
      acts: acts.map((each) => ({
        kind: each.kind,
        text: documentActText(each.kind, language),
        ...onTheClock(each.at, zone),
        rule: each.rule,
        policyVersion: each.policyVersion,
        prevent: preventionBy(caller, each),
      })),
      kept: kept && { reason: kept, text: keptText(kept, language) },
    }),
});

/** An issuer takes back what waits; staff keep what would be destroyed, until the sweep of that day has begun. */
function preventionBy({ kind: caller }: Caller, { kind, at }: DocumentAct) {
  if (caller === 'issuer' && kind === 'publish')
    return { operation: 'withdrawIssuedDocument' as const, until: at };
  if (caller === 'operator' && (kind === 'destroy' || kind === 'warn'))
    return { operation: 'placeRetentionHold' as const, until: at };
  return null;
}
