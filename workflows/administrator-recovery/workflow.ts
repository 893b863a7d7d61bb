/** A company without an administrator: proposed, approved, open to objection, then the code of the letter (decided.md, People). */
import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import type { AdministratorRecoveryActivities } from '../../activities/administrator-recoveries.ts';
import type { RecoveryAct, RecoveryCommandName } from '../../domain/administrator-recovery.ts';
import { planForRecovery, recoveryCommands, recoveryStage } from '../../domain/administrator-recovery.ts';
import { recoveryActName, recoveryStanding } from '../../texts/administrator-recovery.ts';
import { localOptions } from '../options.ts';
import { PeopleLife } from '../people-life.ts';
import type { RecoveryMessage, RecoveryState } from './messages.ts';
import * as messages from './messages.ts';

const local = proxyLocalActivities<AdministratorRecoveryActivities>(localOptions);

export async function administratorRecovery(start: RecoveryState): Promise<string> {
  const life = new PeopleLife<RecoveryState, RecoveryAct>(start, {
    life: 'administrator-recovery',
    plan: planForRecovery,
    nameOf: ({ kind }) => recoveryActName(kind),
    messageSeconds: ({ terms }) => terms.messageSeconds,
    stage: recoveryStage,
    details: recoveryStanding,
    carryOut: (id, kind, at) => local.carryOutRecovery(id, kind, at),
  });
  for (const name of Object.keys(recoveryCommands) as RecoveryCommandName[]) {
    life.answer(
      messages[name],
      (recovery, { actor, request }: RecoveryMessage) =>
        recoveryCommands[name](recovery, actor.id, request.receivedAt),
      (message) => local.commandRecovery(name, message),
    );
  }
  life.heed(messages.factsChanged, () => local.readRecovery(start.id));

  if ((await life.live()) === 'continues') return continueAsNew<typeof administratorRecovery>(life.state);
  return life.state.closed?.outcome ?? 'closed';
}
