/**
 * Every activity of the lives of people, with its worker killed before, during and after what it does (WF-01 to WF-04,
 * WF-19, WF-20; F02). One worker after the other is killed with all of them at work at once.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accountInvitationActivities } from '../../activities/account-invitations.ts';
import { duplicateActivities } from '../../activities/duplicate-requests.ts';
import { mergeActivities } from '../../activities/account-merges.ts';
import { codeActivities } from '../../activities/activation-codes.ts';
import { administratorRecoveryActivities } from '../../activities/administrator-recoveries.ts';
import { consentActivities } from '../../activities/channel-consents.ts';
import { credentialRecoveryActivities } from '../../activities/credential-recoveries.ts';
import { documentNoticeActivities } from '../../activities/document-notices.ts';
import { emailChangeActivities } from '../../activities/email-changes.ts';
import { historyBackfillActivities } from '../../activities/history-backfills.ts';
import { identityCheckActivities } from '../../activities/identity-checks.ts';
import { peopleActivities } from '../../activities/people.ts';
import { placeAuthorisationActivities } from '../../activities/place-authorisations.ts';
import { publicationActivities } from '../../activities/publications.ts';
import { registrationActivities } from '../../activities/registrations.ts';
import { sharingActivities } from '../../activities/sharings.ts';
import { signUpActivities } from '../../activities/sign-ups.ts';
import { userProvisioningActivities } from '../../activities/user-provisionings.ts';
import { violationsIn } from '../support/invariants.ts';
import { isSettled } from '../support/invariants/lives.ts';
import type { Arrived } from '../support/invariants/arrived-mails.ts';
import { arrivedMails } from '../support/invariants/arrived-mails.ts';
import { messageIdOf } from '../../mail/message-id.ts';
import type { OpenScene } from '../support/scene.ts';
import { openScene } from '../support/scene.ts';
import { until } from '../support/wait.ts';
import { heldWorkers } from './held.ts';
import { accountInvitationCases } from './people/account-invitations.ts';
import { duplicateCases } from './people/duplicates.ts';
import { mergeCases } from './people/account-merges.ts';
import { administratorCases } from './people/administrators.ts';
import { invitationCases } from './people/invitations.ts';
import { codeCases } from './people/codes.ts';
import { personCases } from './people/persons.ts';
import { publicationCases } from './people/publications.ts';
import { sharingCases } from './people/sharings.ts';
import { registrationCases } from './people/registrations.ts';
import type { Case, Expected, OwedTimes } from './people/stage.ts';
import { stageOn } from './people/stage.ts';

const cases: readonly Case[] = [
  ...invitationCases,
  ...personCases,
  ...administratorCases,
  ...registrationCases,
  ...codeCases,
  ...publicationCases,
  ...accountInvitationCases,
  ...sharingCases,
  ...mergeCases,
  ...duplicateCases,
];

let scene: OpenScene;
const nameOf = ({ activity, does }: Case) => `${activity}: ${does}`;

beforeAll(async () => {
  scene = await openScene();
}, 400_000);
afterAll(() => scene.close());

test('every activity of these lives is among the cases', () => {
  const none = {} as never;
  const all = [
    accountInvitationActivities,
    administratorRecoveryActivities,
    codeActivities,
    consentActivities,
    credentialRecoveryActivities,
    documentNoticeActivities,
    emailChangeActivities,
    identityCheckActivities,
    mergeActivities,
    duplicateActivities,
    peopleActivities,
    placeAuthorisationActivities,
    registrationActivities,
    publicationActivities,
    sharingActivities,
    historyBackfillActivities,
    signUpActivities,
    userProvisioningActivities,
  ].flatMap((activities) => Object.keys(activities(none)));
  // Those read a row for a life that somebody has told something, and write nothing.
  const idle = [
    ...['readCode', 'readBatch', 'readSignUp', 'readReception', 'readCase'],
    ...['readAccountInvitation', 'readDocumentNotice', 'readSharing', 'readBackfill'],
  ];
  expect([...new Set(cases.map(({ activity }) => activity))].sort()).toEqual(
    all.filter((name) => !idle.includes(name)).sort(),
  );
});

test('killed before, during and after: each has happened once, each command is answered, each mail came as its class says', async () => {
  const { product } = scene;
  const { knex, workers, relays } = product;
  await Promise.all([...workers, relays[0]].map((each) => each.kill()));
  const held = heldWorkers(product);
  await held.start('before');
  const stage = stageOn(product, held);
  const set = await inTurns(cases, 8, (one) => one.set(stage));
  const answers = set.map(({ go }) => go());
  await relays[0].start();
  await held.kill();
  // Ordinary activities are tried again after a minute, the local ones at once.
  held.letGo(({ moment }) => moment !== undefined);
  await held.start('during');
  await held.kill();
  await held.start('after');
  await held.kill();
  held.letGo();
  await held.start('after');

  await Promise.all(answers);
  await until('nothing is under way', () => isSettled(product), 120_000);
  const events: { kind: string; subject_id: string }[] = await knex('events').select('kind', 'subject_id');
  const mails = await arrivedMails(product);
  const counted = await Promise.all(
    set.map(async ({ event, mails: owed }) => ({
      events:
        event && events.filter((one) => one.kind === event.kind && one.subject_id === event.subject).length,
      mails: owed && (await cameOf(owed, mails)),
    })),
  );
  const table = (count: (index: number, one: Expected) => unknown) =>
    Object.fromEntries(set.map((one, index) => [nameOf(cases[index] as Case), count(index, one)]));
  expect(table((index) => counted[index])).toEqual(
    table((_index, { event, mails: owed }) => ({ events: event && 1, mails: owed && owed.times })),
  );
  // Whatever opens something is gone with the change that used it.
  expect(await knex('command_particulars').where('particulars', 'like', '%Hash%').select()).toEqual([]);
}, 400_000);

test('afterwards nothing is wrong', async () => {
  expect(await violationsIn(scene)).toEqual([]);
}, 400_000);

/** How often the mail of that life and kind has arrived, under its one id. */
async function cameOf({ life, kind }: OwedTimes, mails: readonly Arrived[]): Promise<number> {
  const { knex, mailDomain } = scene.product;
  const { notice_key: key } = await knex('notices')
    .where({ life_id: life, kind })
    .first<{ notice_key: string }>('notice_key');
  const isIt = ({ messageId, to }: Arrived) => messageId === messageIdOf(`${key}/${to.join()}`, mailDomain);
  return mails.filter(isIt).length;
}

/** So many at a time: all at once they would wait for each other longer than they may. */
async function inTurns<One, Done>(
  all: readonly One[],
  atOnce: number,
  work: (one: One) => Promise<Done>,
): Promise<Done[]> {
  const done: Done[] = [];
  for (let from = 0; from < all.length; from += atOnce)
    done.push(...(await Promise.all(all.slice(from, from + atOnce).map(work))));
  return done;
}
