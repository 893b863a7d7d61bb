/** The contract of a printed code (WF-30). */
import { defineSignal } from '@temporalio/workflow';
import type { ActivationCode } from '../../domain/activation-code.ts';
import { codeStage, nextOfCode } from '../../domain/activation-code.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { codeDetails, codeSummary } from '../../texts/code-lives.ts';
import { brandAttribute, standingAttributes } from '../attributes.ts';
import { lifeId } from '../start.ts';
import type { LifeStart } from '../start.ts';

export type CodeState = Owing<ActivationCode>;

export function startOfActivationCode(code: CodeState): LifeStart<CodeState> {
  return {
    workflow: 'activationCode',
    workflowId: lifeId('activation-code', code.id),
    input: code,
    summary: codeSummary(code),
    details: codeDetails(code),
    attributes: [
      ...brandAttribute(code.brand),
      ...standingAttributes({ stage: codeStage(code), dueAt: nextOfCode(code)?.at ?? null }),
    ],
  };
}

/** It was announced, used, superseded or revoked. */
export const factsChanged = defineSignal('factsChanged');
