/** Registrations and the documents that prove who somebody is (WF-01, WF-19): applicant, staff, time, other cases. */
import { randomInt, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { v7 as uuid } from 'uuid';
import { applicant } from '../../../db/changes/actors.ts';
import type { Actor } from '../../../db/changes/append-event.ts';
import { keepIdentityDocument } from '../../../db/changes/keep-identity-document.ts';
import type { Instant } from '../../../domain/calendar.ts';
import type { IdentityCommandName } from '../../../domain/identity-check.ts';
import { decidedPeoplePolicy } from '../../../domain/people-policy.ts';
import type { RegistrationCommandName } from '../../../domain/registration-commands.ts';
import { createDiskStore } from '../../../platform/disk-store.ts';
import type { StoryLife } from '../../support/people-stories.ts';
import { begin } from '../../support/people-stories.ts';
import type { Office } from '../../support/registration-stories.ts';
import { bornCase, openOffice, tokenHashOut } from '../../support/registration-stories.ts';
import { hashOf, requestAt } from '../../support/requests.ts';
import { until } from '../../support/wait.ts';
import type { HeldMoment } from '../held.ts';
import type { Case, Expected, Stage } from './stage.ts';
import { ago, daysAgo } from './stage.ts';

const life = 'registration';

interface Filed {
  readonly id: string;
  readonly office: Office;
  say(name: RegistrationCommandName, words?: object, at?: Instant, actor?: Actor): Promise<unknown>;
  confirm(at?: Instant): Promise<unknown>;
}

/** Whose first name and number nobody else has: approvals at the same moment wait for each other otherwise. */
function newcomer() {
  const digits = randomInt(10_000_000, 19_999_999);
  const number = `BE${digits}${String(97 - (digits % 97)).padStart(2, '0')}`;
  const letters = randomUUID().replace(/[^a-f]/g, '');
  return { enterpriseNumber: number, firstName: `Zoe${letters}`, referralConsent: true };
}

async function filed(stage: Stage, at: Instant, more: object = {}, office?: Office): Promise<Filed> {
  const desk = office ?? (await openOffice(stage));
  const { id } = await bornCase(stage, desk, at, { ...newcomer(), ...more });
  return spoken(stage, id, desk, await begin(stage, life, id));
}

function spoken(stage: Stage, id: string, office: Office, file: StoryLife): Filed {
  const say: Filed['say'] = (name, words = {}, at, actor = applicant) =>
    file.command(name, 'registrationId', words, at, actor);
  return {
    id,
    office,
    say,
    confirm: async (at) => say('confirmEmail', { tokenHash: await tokenHashOut(stage, id) }, at),
  };
}

const staffOf = ({ office }: Filed): Actor => ({ type: 'staff', id: office.staffId });
const approval = { applications: ['postbox'], scopeValues: {}, note: null };
const done = (subject: string, event: string): Expected => ({
  event: { kind: `registration.${event}`, subject },
});

/** `ready`: how far the case is when that is said. */
function command(
  name: RegistrationCommandName,
  event: string,
  ready: 'begun' | 'confirmed' | 'review' | 'known' | 'lapsed',
  words: object = {},
  byStaff = false,
): Case {
  return {
    activity: 'commandRegistration',
    does: name,
    set: async (stage) => {
      const file = await filed(stage, ago(1));
      if (ready !== 'begun') await file.confirm();
      if (ready === 'known') {
        await (
          await another(stage, file)
        )();
        // Staff are quicker than the news, which would refer it by itself.
        const news = stage.knex('events').where({ life: 'registrations-of' }).whereNull('wake_done_at');
        await news.update({ wake_done_at: new Date() });
      }
      if (ready !== 'begun' && ready !== 'confirmed') await file.say('submit');
      if (ready === 'lapsed') await approvedAndLapsed(stage, file);
      const said = name === 'confirmEmail' ? { tokenHash: await tokenHashOut(stage, file.id) } : words;
      stage.aim(life, file.id, 'commandRegistration');
      const go = () => file.say(name, said, undefined, byStaff ? staffOf(file) : applicant);
      return { ...done(file.id, event), go };
    },
  };
}

/** Another case of the same company, with staff. Returns its approval; this one hears of it when it is woken. */
async function another(stage: Stage, file: Filed): Promise<() => Promise<unknown>> {
  const { enterprise_number: enterpriseNumber } = await stage
    .knex('registrations')
    .where({ id: file.id })
    .first<{ enterprise_number: string }>('enterprise_number');
  const other = await filed(stage, ago(1), { enterpriseNumber }, file.office);
  await other.confirm();
  await other.say('submit');
  return () => other.say('approve', approval, undefined, staffOf(other));
}

async function approvedAndLapsed(stage: Stage, file: Filed): Promise<void> {
  await file.say('approve', approval, undefined, staffOf(file));
  const row = await stage.knex(`registrations`).where({ id: file.id }).first<{ user_id: string }>('user_id');
  const open = stage.knex('user_provisionings').where({ user_id: row.user_id });
  await begin(stage, 'user-provisioning', (await open.clone().first<{ id: string }>('id')).id).then(
    (invitation) => invitation.command('withdraw', 'provisioningId', {}, undefined, staffOf(file)),
  );
}

/** An act of time: due as soon as the life begins. */
function act(does: string, event: string, at: () => Instant, facts: object = {}): Case {
  return {
    activity: 'carryOutRegistration',
    does,
    set: async (stage) => {
      const office = await openOffice(stage);
      const { id } = await bornCase(stage, office, at(), newcomer());
      if (Object.keys(facts).length > 0) await stage.knex('registrations').where({ id }).update(facts);
      stage.aim(life, id, 'carryOutRegistration');
      return { ...done(id, event), go: () => begin(stage, life, id) };
    },
  };
}

const identityOffice = { registration: { ...decidedPeoplePolicy.registration, identityDocument: true } };

/** A case with a picture that came at that instant; the life of its check has not begun. */
async function pictured(stage: Stage, at: Instant) {
  const office = await openOffice(stage, identityOffice);
  const file = await filed(stage, at, {}, office);
  await file.confirm(at);
  const documentId = await picture(stage);
  const kept = { id: documentId, mediaType: 'image/png', sha256: hashOf(documentId), bytes: 1 };
  const keys = { holderKey: 'h', wrappedKey: 'w' };
  const request = requestAt(at);
  const { checkId } = await keepIdentityDocument(stage.knex)(file.id, { ...kept, ...keys }, at, request);
  return { file, checkId };
}

/** A sealed picture lies in the store. */
async function picture({ product }: Stage): Promise<string> {
  const id = uuid();
  await (await createDiskStore(product.objectFolder)).put(id, Readable.from([Buffer.from('sealed')]));
  return id;
}

const checked = (subject: string, event: string): Expected => ({
  event: { kind: `identity-check.${event}`, subject },
});

function identityCommand(name: IdentityCommandName, event: string, words: object): Case {
  return {
    activity: 'commandIdentityCheck',
    does: name,
    set: async (stage) => {
      const { file, checkId } = await pictured(stage, ago(1));
      const check = await begin(stage, 'identity-check', checkId);
      const say = (what: IdentityCommandName, said: object) =>
        check.command(what, 'checkId', {}, undefined, staffOf(file), said);
      const more = name === 'takeDocument' ? await anotherPicture(stage, file, say) : words;
      stage.aim('identity-check', checkId, 'commandIdentityCheck');
      return { ...checked(checkId, event), go: () => say(name, more) };
    },
  };
}

/** Asked for and sent, and its check has not taken it yet. */
async function anotherPicture(
  stage: Stage,
  file: Filed,
  say: (name: IdentityCommandName, said: object) => Promise<unknown>,
) {
  await say('askForAnother', {});
  const gone = async () =>
    (await stage.knex('identity_checks').where({ registration_id: file.id, document_id: null })).length === 1;
  await until('the first picture is gone', gone);
  const id = await picture(stage);
  const kept = { id, mediaType: 'image/png', sha256: hashOf(id), bytes: 1, holderKey: 'h', wrappedKey: 'w' };
  const at = await stage.now();
  const { documentId } = await keepIdentityDocument(stage.knex)(file.id, kept, at, requestAt(at));
  return { documentId };
}

function destruction(moment: HeldMoment): Case {
  return {
    activity: 'destroyIdentityDocument',
    does: moment,
    set: async (stage) => {
      const { file, checkId } = await pictured(stage, ago(1));
      const check = await begin(stage, 'identity-check', checkId);
      stage.aim('identity-check', checkId, 'destroyIdentityDocument', moment);
      const outcome = { outcome: 'passed' };
      const go = () => check.command('decideIdentity', 'checkId', {}, undefined, staffOf(file), outcome);
      return { ...checked(checkId, 'document-destroyed'), go };
    },
  };
}

export const registrationCases: readonly Case[] = [
  command('supplement', 'supplemented', 'begun', {
    answers: { phone: '+32 2 201 11 11' },
    language: null,
    isMailed: false,
  }),
  command('submit', 'submitted', 'confirmed'),
  command('confirmEmail', 'email-confirmed', 'begun'),
  command('resendConfirmation', 'confirmation-resent', 'begun'),
  command('withdraw', 'withdrawn', 'review'),
  command('returnForCorrection', 'returned', 'review', { fields: ['phone'], note: null }, true),
  command('approve', 'approved', 'review', approval, true),
  command('reject', 'rejected', 'review', { note: null }, true),
  command('refer', 'referred', 'known', {}, true),
  command('resendInvitation', 'invitation-resent', 'lapsed', {}, true),
  act('expire-confirmation', 'confirmation-expired', () => daysAgo(9)),
  act('remind', 'reminded', () => daysAgo(22), { confirmation_ends_at: null }),
  act('abandon', 'abandoned', () => daysAgo(33), {
    confirmation_ends_at: null,
    reminded_at: new Date(),
  }),
  {
    activity: 'carryOutRegistration',
    does: 'report-overdue',
    set: async (stage) => {
      const file = await filed(stage, ago(1));
      await file.confirm(daysAgo(12));
      stage.aim(life, file.id, 'carryOutRegistration');
      return { ...done(file.id, 'overdue'), go: () => file.say('submit', {}, daysAgo(12)) };
    },
  },
  {
    activity: 'carryOutRegistration',
    does: 'undo',
    set: async (stage) => {
      const file = await filed(stage, ago(1));
      await file.confirm();
      await file.say('submit');
      stage.aim(life, file.id, 'carryOutRegistration');
      const go = () => file.say('approve', approval, daysAgo(33), staffOf(file));
      return { ...done(file.id, 'undone'), go };
    },
  },
  {
    activity: 'followRegistrationFacts',
    does: 'another case of the company was approved',
    set: async (stage) => {
      const file = await filed(stage, ago(1));
      await file.confirm();
      stage.aim(life, file.id, 'followRegistrationFacts');
      const approve = await another(stage, file);
      return { ...done(file.id, 'referred'), go: approve };
    },
  },
  identityCommand('decideIdentity', 'passed', { outcome: 'passed' }),
  identityCommand('askForAnother', 'asked-again', {}),
  identityCommand('takeDocument', 'document-taken', {}),
  {
    activity: 'carryOutIdentityExpiry',
    does: 'expire',
    set: async (stage) => {
      const { checkId } = await pictured(stage, ago(74));
      stage.aim('identity-check', checkId, 'carryOutIdentityExpiry');
      return { ...checked(checkId, 'expired'), go: () => begin(stage, 'identity-check', checkId) };
    },
  },
  {
    activity: 'followCase',
    does: 'the case is withdrawn',
    set: async (stage) => {
      const { file, checkId } = await pictured(stage, ago(1));
      await begin(stage, 'identity-check', checkId);
      stage.aim('identity-check', checkId, 'followCase');
      return { ...checked(checkId, 'expired'), go: () => file.say('withdraw') };
    },
  },
  destruction('there'),
  destruction('gone'),
  destruction('recorded'),
];
