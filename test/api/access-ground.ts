/** Everything an operation can be asked about, of one company: what its path, its query and its body may name. */
import { randomUUID } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { registerScopeValues } from '../../db/changes/open-account.ts';
import { insertRouter } from '../../db/changes/list-router.ts';
import { openAccessReview } from '../../db/changes/open-access-review.ts';
import { grantByOperator, writeBoundary } from '../../db/changes/write-boundary.ts';
import { wholeApplication } from '../../domain/holding.ts';
import type { World } from '../support/fixtures.ts';
import { newMember } from '../support/persons.ts';
import { applicationCalled } from '../support/registry.ts';

/** Whose things they are, and who is there to have made them. */
export interface Owner {
  readonly company: string;
  /** A box in which a letter waits for a decision, and one from which a letter leaves. */
  readonly boxes: readonly [string, string];
  readonly administrator: string;
  /** A user, and a box on which he may not decide yet. */
  readonly asker: string;
  readonly askedBox: string;
  /** A user whom staff would make administrator. */
  readonly candidate: string;
}

export const bakery: Owner = {
  company: 'Bakkerij Peeters',
  boxes: ['BE 1001', 'BE 1002'],
  administrator: 'an.peeters',
  asker: 'chloe.lambert',
  askedBox: 'BE 1002',
  candidate: 'bart.claes',
};

/** Of another brand, in another country. */
export const tulips: Owner = {
  company: 'Tulip Trading',
  boxes: ['NL 3001', 'NL 3002'],
  administrator: 'emma.jansen',
  asker: 'daan.visser',
  askedBox: 'NL 3002',
  candidate: 'daan.visser',
};

export interface Ground {
  /** What the first segment of a path names. */
  readonly ids: Readonly<Record<string, string>>;
  /** What a further parameter names: `{userId}`; in a query or a body by its own name. */
  readonly parts: Readonly<Record<string, string>>;
}

const depositApplication = 'e-masspost';
const depositScope = { products: 'letter', 'invoice-addresses': '100001' };

/** All of it, some by the product itself and the rest straight in the tables. */
export async function groundOf(world: World, owner: Owner): Promise<Ground> {
  const companyId = await idOf(world, 'companies', { name: owner.company });
  const accountId = await idOf(world, 'accounts', { company_id: companyId });
  const [box, otherBox] = owner.boxes;
  await leavesAtOnce(world, otherBox);
  const letter = await world.arrive({ box });
  const forwarded = await world.arrive({ box: otherBox });
  const boxId = await world.boxId(box);
  const routerId = await listedRouter(world, companyId);
  return {
    parts: {
      '{accountId}': accountId,
      '{application}': depositApplication,
      '{dimension}': 'invoice-addresses',
      '{addresseeId}': await idOf(world, 'addressees', { postbox_id: boxId }),
      '{kind}': 'forwarding',
      '{invitationId}': await invitationTo(world, companyId),
      '{routerId}': routerId,
      ...(await colleague(world, companyId)),
      ...(await reviewOf(world, companyId)),
    },
    ids: {
      accounts: accountId,
      'application-objects': await depositOn(world, owner, companyId, accountId),
      'mail-items': letter.itemId,
      documents: letter.documentId,
      companies: companyId,
      trashings: await trashed(world, owner, (await world.arrive({ box })).documentId),
      postboxes: boxId,
      'site-tasks': await idOf(world, 'site_tasks', { mail_item_id: forwarded.itemId }),
      'rights-requests': await askedFor(world, owner, companyId, accountId),
      routers: routerId,
      'router-onboardings': await onboardingFor(world, companyId),
      'administrator-recoveries': await recoveryFor(world, companyId, owner.candidate),
      'access-reviews': await unanswered(world, companyId),
      me: await sessionOf(world, owner.administrator),
    },
  };
}

export async function idOf({ knex }: World, table: string, where: object): Promise<string> {
  return (await knex(table).where(where).orderBy('id').first<{ id: string }>('id')).id;
}

/** There is work for its site then. */
async function leavesAtOnce({ knex }: World, number: string): Promise<void> {
  const address = { recipient: 'The company', street: 'Street 1', postal_code: '1000', city: 'A city' };
  const box = await knex('postboxes').where({ number }).first<{ id: string }>('id');
  await knex('postboxes').where({ number }).update({ primary_option: 'forward' });
  await knex('postbox_addresses')
    .insert({
      ...{ postbox_id: box.id, kind: 'forwarding', ...address, country: 'BE', version: 1 },
      changed_at: new Date('2020-01-01T00:00:00Z'),
    })
    .onConflict()
    .ignore();
}

/** A deposit that its administrator sees, and nobody else in the house. */
async function depositOn(world: World, owner: Owner, companyId: string, accountId: string): Promise<string> {
  const { knex } = world;
  const known = await knex('application_objects')
    .where({ account_id: accountId, title: 'Deposit of 1,200 letters' })
    .first<{ id: string } | undefined>('id');
  if (known !== undefined) return known.id;
  const dimension = 'invoice-addresses';
  const address = depositScope[dimension];
  const application = applicationCalled(depositApplication);
  const administrator = await world.userId(owner.administrator);
  const membershipId = await idOf(world, 'memberships', { user_id: administrator });
  await knex.transaction(async (trx) => {
    const at = '2027-01-01T00:00:00.000Z';
    await registerScopeValues(trx, accountId, dimension, [{ value: address, label: address, kind: null }]);
    const work = { application, accountId, companyId, staffId: uuid(), at };
    const whole = wholeApplication(application, { [dimension]: [address] });
    await writeBoundary(trx, work, whole);
    await grantByOperator(trx, work, membershipId, whole, null);
  });
  const id = uuid();
  await knex('application_objects').insert({
    ...{ id, account_id: accountId, application: depositApplication, title: 'A deposit', price_cents: 1 },
    ...{ created_by: null, created_at: new Date(world.time.now) },
  });
  await knex('application_object_values').insert(
    Object.entries(depositScope).map(([name, value]) => ({ object_id: id, dimension: name, value })),
  );
  return id;
}

/** Of his own: hidden from everybody else. */
async function sessionOf(world: World, username: string): Promise<string> {
  await world.as(username);
  return idOf(world, 'sessions', { user_id: await world.userId(username) });
}

/** Somebody of the company who calls nothing himself: he may be changed, stopped and sent away. */
async function colleague(world: World, companyId: string): Promise<Record<string, string>> {
  const { id, username } = await newMember(world.knex, companyId);
  return { '{userId}': id, '{sessionId}': await sessionOf(world, username) };
}

/** A review of the company's rights, a year from now, with one of its entries. */
async function reviewOf(world: World, companyId: string): Promise<Record<string, string>> {
  const reviewId = (await openAccessReview(world.knex)(companyId, '2028-02-03T09:00:00.000Z')) ?? '';
  const entryId = await idOf(world, 'access_review_entries', { review_id: reviewId });
  return { '{reviewId}': reviewId, '{entryId}': entryId };
}

/** An earlier one that nobody answered. */
async function unanswered({ knex }: World, companyId: string): Promise<string> {
  const last = await knex('access_reviews').where({ company_id: companyId }).first<{ id: string }>();
  const over = new Date('2027-01-30T23:00:00Z');
  const id = uuid();
  await knex('access_reviews').insert({
    ...{ ...last, id, due_on: '2026-12-31', open_key: null, next_act_at: null },
    ...{ decided_outcome: 'unanswered', decided_at: over, outcome: 'unanswered', closed_at: over },
  });
  return id;
}

/** Somebody is asked to join the company, straight in the tables. */
async function invitationTo(world: World, companyId: string): Promise<string> {
  const { knex, time } = world;
  const id = randomUUID();
  const { brandId, policyId } = await brandOf(world, companyId);
  await knex('user_provisionings').insert({
    ...{ id, brand_id: brandId, company_id: companyId, kind: 'membership', profile: 'user' },
    ...{ typed: 'somebody', policy_set_id: policyId, version: 1, invited_at: new Date(time.now) },
    ...{ ends_at: new Date('2027-03-02T14:00:00Z'), ends_rule: 'a test' },
  });
  return id;
}

/** The router of the brand; one that nobody works with where the demo has none. */
async function listedRouter(world: World, companyId: string): Promise<string> {
  const { brandId } = await brandOf(world, companyId);
  const known = await world
    .knex('routers')
    .where({ brand_id: brandId })
    .first<{ id: string } | undefined>('id');
  if (known !== undefined) return known.id;
  const address = { street: 'Kade 1', postalCode: '1011 AB', city: 'Amsterdam', country: 'NL' };
  const entry = { name: 'Een router', type: 'other', ...address } as const;
  const invited = { ...entry, enterpriseNumber: null, email: null };
  return world.knex.transaction((trx) => insertRouter(trx, brandId, invited, null, world.deps.clock()));
}

/** A router that the company has asked for, straight in the tables. */
async function onboardingFor(world: World, companyId: string): Promise<string> {
  const id = randomUUID();
  const { brandId, policyId } = await brandOf(world, companyId);
  const at = new Date(world.time.now);
  const address = { street: 'Rue 1', postal_code: '59000', city: 'Lille', country: 'FR' };
  await world.knex('router_onboardings').insert({
    ...{ id, brand_id: brandId, company_id: companyId, policy_set_id: policyId, version: 1 },
    ...{ name: 'A router', ...address, asked_at: at, due_at: at, due_rule: 'a test', stage: 'vetting' },
  });
  return id;
}

/** A company on its way to a new administrator, straight in the tables. */
async function recoveryFor(world: World, companyId: string, candidate: string): Promise<string> {
  const id = randomUUID();
  const { brandId, policyId } = await brandOf(world, companyId);
  await world.knex('administrator_recoveries').insert({
    ...{ id, brand_id: brandId, company_id: companyId, candidate_id: await world.userId(candidate) },
    ...{ policy_set_id: policyId, version: 1, reason: 'He has left.', proposed_by: id },
    ...{ proposed_at: new Date(world.time.now), ends_at: new Date('2027-03-02T14:00:00Z') },
    ...{ ends_rule: 'a test', open_key: companyId },
  });
  return id;
}

async function brandOf({ knex }: World, companyId: string): Promise<{ brandId: string; policyId: string }> {
  const { brand_id: brandId } = await knex('companies')
    .where({ id: companyId })
    .first<{ brand_id: string }>();
  const { id: policyId } = await knex('policy_sets').where({ brand_id: brandId }).first<{ id: string }>();
  return { brandId, policyId };
}

/** His administrators have it. */
async function askedFor(
  world: World,
  { asker, askedBox }: Owner,
  companyId: string,
  accountId: string,
): Promise<string> {
  const scope = { postboxes: [await world.boxId(askedBox)] };
  const answer = await world.http
    .post(`/v1/companies/${companyId}/rights-requests`)
    .set(await world.as(asker))
    .set('Idempotency-Key', randomUUID())
    .send({ accountId, application: 'postbox', rights: [{ actions: ['decide'], scope }] });
  return answer.body.id as string;
}

async function trashed(world: World, { administrator }: Owner, documentId: string): Promise<string> {
  await world.http
    .post(`/v1/documents/${documentId}/trash`)
    .set(await world.as(administrator))
    .set('Idempotency-Key', randomUUID());
  return idOf(world, 'trashings', { document_id: documentId });
}
