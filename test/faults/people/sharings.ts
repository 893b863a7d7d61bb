/** Invitations to shared users, and the past that comes after a consent (WF-35, WF-36). */
import { inviteSharing } from '../../../db/changes/invite-sharing.ts';
import type { Instant } from '../../../domain/calendar.ts';
import { begin } from '../../support/people-stories.ts';
import { tokenHashOut } from '../../support/registration-stories.ts';
import { requestAt } from '../../support/requests.ts';
import { aSharedScene } from '../../support/sharing-stories.ts';
import { staffMember } from '../../support/staff.ts';
import type { Case, Stage } from './stage.ts';
import { ago, daysAgo } from './stage.ts';

/** Somebody invited at that instant; the life has not begun. */
async function invited(stage: Stage, at: Instant) {
  const scene = await aSharedScene(stage);
  const actor = { type: 'user', id: scene.mainContactId } as const;
  const email = `${crypto.randomUUID()}@invited.example`;
  const said = {
    accountId: scene.accountId,
    name: 'Claes',
    email,
    language: 'en',
    clientCodeIds: scene.codes,
  };
  return { scene, actor, id: await inviteSharing(stage.knex)(said, actor, requestAt(at)) };
}

/** The past of one number, a document a page: the kill comes in the midst of it. */
async function past(stage: Stage) {
  const scene = await aSharedScene(stage, { pageDocuments: 3 });
  return scene.backfillOf(scene.codes[0] ?? '');
}

const act = (does: string, days: number, event: string): Case => ({
  activity: 'carryOutSharing',
  does,
  set: async (stage) => {
    const { id } = await invited(stage, daysAgo(days));
    stage.aim('sharing', id, 'carryOutSharing');
    return { event: { kind: event, subject: id }, go: () => begin(stage, 'sharing', id) };
  },
});

export const sharingCases: readonly Case[] = [
  act('remind a shared user', 2.5, 'sharing.reminded'),
  act('expire', 4, 'sharing.expired'),
  {
    activity: 'commandSharing',
    does: 'accept a sharing',
    set: async (stage) => {
      const { id } = await invited(stage, ago(1));
      const life = await begin(stage, 'sharing', id);
      const tokenHash = await tokenHashOut(stage, id, 'sharing');
      stage.aim('sharing', id, 'commandSharing');
      const words = { tokenHash, password: { hash: 'a hash', needsFactor: false } };
      const holder = { type: 'system', id: 'link-holder' } as const;
      const go = () => life.command('accept', 'sharingId', words, undefined, holder);
      return { event: { kind: 'sharing.accepted', subject: id }, go };
    },
  },
  {
    activity: 'showHistoryPage',
    does: 'show a page',
    set: async (stage) => {
      const id = await past(stage);
      stage.aim('history-backfill', id, 'showHistoryPage');
      const event = { kind: 'history-backfill.completed', subject: id };
      return {
        event,
        mails: { life: id, kind: 'history-shown', times: 1 },
        go: () => begin(stage, 'history-backfill', id),
      };
    },
  },
  {
    activity: 'commandBackfill',
    does: 'drop the rest',
    set: async (stage) => {
      const id = await past(stage);
      await stage
        .knex('history_backfills')
        .where({ id })
        .update({ paused_at: new Date(), next_act_at: null });
      const life = await begin(stage, 'history-backfill', id);
      stage.aim('history-backfill', id, 'commandBackfill');
      const staff = await staffMember(stage.knex);
      const go = () => life.command('drop', 'backfillId', {}, undefined, staff);
      return { event: { kind: 'history-backfill.dropped', subject: id }, go };
    },
  },
];
