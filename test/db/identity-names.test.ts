/** SE-03 against the real database: an identity document is of who the form named when it was sent, and of nobody else. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../db/changes/append-event.ts';
import { commandIdentityCheck, followCase } from '../../db/changes/command-identity-check.ts';
import { finishDestruction } from '../../db/changes/destroy-identity-document.ts';
import { keepIdentityDocument } from '../../db/changes/keep-identity-document.ts';
import { identityCheckOf } from '../../db/queries/identity-checks.ts';
import { decidedPeoplePolicy } from '../../domain/people-policy.ts';
import type { FormAnswers } from '../../domain/registration-form.ts';
import { approval, caseWithStaff, say } from '../support/approved-case.ts';
import { buildHouse } from '../support/house.ts';
import { belgianSite, fourteenDays } from '../support/mail-items.ts';
import { outcomeOf } from '../support/outcome.ts';
import { requestAt } from '../support/requests.ts';
import { staffMember } from '../support/staff.ts';
import type { OwnDatabase } from './own-database.ts';
import { migratedDatabase } from './own-database.ts';

const at = '2027-02-02T14:00:00.000Z';
const later = '2027-02-02T15:00:00.000Z';
const latest = '2027-02-02T16:00:00.000Z';
const applicant = { type: 'system', id: 'applicant' } as const;
let database: OwnDatabase;
let staff: Actor;
let caseId: string;
beforeAll(async () => {
  database = await migratedDatabase();
  staff = await staffMember(database.knex);
}, 60_000);
afterAll(() => database.drop());
beforeEach(async () => {
  const { brandId } = await buildHouse(database.knex, { policy: fourteenDays, site: belgianSite });
  const registration = { ...decidedPeoplePolicy.registration, identityDocument: true };
  await database
    .knex('policy_sets')
    .where({ brand_id: brandId })
    .update({ people: JSON.stringify({ registration }) });
  caseId = await caseWithStaff(database.knex, brandId, at);
});

/** Returns the id of the check. */
async function pictureAt(when: string): Promise<string> {
  const id = uuidv7();
  const document = { id, mediaType: 'image/png', sha256: 'a'.repeat(64), bytes: 9 };
  const keys = { holderKey: 'holder', wrappedKey: 'wrapped' };
  return (await keepIdentityDocument(database.knex)(caseId, { ...document, ...keys }, when, requestAt(when)))
    .checkId;
}
const passed = (checkId: string, when: string) =>
  commandIdentityCheck(
    database.knex,
    'decideIdentity',
  )({ checkId, outcome: 'passed', actor: staff, request: requestAt(when) });
/** Given back, changed and handed in again. */
async function corrected(answers: FormAnswers, when: string): Promise<void> {
  const { knex } = database;
  const [by, of] = [
    { actor: staff, at: when },
    { actor: applicant, at: when },
  ];
  await say(knex, caseId, 'returnForCorrection', { ...by, words: { fields: ['phone'], note: null } });
  await say(knex, caseId, 'supplement', { ...of, words: { answers, language: null, isMailed: false } });
  await say(knex, caseId, 'submit', of);
}
const approved = () =>
  outcomeOf(say(database.knex, caseId, 'approve', { actor: staff, at: latest, words: approval }));
const shown = async () => (await identityCheckOf(database.knex, caseId))?.closed?.outcome;

test('passed, and something else corrected: it counts', async () => {
  const checkId = await pictureAt(at);
  await passed(checkId, later);
  await finishDestruction(database.knex)(checkId, later);
  await corrected({ phone: '+32 2 201 11 11' }, latest);
  expect(await shown()).toBe('passed');
  expect(await approved()).toBe('done');
});

test.each([['firstName'], ['lastName']])(
  'passed, and another %s: not of this person; a new picture is',
  async (name) => {
    const checkId = await pictureAt(at);
    await passed(checkId, later);
    await finishDestruction(database.knex)(checkId, later);
    await corrected({ [name]: 'Somebody' }, later);
    expect(await shown()).toBe('expired');
    expect(await approved()).toBe('registration.identity-missing');
    await passed(await pictureAt(latest), latest);
    expect(await approved()).toBe('done');
  },
);

test('another name while it waits to be looked at: nobody decides about it, it goes, and another one is asked for', async () => {
  const { knex } = database;
  const checkId = await pictureAt(at);
  await corrected({ firstName: 'Somebody' }, later);
  const told = await knex('events').where({ kind: 'identity-check.renamed', subject_id: checkId }).first();
  expect([told.life, told.life_id]).toEqual(['identity-of', caseId]);
  expect(await outcomeOf(passed(checkId, latest))).toBe('identity-check.over');
  expect((await followCase(knex)(checkId, latest)).outcome).toBe('expired');
  expect(
    await knex('identity_document_keys as k')
      .join('identity_documents as d', 'd.id', 'k.document_id')
      .where('d.check_id', checkId),
  ).toEqual([]);
  expect(await knex('notices').where({ life_id: checkId }).pluck('kind')).toEqual([
    'identity-document-again',
  ]);
});
