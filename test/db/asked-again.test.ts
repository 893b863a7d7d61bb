/** Check 10 against the real database: who has lost his role since the request came in does nothing with it any more. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../db/changes/append-event.ts';
import { changeRouter, closeRouter } from '../../db/changes/change-router.ts';
import { commandIdentityCheck } from '../../db/changes/command-identity-check.ts';
import { changeCompanyPlaces } from '../../db/changes/company-places.ts';
import { createRouter } from '../../db/changes/create-router.ts';
import { keepIdentityDocument } from '../../db/changes/keep-identity-document.ts';
import { proposeRecovery } from '../../db/changes/propose-administrator-recovery.ts';
import { setServiceTokenNetworks } from '../../db/changes/service-token-networks.ts';
import { viewIdentityDocument } from '../../db/changes/view-identity-document.ts';
import { viewRecoveryLetter } from '../../db/changes/view-recovery-letter.ts';
import { decidedPeoplePolicy } from '../../domain/people-policy.ts';
import type { RegistrationCommandName } from '../../domain/registration-commands.ts';
import { approval, approvedCase, caseWithStaff, say } from '../support/approved-case.ts';
import type { House } from '../support/house.ts';
import { buildHouse } from '../support/house.ts';
import { belgianSite, fourteenDays } from '../support/mail-items.ts';
import { outcomeOf } from '../support/outcome.ts';
import { newMember } from '../support/persons.ts';
import { hashOf, requestAt } from '../support/requests.ts';
import { listedRouter } from '../support/router-stories.ts';
import type { OwnDatabase } from './own-database.ts';
import { migratedDatabase } from './own-database.ts';
import { staffMember } from '../support/staff.ts';

const at = '2027-02-02T14:00:00.000Z';
let database: OwnDatabase;
let house: House;
let staff: Actor;
let siteStaff: Actor;

beforeAll(async () => {
  database = await migratedDatabase();
  const { knex } = database;
  house = await buildHouse(knex, { policy: fourteenDays, site: belgianSite });
  await knex('policy_sets')
    .where({ brand_id: house.brandId })
    .update({
      people: JSON.stringify({
        registration: { ...decidedPeoplePolicy.registration, identityDocument: true },
      }),
    });
  [staff, siteStaff] = [await staffMember(knex), await staffMember(knex, { siteId: house.siteId })];
}, 60_000);
afterAll(() => database.drop());

const request = () => requestAt(at);

async function pictured(): Promise<string> {
  const registrationId = await caseWithStaff(database.knex, house.brandId, at);
  const document = { id: uuidv7(), mediaType: 'image/png', sha256: hashOf(randomUUID()), bytes: 9 };
  const keys = { holderKey: 'holder', wrappedKey: 'wrapped' };
  const kept = await keepIdentityDocument(database.knex)(
    registrationId,
    { ...document, ...keys },
    at,
    request(),
  );
  return kept.checkId;
}

/** Of a company whose only administrator is suspended: another user of it is to follow him. */
async function approvedRecovery(): Promise<string> {
  const { knex } = database;
  const ownHouse = await buildHouse(knex, { policy: fourteenDays, site: belgianSite });
  const { companyId } = ownHouse;
  await knex('memberships')
    .where({ company_id: companyId })
    .update({ suspended_at: new Date(at) });
  await knex('companies')
    .where({ id: companyId })
    .update({ street: 'Rue Haute 1', postal_code: '1000', city: 'Bruxelles' });
  const { id: candidateId } = await newMember(knex, companyId, 'user');
  const proposal = { purpose: 'administrator', companyId, candidateId, reason: 'He is gone.' } as const;
  const { id } = await proposeRecovery(knex)(proposal, staff, at, request());
  await knex('administrator_recoveries')
    .where({ id })
    .update({ approved_at: new Date(at), approved_by: staff.id, sealed_code: 'sealed' });
  return id;
}

async function serviceToken(): Promise<string> {
  const row = { id: uuidv7(), token_hash: hashOf(randomUUID()), site_id: house.siteId, name: 'A program' };
  await database.knex('service_tokens').insert({ ...row, created_at: new Date(at) });
  return row.id;
}

const entry = () => ({
  ...{ name: `Router ${uuidv7()}`, type: 'conventional' as const },
  ...{ street: 'Rue 1', postalCode: '59000', city: 'Lille', country: 'FR' },
});

type Act = (by: Actor) => Promise<unknown>;

const decision =
  (name: RegistrationCommandName, words: object = {}): (() => Promise<Act>) =>
  async () => {
    const id = await caseWithStaff(database.knex, house.brandId, at);
    return (actor) => say(database.knex, id, name, { actor, at, words });
  };

/** What only the operator's staff may do; each is made ready, and then asked by somebody. */
const acts: readonly (readonly [string, () => Promise<Act>])[] = [
  ['approves a registration', decision('approve', approval)],
  ['rejects a registration', decision('reject', { note: null })],
  ['returns a registration', decision('returnForCorrection', { fields: ['phone'], note: null })],
  ['refers a registration', decision('refer')],
  [
    'decides about an identity document',
    async () => {
      const checkId = await pictured();
      const command = { checkId, outcome: 'passed' as const };
      return (actor) =>
        commandIdentityCheck(database.knex, 'decideIdentity')({ ...command, actor, request: request() });
    },
  ],
  [
    'asks for another identity document',
    async () => {
      const checkId = await pictured();
      return (actor) =>
        commandIdentityCheck(database.knex, 'askForAnother')({ checkId, actor, request: request() });
    },
  ],
  [
    'looks at an identity document',
    async () => {
      const checkId = await pictured();
      return (actor) => viewIdentityDocument(database.knex)(checkId, actor, at);
    },
  ],
  [
    'reads the letter of a recovery',
    async () => {
      const id = await approvedRecovery();
      return (actor) => viewRecoveryLetter(database.knex)(id, actor, at);
    },
  ],
  [
    'lists a router',
    async () => {
      const { brand_key: key } = await database
        .knex('brands')
        .where({ id: house.brandId })
        .first<{ brand_key: string }>('brand_key');
      const listed = { ...entry(), enterpriseNumber: null, email: null };
      return (actor) => createRouter(database.knex)(key, listed, actor, request());
    },
  ],
  [
    'changes an entry of the directory',
    async () => {
      const id = await listedRouter(database.knex, house, { companyId: null });
      return (actor) => changeRouter(database.knex)(id, entry(), 1, actor, at);
    },
  ],
  [
    'closes an entry of the directory',
    async () => {
      const id = await listedRouter(database.knex, house, { companyId: null });
      return (actor) => closeRouter(database.knex)(id, actor, request());
    },
  ],
  [
    'says from where the program of a site calls',
    async () => {
      const tokenId = await serviceToken();
      const asked = { tokenId, version: 1, networks: ['192.0.2.0/24'] };
      return (actor) => setServiceTokenNetworks(database.knex)(asked, actor, at);
    },
  ],
];

describe.each(acts)('[check 10] who %s', (_words, prepare) => {
  test('is staff of the operator when it is written; staff of a site are not, nor who was', async () => {
    const act = await prepare();
    const former = await staffMember(database.knex);
    await database.knex('staff_roles').where({ user_id: former.id }).delete();
    expect(await outcomeOf(act(former))).toBe('right.missing');
    expect(await outcomeOf(act(siteStaff))).toBe('right.missing');
    expect(await outcomeOf(act(staff))).not.toBe('right.missing');
  });
});

describe('[check 10] who sets where a company logs in from', () => {
  const set = (userId: string) => {
    const by = { userId, network: null };
    const asked = { companyId: house.companyId, version: 1, switch: 'on', networks: [], by } as const;
    return outcomeOf(changeCompanyPlaces(database.knex)(asked, { type: 'user', id: userId }, at));
  };
  const membership = (columns: object) =>
    database.knex('memberships').where({ user_id: house.userId }).update(columns);

  test.each([
    ['has become a user', { profile: 'user' }],
    ['was deactivated', { deactivated_at: new Date(at) }],
    ['was suspended', { suspended_at: new Date(at) }],
  ])('%s since: refused, and nothing is set', async (_words, columns) => {
    await membership(columns);
    expect(await set(house.userId)).toBe('right.missing');
    await membership({ profile: 'administrator', deactivated_at: null, suspended_at: null });
    const { places } = await database.knex('companies').where({ id: house.companyId }).first();
    expect(places).toBeNull();
  });

  test('administers another company: refused; still his own: set', async () => {
    const other = await buildHouse(database.knex, { policy: fourteenDays, site: belgianSite });
    expect(await set(other.userId)).toBe('right.missing');
    expect(await set(house.userId)).toBe('done');
  });
});

test('an applicant goes on with his own case: no role is asked of him', async () => {
  const { id } = await approvedCaseWithoutPicture();
  const applicant = { type: 'system', id: 'applicant' } as const;
  expect(await outcomeOf(say(database.knex, id, 'resendInvitation', { actor: applicant, at }))).toBe(
    'registration.invitation-out',
  );
});

async function approvedCaseWithoutPicture() {
  const plain = await buildHouse(database.knex, { policy: fourteenDays, site: belgianSite });
  return approvedCase(database.knex, plain.brandId, staff, at);
}
