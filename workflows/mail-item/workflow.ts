/** The life of a mail item, from its publication until the paper has left (WF-10, WF-11, WF-12). */
import type { UpdateDefinition } from '@temporalio/common';
import { continueAsNew, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { MailItemActivities } from '../../activities/mail-items.ts';
import type { CommandName } from '../../domain/commands.ts';
import { commands } from '../../domain/commands.ts';
import type { MailItem, MailItemState } from '../../domain/mail-item.ts';
import type { PlannedAct } from '../../domain/plan.ts';
import { nextTimerAct } from '../../domain/plan.ts';
import type { Policy } from '../../domain/policy.ts';
import { mailName } from '../../texts/life.ts';
import type { DueAct } from '../life.ts';
import { Life, timing } from '../life.ts';
import { localOptions, mailOptions } from '../options.ts';
import * as messages from './messages.ts';
import { describe } from './describe.ts';

const local = proxyLocalActivities<MailItemActivities>(localOptions);
const mail = proxyActivities<Pick<MailItemActivities, 'tellMailItem'>>(mailOptions);

type TimedAct = PlannedAct & DueAct;

/** Waits, decides nothing itself: what falls due and when comes from the plan, what it means from the domain. */
export async function mailItem({ policy, state }: messages.MailItemStart): Promise<string> {
  const whole = wholeUnder(policy);
  const life = new Life<MailItemState, TimedAct>(state, {
    next: (present) => timed(nextTimerAct(whole(present)), policy.messageSeconds),
    carryOut: (act, at) =>
      local.carryOutAct({ itemId: state.id, kind: act.kind as never, subject: act.subject, at }),
    isOver: (present) => present.closed !== null,
    standing: (present) => messages.standingOf(whole(present)),
    details: (present) => describe(whole(present)),
    owed: (present) => present.toTell.map(({ key }) => key),
    tell: (key) =>
      mail.tellMailItem.executeWithOptions({ ...mailOptions, summary: mailName(key) }, [state.id, key]),
  });

  const take = <Name extends CommandName>(
    name: Name,
    update: UpdateDefinition<MailItemState, [messages.CommandMessage<Name>]>,
  ) => {
    life.answer(
      update,
      (present, { input, request }) => commands[name].check(whole(present), input, request.receivedAt),
      (message) => local.commandMailItem(name, message),
    );
  };
  take('decide', messages.decide);
  take('acceptQuote', messages.acceptQuote);
  take('beginTask', messages.beginTask);
  take('completeTask', messages.completeTask);
  take('failTask', messages.failTask);
  take('hold', messages.hold);
  take('release', messages.release);
  take('correctFacts', messages.correctFacts);
  take('offerQuote', messages.offerQuote);
  life.heed(messages.factsChanged, (at) => local.noteChangedFacts(state.id, at));

  if ((await life.live()) === 'continues')
    return continueAsNew<typeof mailItem>({ policy, state: life.state });
  return life.state.closed?.outcome ?? 'closed';
}

/** The item of a state, one object a state: what it is asked for, its plan above all, is worked out once. */
function wholeUnder(policy: Policy): (state: MailItemState) => MailItem {
  const items = new WeakMap<MailItemState, MailItem>();
  return (state) => {
    const item = items.get(state) ?? { ...state, policy };
    items.set(state, item);
    return item;
  };
}

function timed(act: PlannedAct | null, messageSeconds: number): TimedAct | null {
  return act && { ...act, ...timing(act, messageSeconds) };
}
