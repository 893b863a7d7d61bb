/** Two accounts that become one (WF-37): commands, acts of time, and the mail to a contact. */
import type { MergeCommandName } from '../../../domain/account-merge.ts';
import { twoAccounts } from '../../support/merge-stories.ts';
import type { TwoAccounts } from '../../support/merge-stories.ts';
import { begin } from '../../support/people-stories.ts';
import type { HeldMoment } from '../held.ts';
import type { Case } from './stage.ts';
import { ago, daysAgo } from './stage.ts';

const done = (subject: string, event: string) => ({ event: { kind: `account-merge.${event}`, subject } });

/** Asked for yesterday; with both yeses, and approved, as far as it is to have come. */
async function mergeOf(two: TwoAccounts, upTo: 'asked' | 'consented' | 'merged') {
  const mergeId = upTo === 'asked' ? await two.ask() : await two.consented();
  if (upTo === 'merged') await two.command('approve', mergeId, two.colleague);
  return mergeId;
}

function command(name: MergeCommandName, event: string, upTo: 'asked' | 'consented' | 'merged'): Case {
  return {
    activity: 'commandMerge',
    does: name,
    set: async (stage) => {
      const two = await twoAccounts(stage, ago(20));
      const mergeId = await mergeOf(two, upTo);
      const life = await begin(stage, 'account-merge', mergeId);
      stage.aim('account-merge', mergeId, 'commandMerge');
      const actor = name === 'consent' ? two.contactOf(two.sourceId) : two.colleague;
      return { ...done(mergeId, event), go: () => life.command(name, 'mergeId', {}, undefined, actor) };
    },
  };
}

function act(does: string, event: string, upTo: 'asked' | 'merged', column: string): Case {
  return {
    activity: 'carryOutMerge',
    does,
    set: async (stage) => {
      const two = await twoAccounts(stage, daysAgo(20));
      const mergeId = await mergeOf(two, upTo);
      const past = new Date(ago(1));
      await stage
        .knex('account_merges')
        .where({ id: mergeId })
        .update({ [column]: past, next_act_at: past });
      stage.aim('account-merge', mergeId, 'carryOutMerge');
      return { ...done(mergeId, event), go: () => begin(stage, 'account-merge', mergeId) };
    },
  };
}

function mail(moment: HeldMoment, times: number): Case {
  return {
    activity: 'tellPerson',
    does: `account-merge-asked-source, ${moment}`,
    set: async (stage) => {
      const mergeId = await (await twoAccounts(stage, ago(1))).ask();
      await stage
        .knex('notices')
        .where({ life_id: mergeId, kind: 'account-merge-asked-target' })
        .update({ told_at: new Date() });
      stage.aim('account-merge', mergeId, 'tellPerson', moment);
      const owed = { life: mergeId, kind: 'account-merge-asked-source', times };
      return { event: null, mails: owed, go: () => begin(stage, 'account-merge', mergeId) };
    },
  };
}

export const mergeCases: readonly Case[] = [
  command('consent', 'consented', 'asked'),
  command('refuse', 'refused', 'asked'),
  command('approve', 'merged', 'consented'),
  command('revert', 'reverted', 'merged'),
  act('expire', 'expired', 'asked', 'ends_at'),
  act('finish', 'finished', 'merged', 'revert_ends_at'),
  mail('unsent', 1),
  mail('sent', 2),
];
