/** The contract of a document that is not simply there (WF-33). */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CaseCommandName, CaseInputs, DocumentCase } from '../../domain/document-case.ts';
import { caseStage, planForCase } from '../../domain/document-case.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { caseDetails, caseSummary } from '../../texts/document-case.ts';
import type { LifeMessage } from '../start.ts';
import { startOf } from '../start.ts';

export type CaseState = Owing<DocumentCase>;

export const startOfDocumentCase = startOf<CaseState>('document-case', {
  summary: caseSummary,
  details: caseDetails,
  stage: caseStage,
  plan: planForCase,
});

export interface CaseMessage<Name extends CaseCommandName = CaseCommandName> extends LifeMessage {
  readonly caseId: string;
  readonly input: CaseInputs[Name];
}

export const assign = defineUpdate<CaseState, [CaseMessage<'assign'>]>('assign');
export const reject = defineUpdate<CaseState, [CaseMessage<'reject'>]>('reject');
export const withdraw = defineUpdate<CaseState, [CaseMessage<'withdraw'>]>('withdraw');

/** Facts around the row have changed: another document has taken the place of what waits. */
export const factsChanged = defineSignal('factsChanged');
