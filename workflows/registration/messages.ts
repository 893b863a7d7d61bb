/** The contract of a registration by web form (WF-01). */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Registration } from '../../domain/registration.ts';
import type { RegistrationCommandName } from '../../domain/registration-commands.ts';
import { planForRegistration, registrationStage } from '../../domain/registration.ts';
import { registrationDetails, registrationSummary } from '../../texts/registration-life.ts';
import { ownerAttributes, standingAttributes } from '../attributes.ts';
import { lifeId } from '../start.ts';
import type { LifeStart } from '../start.ts';

export function startOfRegistration(registration: Registration): LifeStart<Registration> {
  return {
    workflow: 'registration',
    workflowId: lifeId('registration', registration.id),
    input: registration,
    summary: registrationSummary(registration),
    details: registrationDetails(registration),
    attributes: [
      // There is no company before the approval.
      ...ownerAttributes(registration.brand, registration.companyId ?? 'none'),
      ...standingAttributes({
        stage: registrationStage(registration),
        dueAt: planForRegistration(registration)?.at ?? null,
      }),
    ],
  };
}

/** A command as it travels; what was written stays in the business database. */
export interface RegistrationMessage {
  readonly registrationId: string;
  readonly actor: { readonly type: 'user' | 'site' | 'staff' | 'issuer' | 'system'; readonly id: string };
  readonly request: { readonly id: string; readonly bodyHash: string; readonly receivedAt: string };
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
