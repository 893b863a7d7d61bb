/** The contract of a person's new mail address (UM-10). */
import { defineUpdate } from '@temporalio/workflow';
import type { EmailChange } from '../../domain/email-change.ts';
import { planForEmailChange } from '../../domain/email-change.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { emailChangeDetails, emailChangeSummary } from '../../texts/email-change.ts';
import type { LifeMessage } from '../start.ts';
import { startOf } from '../start.ts';

export type EmailChangeState = Owing<EmailChange>;

export function emailChangeStage({ closed }: EmailChange): string {
  return closed?.outcome ?? 'asked';
}

export const startOfEmailChange = startOf<EmailChangeState>('email-change', {
  summary: emailChangeSummary,
  details: emailChangeDetails,
  stage: emailChangeStage,
  plan: planForEmailChange,
});

export interface EmailChangeMessage extends LifeMessage {
  readonly emailChangeId: string;
}

/** Whoever reads the new address says so. */
export const confirm = defineUpdate<EmailChangeState, [EmailChangeMessage]>('confirm');
