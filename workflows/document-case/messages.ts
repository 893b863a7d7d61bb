/** The contract of a document that is not simply there (WF-33). */
import { defineUpdate } from '@temporalio/workflow';
import type { CaseCommandName, CaseInputs, DocumentCase } from '../../domain/document-case.ts';
import { caseStage, planForCase } from '../../domain/document-case.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { caseDetails, caseSummary } from '../../texts/document-case.ts';
import { brandAttribute, standingAttributes } from '../attributes.ts';
import { lifeId } from '../start.ts';
import type { LifeStart } from '../start.ts';

export type CaseState = Owing<DocumentCase>;

export function startOfDocumentCase(of: CaseState): LifeStart<CaseState> {
  return {
    workflow: 'documentCase',
    workflowId: lifeId('document-case', of.id),
    input: of,
    summary: caseSummary(of),
    details: caseDetails(of),
    attributes: [
      ...brandAttribute(of.brand),
      ...standingAttributes({ stage: caseStage(of), dueAt: planForCase(of)?.at ?? null }),
    ],
  };
}

/** A command as it travels; `request.receivedAt` is the API's stamp from which it counts. */
export interface CaseMessage<Name extends CaseCommandName = CaseCommandName> {
  readonly caseId: string;
  readonly actor: {
    readonly type: 'user' | 'site' | 'staff' | 'issuer' | 'system';
    readonly id: string;
  };
  readonly request: { readonly id: string; readonly bodyHash: string; readonly receivedAt: string };
  readonly input: CaseInputs[Name];
}

export const assign = defineUpdate<CaseState, [CaseMessage<'assign'>]>('assign');
export const reject = defineUpdate<CaseState, [CaseMessage<'reject'>]>('reject');
export const withdraw = defineUpdate<CaseState, [CaseMessage<'withdraw'>]>('withdraw');
