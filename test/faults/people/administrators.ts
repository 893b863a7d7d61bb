/** A company without an administrator (decided.md, People): what staff, the old one and the new one do, and time. */
import type { Actor } from '../../../db/changes/append-event.ts';
import { proposeRecovery } from '../../../db/changes/propose-administrator-recovery.ts';
import type { Instant } from '../../../domain/calendar.ts';
import type { RecoveryCommandName } from '../../../domain/administrator-recovery.ts';
import { factsChanged } from '../../../workflows/administrator-recovery/messages.ts';
import type { StoryLife } from '../../support/people-stories.ts';
import { begin } from '../../support/people-stories.ts';
import { newMember } from '../../support/persons.ts';
import { tokenHashOut } from '../../support/registration-stories.ts';
import { hashOf, requestAt } from '../../support/requests.ts';
import { until } from '../../support/wait.ts';
import type { Case, Expected, Stage } from './stage.ts';
import { daysAgo, houseOf } from './stage.ts';
import { staffMember } from '../../support/staff.ts';

const life = 'administrator-recovery';

/** Proposed at that instant; its life has not begun. */
async function proposed(stage: Stage, at: Instant) {
  const { knex } = stage;
  const { companyId } = await houseOf(stage);
  const address = { street: 'Meir 12', postal_code: '2000', city: 'Antwerpen', country: 'BE' };
  await knex('companies').where({ id: companyId }).update(address);
  await knex('memberships')
    .where({ company_id: companyId })
    .update({ suspended_at: new Date(at) });
  const { id: candidateId } = await newMember(knex, companyId);
  const [olga, omar] = [await staffMember(stage.knex), await staffMember(stage.knex)];
  const asked = { purpose: 'administrator', companyId, candidateId, reason: 'He has left.' } as const;
  const { id } = await proposeRecovery(knex)(asked, olga, at, requestAt(at));
  return { id, omar, candidate: { type: 'user', id: candidateId } satisfies Actor };
}

const code = { sealedCode: 'sealed', codeHash: hashOf('code') };
const approve = (recovery: StoryLife, by: Actor, at: Instant) =>
  recovery.command('approve', 'recoveryId', code, at, by);
const done = (subject: string, event: string): Expected => ({
  event: { kind: `administrator-recovery.${event}`, subject },
});

/** Approved so many days ago, and opened by itself when that is long enough. */
function command(name: RecoveryCommandName, event: string, approvedDaysAgo: number | null): Case {
  return {
    activity: 'commandRecovery',
    does: name,
    set: async (stage) => {
      const { id, omar, candidate } = await proposed(stage, daysAgo(13));
      const recovery = await begin(stage, life, id);
      if (approvedDaysAgo !== null) await approve(recovery, omar, daysAgo(approvedDaysAgo));
      if (name === 'enterCode')
        await until('it is open', async () => (await recovery.events()).join().includes('.opened'));
      const words =
        name === 'object'
          ? { tokenHash: await tokenHashOut(stage, id, 'recovery') }
          : name === 'enterCode'
            ? { typedHashes: [hashOf('code')] }
            : name === 'approve'
              ? code
              : {};
      const actor = name === 'enterCode' || name === 'object' ? candidate : omar;
      stage.aim(life, id, 'commandRecovery');
      const go = () => recovery.command(name, 'recoveryId', words, undefined, actor);
      return { ...done(id, event), go };
    },
  };
}

export const administratorCases: readonly Case[] = [
  command('approve', 'approved', null),
  command('confirmPrinted', 'printed', 0),
  command('object', 'objected', 0),
  command('enterCode', 'granted', 12),
  command('withdraw', 'withdrawn', null),
  {
    activity: 'carryOutRecovery',
    does: 'open',
    set: async (stage) => {
      const { id, omar } = await proposed(stage, daysAgo(13));
      const recovery = await begin(stage, life, id);
      stage.aim(life, id, 'carryOutRecovery');
      return { ...done(id, 'opened'), go: () => approve(recovery, omar, daysAgo(12)) };
    },
  },
  {
    activity: 'carryOutRecovery',
    does: 'expire',
    set: async (stage) => {
      const { id } = await proposed(stage, daysAgo(33));
      stage.aim(life, id, 'carryOutRecovery');
      return { ...done(id, 'expired'), go: () => begin(stage, life, id) };
    },
  },
  {
    activity: 'readRecovery',
    does: 'the row is read again',
    set: async (stage) => {
      const { id } = await proposed(stage, daysAgo(1));
      await begin(stage, life, id);
      stage.aim(life, id, 'readRecovery');
      const handle = stage.env.client.workflow.getHandle(`${life}/${id}`);
      return { event: null, go: () => handle.signal(factsChanged) };
    },
  },
];
