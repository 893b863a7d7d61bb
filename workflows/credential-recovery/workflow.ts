/** The way back of who lost his password: found, mailed a link or handed over; then reset or expired (WF-03). */
import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import type { CredentialRecoveryActivities } from '../../activities/credential-recoveries.ts';
import type { RecoveryAct } from '../../domain/credential-recovery.ts';
import { checkCompletion, planForRecovery, recoveryStage } from '../../domain/credential-recovery.ts';
import { recoveryActName, recoveryStanding } from '../../texts/credential-recovery.ts';
import { localOptions } from '../options.ts';
import { PeopleLife } from '../people-life.ts';
import type { RecoveryState } from './messages.ts';
import * as messages from './messages.ts';

const local = proxyLocalActivities<CredentialRecoveryActivities>(localOptions);

export async function credentialRecovery(start: RecoveryState): Promise<string> {
  const life = new PeopleLife<RecoveryState, RecoveryAct>(start, {
    life: 'credential-recovery',
    plan: planForRecovery,
    nameOf: ({ kind }) => recoveryActName(kind),
    // Whoever asked is waiting: no message can come before he is found.
    messageSeconds: ({ terms }) => terms?.messageSeconds ?? 0,
    stage: recoveryStage,
    details: recoveryStanding,
    carryOut: (id, kind, at) => local.carryOutCredentialRecovery(id, kind, at),
  });
  life.command(messages.complete, checkCompletion, (message) => local.completeCredentialRecovery(message));
  life.heed(messages.factsChanged, (at) => local.followCredentialRecovery(start.id, at));

  if ((await life.live()) === 'continues') return continueAsNew<typeof credentialRecovery>(life.state);
  return life.state.closed?.outcome ?? 'closed';
}
