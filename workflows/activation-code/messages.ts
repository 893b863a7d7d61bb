/** The contract of a printed code (WF-30). */
import { defineSignal } from '@temporalio/workflow';
import type { ActivationCode } from '../../domain/activation-code.ts';
import { codeStage, nextOfCode } from '../../domain/activation-code.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { codeDetails, codeSummary } from '../../texts/code-lives.ts';
import { startOf } from '../start.ts';

export type CodeState = Owing<ActivationCode>;

export const startOfActivationCode = startOf<CodeState>('activation-code', {
  summary: codeSummary,
  details: codeDetails,
  stage: codeStage,
  plan: nextOfCode,
});

/** It was announced, used, superseded or revoked. */
export const factsChanged = defineSignal('factsChanged');
