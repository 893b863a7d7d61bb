/** The stay of a scan in the trash: restored by somebody, or gone for ever when its days are over (WF-15). */
import { continueAsNew, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { TrashingActivities } from '../../activities/trashings.ts';
import type { PurgeAct, Trashing } from '../../domain/trashing.ts';
import { messageSecondsOf, planForTrashing, trashingCommands } from '../../domain/trashing.ts';
import { inTrash, trashingOver } from '../../texts/life.ts';
import type { DueAct } from '../life.ts';
import { Life, timing } from '../life.ts';
import { localOptions, storeOptions } from '../options.ts';
import * as messages from './messages.ts';

const local = proxyLocalActivities<TrashingActivities>(localOptions);
const store = proxyActivities<Pick<TrashingActivities, 'purgeScan'>>(storeOptions);

type TimedPurge = PurgeAct & DueAct;

export async function trashing(start: Trashing): Promise<string> {
  const life = new Life<Trashing, TimedPurge>(start, {
    next: (present) => timed(planForTrashing(present), messageSecondsOf(present)),
    carryOut: (act, at) =>
      store.purgeScan.executeWithOptions({ ...storeOptions, summary: act.name }, [start.id, at]),
    isOver: (present) => present.closed !== null,
    standing: (present, next) => ({ stage: messages.trashingStage(present), dueAt: next?.at ?? null }),
    details: describe,
    owed: () => [],
    tell: () => Promise.resolve(),
  });
  life.answer(messages.restore, trashingCommands.restore.check, (message) =>
    local.commandTrashing('restore', message),
  );
  life.answer(messages.purgeNow, trashingCommands.purgeNow.check, (message) =>
    local.commandTrashing('purgeNow', message),
  );
  life.heed(messages.factsChanged, (at) => local.followMailItemHold(start.id, at));

  if ((await life.live()) === 'continues') return continueAsNew<typeof trashing>(life.state);
  return life.state.closed?.outcome ?? 'closed';
}

function timed(act: PurgeAct | null, messageSeconds: number): TimedPurge | null {
  return act && { ...act, ...timing(act, messageSeconds) };
}

function describe(present: Trashing): string {
  const { zone } = present.terms;
  if (present.closed) return trashingOver({ ...present.closed, zone });
  return inTrash({ purgeAt: present.purgeAt, zone, isHeld: present.heldSince !== null });
}
