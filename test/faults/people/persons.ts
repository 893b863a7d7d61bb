/** What one person has under way: a lost password, a new address, a log-in from an unknown place, a word to him. */
import { randomUUID } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { askRecovery } from '../../../db/changes/ask-recovery.ts';
import { changePassword } from '../../../db/changes/change-password.ts';
import { askEmailChange } from '../../../db/changes/email-changes.ts';
import { recordAttempt } from '../../../db/changes/log-in-attempts.ts';
import { startReset } from '../../../db/changes/start-reset.ts';
import type { Instant } from '../../../domain/calendar.ts';
import type { LifeName } from '../../../domain/life-rows.ts';
import type { Person } from '../../support/people-stories.ts';
import { aPerson, begin } from '../../support/people-stories.ts';
import { tokenHashOut } from '../../support/registration-stories.ts';
import { hashOf, requestAt } from '../../support/requests.ts';
import { until } from '../../support/wait.ts';
import type { HeldMoment } from '../held.ts';
import type { Case, Expected, Stage } from './stage.ts';
import { ago } from './stage.ts';

const done = (subject: string, kind: string): Expected => ({ event: { kind, subject } });

/** An act of time: the life begins when it is due already. What a place undergoes is told of its person. */
function act(activity: string, does: string, life: LifeName, born: Born, event: string): Case {
  return {
    activity,
    does,
    set: async (stage) => {
      const { id, person } = await born(stage);
      stage.aim(life, id, activity);
      const subject = life === 'place-authorisation' ? (person?.id ?? '') : id;
      return { ...done(subject, event), go: () => begin(stage, life, id) };
    },
  };
}
type Born = (stage: Stage) => Promise<{ readonly id: string; readonly person?: Person }>;

const lastOf = async ({ knex }: Stage, table: string, where: object): Promise<string> =>
  (await knex(table).where(where).orderBy('id', 'desc').first<{ id: string }>('id')).id;

async function lost(stage: Stage): Promise<{ readonly id: string; readonly person: Person }> {
  const person = await aPerson(stage);
  await askRecovery(stage.knex)(person.email, ago(0));
  return { id: await lastOf(stage, 'credential_recoveries', { identifier: person.email }), person };
}

/** Waiting for his administrator, who is the second. */
async function handedOver(stage: Stage) {
  const { id, person } = await lost(stage);
  await stage.knex('memberships').where({ user_id: person.id }).update({ profile: 'user' });
  await person.change({ self_reset_allowed: false });
  const administrator = await aPerson(stage);
  const facts = { company_id: person.companyId, profile: 'administrator', accepted_at: new Date(0) };
  await stage.knex('memberships').insert({ id: uuid(), user_id: administrator.id, ...facts });
  await begin(stage, 'credential-recovery', id);
  const row = () => stage.knex('credential_recoveries').where({ id }).first();
  await until('it waits for the administrator', async () => (await row()).hand_over_at !== null);
  return { id, person, administrator };
}

/** Its link was mailed and is over. */
async function lostAndLeft(stage: Stage) {
  const { id, person } = await lost(stage);
  const { brand_id } = await stage.knex('companies').where({ id: person.companyId }).first();
  const set = await stage.knex('policy_sets').where({ brand_id }).first<{ id: string }>('id');
  const over = new Date(ago(1));
  await stage
    .knex('credential_recoveries')
    .where({ id })
    .update({ ...{ brand_id, policy_set_id: set.id, identifier: null }, ends_at: over, next_act_at: over });
  return { id };
}

async function moving(stage: Stage, at: Instant) {
  const person = await aPerson(stage);
  const asked = { userId: person.id, email: `new-${person.email}` };
  await askEmailChange(stage.knex)(asked, { type: 'user', id: person.id }, at);
  return { id: await lastOf(stage, 'email_changes', { user_id: person.id }), person };
}

/** So many log-ins with the right password from an unknown address; the last one's case. */
async function tried(stage: Stage, at: Instant, times = 1) {
  const person = await aPerson(stage);
  const { brand_id } = await stage.knex('companies').where({ id: person.companyId }).first();
  const set = await stage.knex('policy_sets').where({ brand_id }).first<{ id: string }>('id');
  const secret = randomUUID();
  for (let time = 1; time <= times; time += 1) {
    const version = Number((await person.row())['credential_version']);
    await recordAttempt(stage.knex)({
      id: uuid(),
      secretHash: hashOf(time === times ? secret : randomUUID()),
      proven: { userId: person.id, credentialVersion: version },
      sessionKind: 'cookie',
      address: '203.0.113.7',
      pair: hashOf('pair'),
      nextStep: 'mail',
      asks: { brandId: brand_id, companyId: person.companyId, policySetId: set.id },
      at,
    });
  }
  return { id: await lastOf(stage, 'place_authorisations', { user_id: person.id }), person, secret };
}

/** `kind`: of the mail whose sending is killed at that moment. */
function notice(moment: HeldMoment, times: number): Case {
  return {
    activity: 'tellPersonally',
    does: `password-changed, ${moment}`,
    set: async (stage) => {
      const person = await aPerson(stage);
      const session = { id: uuid(), tokenHash: hashOf(randomUUID()) };
      const to = { hash: 'the new one', needsFactor: false };
      const changed = { userId: person.id, from: 'the one before', to, spent: null, session };
      await changePassword(stage.knex)(changed, { type: 'user', id: person.id }, ago(0));
      const id = await lastOf(stage, 'personal_notices', { user_id: person.id });
      stage.aim('personal-notice', id, 'tellPersonally', moment);
      const mails = { life: id, kind: 'password-changed', times };
      return { event: null, mails, go: () => begin(stage, 'personal-notice', id) };
    },
  };
}

export const personCases: readonly Case[] = [
  act('carryOutCredentialRecovery', 'find', 'credential-recovery', lost, 'credential-recovery.link-made'),
  act(
    'carryOutCredentialRecovery',
    'expire',
    'credential-recovery',
    lostAndLeft,
    'credential-recovery.expired',
  ),
  {
    activity: 'followCredentialRecovery',
    does: 'the administrator starts a reset',
    set: async (stage) => {
      const { id, person, administrator } = await handedOver(stage);
      stage.aim('credential-recovery', id, 'followCredentialRecovery');
      const request = requestAt(ago(0));
      const of = { companyId: person.companyId, userId: person.id };
      const actor = { type: 'user', id: administrator.id } as const;
      const go = () => startReset(stage.knex)(of, actor, request.receivedAt, request);
      return { ...done(id, 'credential-recovery.helped'), go };
    },
  },
  {
    activity: 'completeCredentialRecovery',
    does: 'complete',
    set: async (stage) => {
      const { id, person } = await lost(stage);
      const recovery = await begin(stage, 'credential-recovery', id);
      const tokenHash = await tokenHashOut(stage, id, 'reset');
      stage.aim('credential-recovery', id, 'completeCredentialRecovery');
      const words = { userId: person.id, tokenHash, password: { hash: 'the new one', needsFactor: false } };
      const go = () => recovery.command('complete', 'recoveryId', words);
      return { ...done(id, 'credential-recovery.completed'), go };
    },
  },
  act(
    'expireEmailChange',
    'expire',
    'email-change',
    (stage) => moving(stage, ago(73)),
    'email-change.expired',
  ),
  {
    activity: 'confirmEmailChange',
    does: 'confirm',
    set: async (stage) => {
      const { id, person } = await moving(stage, ago(1));
      const change = await begin(stage, 'email-change', id);
      const tokenHash = await tokenHashOut(stage, id, 'email');
      stage.aim('email-change', id, 'confirmEmailChange');
      const go = () => change.command('confirm', 'emailChangeId', { userId: person.id, tokenHash });
      return { ...done(id, 'email-change.confirmed'), go };
    },
  },
  act(
    'carryOutPlaceAuthorisation',
    'expire',
    'place-authorisation',
    (stage) => tried(stage, ago(1)),
    'place.expired',
  ),
  act(
    'carryOutPlaceAuthorisation',
    'digest',
    'place-authorisation',
    (stage) => tried(stage, ago(1.1), 4),
    'place.digested',
  ),
  {
    activity: 'confirmPlaceAuthorisation',
    does: 'confirm',
    set: async (stage) => {
      const { id, person, secret } = await tried(stage, ago(0));
      const place = await begin(stage, 'place-authorisation', id);
      const linkHash = await tokenHashOut(stage, id, 'place');
      stage.aim('place-authorisation', id, 'confirmPlaceAuthorisation');
      const words = { linkHash, attemptHash: hashOf(secret), browser: null };
      const go = () => place.command('confirm', 'authorisationId', words);
      return { ...done(person.id, 'place.authorised'), go };
    },
  },
  notice('unsent', 1),
  notice('sent', 2),
  notice('told', 1),
];
