/** What was published before a consent comes, a page at a time from the newest day to the oldest (WF-36). */
import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import type { HistoryBackfillActivities } from '../../activities/history-backfills.ts';
import type { BackfillAct, BackfillCommandName } from '../../domain/history-backfill.ts';
import { backfillCommands, backfillStage, planForBackfill } from '../../domain/history-backfill.ts';
import { backfillActName, backfillStanding } from '../../texts/history-backfill.ts';
import { localOptions } from '../options.ts';
import { PeopleLife } from '../people-life.ts';
import type { BackfillState } from './messages.ts';
import * as messages from './messages.ts';

/** A page is one short transaction: local, so that it costs one event of the history. */
const local = proxyLocalActivities<HistoryBackfillActivities>(localOptions);

export async function historyBackfill(start: BackfillState): Promise<string> {
  const life = new PeopleLife<BackfillState, BackfillAct>(start, {
    life: 'history-backfill',
    plan: planForBackfill,
    nameOf: ({ kind }) => backfillActName(kind),
    // Nobody's message has to come before a page.
    messageSeconds: () => 0,
    stage: backfillStage,
    details: backfillStanding,
    carryOut: (id, _kind, at) => local.showHistoryPage(id, at),
  });
  for (const name of Object.keys(backfillCommands) as BackfillCommandName[])
    life.command(messages.updates[name], backfillCommands[name].check, (message) =>
      local.commandBackfill(name, message),
    );
  life.heed(messages.factsChanged, () => local.readBackfill(start.id));

  if ((await life.live()) === 'continues') return continueAsNew<typeof historyBackfill>(life.state);
  return life.state.closed?.outcome ?? 'closed';
}
