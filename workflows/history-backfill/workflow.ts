/** What was published before a consent comes, a page at a time from the newest day to the oldest (WF-36). */
import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import type { HistoryBackfillActivities } from '../../activities/history-backfills.ts';
import type { Instant } from '../../domain/calendar.ts';
import { instantOf } from '../../domain/calendar.ts';
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
  const begunAt = instantOf(Date.now());
  const life = new PeopleLife<BackfillState, BackfillAct>(start, {
    life: 'history-backfill',
    plan: (backfill) => atOnce(planForBackfill(backfill), begunAt),
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

/** A page waits for nothing: not for our clock either, should the one that stamped the consent be ahead of it. */
function atOnce(act: BackfillAct | null, now: Instant): BackfillAct | null {
  return act !== null && act.at > now ? { ...act, at: now } : act;
}
