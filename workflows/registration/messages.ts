/** The contract of a registration by web form (WF-01). */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Registration } from '../../domain/registration.ts';
import type { RegistrationCommandName } from '../../domain/registration-commands.ts';
import { planForRegistration, registrationStage } from '../../domain/registration.ts';
import { registrationDetails, registrationSummary } from '../../texts/registration-life.ts';
import type { LifeMessage } from '../start.ts';
import { startOf } from '../start.ts';

export const startOfRegistration = startOf<Registration>('registration', {
  summary: registrationSummary,
  details: registrationDetails,
  stage: registrationStage,
  plan: planForRegistration,
  // There is no company before the approval.
  company: ({ companyId }) => companyId ?? 'none',
});

/** A command as it travels; what was written stays in the business database. */
export interface RegistrationMessage extends LifeMessage {
  readonly registrationId: string;
}

const command = (name: RegistrationCommandName) => defineUpdate<Registration, [RegistrationMessage]>(name);

export const updates = {
  supplement: command('supplement'),
  submit: command('submit'),
  confirmEmail: command('confirmEmail'),
  resendConfirmation: command('resendConfirmation'),
  withdraw: command('withdraw'),
  returnForCorrection: command('returnForCorrection'),
  approve: command('approve'),
  reject: command('reject'),
  refer: command('refer'),
  resendInvitation: command('resendInvitation'),
} as const satisfies Record<RegistrationCommandName, unknown>;

/** Another case of the company was approved, or the invitation was used. */
export const factsChanged = defineSignal('factsChanged');
