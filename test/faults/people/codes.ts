/** Printed codes and the keys of their batches. */
import type { Instant } from '../../../domain/calendar.ts';
import { dayOf } from '../../../domain/calendar.ts';
import { addCode } from '../../../db/changes/add-code.ts';
import { announceCode } from '../../../db/changes/announce-codes.ts';
import { aBatch, anAccount, anIssuer, aSignUp, completionOf } from '../../support/code-stories.ts';
import { begin } from '../../support/people-stories.ts';
import { tokenHashOut } from '../../support/registration-stories.ts';
import { requestAt } from '../../support/requests.ts';
import type { Case, Stage } from './stage.ts';
import { ago, daysAgo } from './stage.ts';

async function announced(stage: Stage, at: Instant) {
  const issuer = await anIssuer(stage, at);
  const { codeId } = await aBatch(stage, issuer, at);
  const told = { on: dayOf(at, 'Europe/Brussels'), channel: 'letter' } as const;
  await announceCode(stage.knex)(codeId, told, issuer.actor, requestAt(at));
  return codeId;
}

/** A code that was used into an account; the life of the reception has not begun. */
async function received(stage: Stage) {
  const issuer = await anIssuer(stage, daysAgo(20));
  const { codeId } = await aBatch(stage, issuer, daysAgo(20));
  const on = dayOf(daysAgo(20), 'Europe/Brussels');
  await announceCode(stage.knex)(codeId, { on, channel: 'letter' }, issuer.actor, requestAt(daysAgo(20)));
  const accountId = await anAccount(stage, issuer, daysAgo(20));
  const added = { codeId, userId: accountId, clientAddress: '192.0.2.1' };
  const actor = { type: 'user', id: accountId } as const;
  return { accountId, id: await addCode(stage.knex)(added, actor, requestAt(daysAgo(18))) };
}

const act = (does: string, days: number, event: string): Case => ({
  activity: 'carryOutCode',
  does,
  set: async (stage) => {
    const id = await announced(stage, daysAgo(days));
    stage.aim('activation-code', id, 'carryOutCode');
    return { event: { kind: event, subject: id }, go: () => begin(stage, 'activation-code', id) };
  },
});

export const codeCases: readonly Case[] = [
  act('remind', 40, 'activation-code.reminded'),
  {
    activity: 'carryOutBatch',
    does: 'destroy-key',
    set: async (stage) => {
      const { batchId } = await aBatch(stage, await anIssuer(stage, daysAgo(9)), daysAgo(9));
      stage.aim('code-batch', batchId, 'carryOutBatch');
      const event = { kind: 'code-batch.key-destroyed', subject: batchId };
      return { event, go: () => begin(stage, 'code-batch', batchId) };
    },
  },
  {
    activity: 'confirmPrinted',
    does: 'confirm',
    set: async (stage) => {
      const issuer = await anIssuer(stage, ago(1));
      const { batchId } = await aBatch(stage, issuer, ago(1));
      const batch = await begin(stage, 'code-batch', batchId);
      stage.aim('code-batch', batchId, 'confirmPrinted');
      const go = () => batch.command('confirmPrinted', 'batchId', {}, undefined, issuer.actor);
      return { event: { kind: 'code-batch.printed', subject: batchId }, go };
    },
  },
  {
    activity: 'abandonSignUp',
    does: 'abandon',
    set: async (stage) => {
      const { id } = await aSignUp(stage, await announced(stage, daysAgo(5)), daysAgo(4));
      stage.aim('sign-up', id, 'abandonSignUp');
      const event = { kind: 'sign-up.abandoned', subject: id };
      return { event, go: () => begin(stage, 'sign-up', id) };
    },
  },
  {
    activity: 'completeSignUp',
    does: 'complete',
    set: async (stage) => {
      const { id } = await aSignUp(stage, await announced(stage, daysAgo(1)), ago(1));
      const signUp = await begin(stage, 'sign-up', id);
      const tokenHash = await tokenHashOut(stage, id, 'sign-up');
      stage.aim('sign-up', id, 'completeSignUp');
      const actor = { type: 'system', id: 'code-holder' } as const;
      const go = () => signUp.command('complete', 'signUpId', completionOf(tokenHash), undefined, actor);
      return { event: { kind: 'sign-up.completed', subject: id }, go };
    },
  },
  {
    activity: 'returnToPaper',
    does: 'return',
    set: async (stage) => {
      const { id } = await received(stage);
      const past = new Date(ago(1));
      await stage
        .knex('receptions')
        .where({ id })
        .update({ asked_at: new Date(daysAgo(15)), answer_ends_at: past, next_act_at: past });
      stage.aim('channel-consent', id, 'returnToPaper');
      const event = { kind: 'reception.undeliverable', subject: id };
      return { event, go: () => begin(stage, 'channel-consent', id) };
    },
  },
  {
    activity: 'commandReception',
    does: 'opt out',
    set: async (stage) => {
      const { id, accountId } = await received(stage);
      const consent = await begin(stage, 'channel-consent', id);
      stage.aim('channel-consent', id, 'commandReception');
      const actor = { type: 'user', id: accountId } as const;
      const go = () => consent.command('optOut', 'receptionId', {}, undefined, actor);
      return { event: { kind: 'reception.opted-out', subject: id }, go };
    },
  },
];
