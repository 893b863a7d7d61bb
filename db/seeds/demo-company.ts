import type { Knex } from 'knex';
import { v7 as uuid } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';
import type { DemoPorts } from './demo-ports.ts';
import { ceilingOf } from '../../domain/effective-rights.ts';
import { wholeApplication } from '../../domain/holding.ts';
import { postboxApplication, postboxDimension } from '../../domain/postbox-rights.ts';
import type { RightSet } from '../../domain/right-set.ts';
import { openAccount, registerScopeValues } from '../changes/open-account.ts';
import { grantByOperator, writeBoundary } from '../changes/write-boundary.ts';
import type { DemoApplication, DemoBox, DemoCompany } from './demo-shapes.ts';
import { writeObjects } from './demo-objects.ts';
import { writeUsers } from './demo-users.ts';
import type { DemoLogin } from './demo-users.ts';
import { saveHolding } from '../changes/save-holding.ts';

interface Place {
  readonly brandId: string;
  readonly siteIds: ReadonlyMap<string, string>;
  readonly ports: DemoPorts;
  readonly at: Instant;
}

/** A company with its key, boxes, account, boundary, people and their grants. */
export async function writeCompany(
  trx: Knex.Transaction,
  company: DemoCompany,
  place: Place,
): Promise<DemoLogin[]> {
  const id = uuid();
  const { name, language } = company;
  await trx('companies').insert({ id, brand_id: place.brandId, name, language });
  await trx('company_keys').insert({ company_id: id, wrapped_key: place.ports.newCompanyKey(id) });
  const boxIds = new Map<string, string>();
  for (const box of company.boxes) boxIds.set(box.number, await writeBox(trx, box, id, place));
  const accountId = await openAccount(trx, { id, brand_id: place.brandId }, { number: null, name }, place.at);
  const people = await writePeople(trx, company, id, place);
  const boxes = [...boxIds].map(([number, value]) => ({ value, label: number }));
  const own = { key: postboxApplication, values: { [postboxDimension]: boxes } };
  for (const application of [own, ...company.applications])
    await grantWhole(trx, { accountId, companyId: id }, application, people.administrators, place);
  for (const { membershipId, grants } of people.users)
    await grantBoxes(trx, accountId, membershipId, grants, { boxIds, by: people.administrators[0], place });
  await writeObjects(trx, accountId, company.objects ?? [], people.userIds, place.at);
  return people.logins;
}

async function writeBox(
  trx: Knex.Transaction,
  box: DemoBox,
  companyId: string,
  { brandId, siteIds, at }: Place,
): Promise<string> {
  const id = uuid();
  await trx('postboxes').insert({
    id,
    brand_id: brandId,
    company_id: companyId,
    site_id: siteIds.get(box.site),
    number: box.number,
    primary_option: box.primaryOption,
    allowed_decisions: box.allowed.join(','),
    default_manner: 'standard',
  });
  await trx('addressees').insert(
    box.addressees.map((name) => ({ id: uuid(), postbox_id: id, name, added_at: toDb(at) })),
  );
  if (box.forwardingAddress === null) return id;
  const { postalCode, ...address } = box.forwardingAddress;
  await trx('postbox_addresses').insert({
    postbox_id: id,
    kind: 'forwarding',
    recipient: box.addressees[0],
    ...address,
    postal_code: postalCode,
    version: 1,
    changed_at: toDb(at),
  });
  return id;
}

interface DemoPeople {
  readonly logins: DemoLogin[];
  readonly userIds: ReadonlyMap<string, string>;
  readonly administrators: readonly { readonly membershipId: string; readonly userId: string }[];
  readonly users: readonly { readonly membershipId: string; readonly grants: Granted }[];
}

type Granted = NonNullable<DemoCompany['users'][number]['grants']>;

async function writePeople(
  trx: Knex.Transaction,
  company: DemoCompany,
  companyId: string,
  { ports, at }: Place,
): Promise<DemoPeople> {
  const written = await writeUsers(trx, company.users, ports);
  const people = company.users.map(({ username, grants }) => ({
    username,
    grants,
    membershipId: uuid(),
    role: grants === null ? ('administrator' as const) : ('user' as const),
    userId: written.get(username)?.id ?? '',
  }));
  await trx('memberships').insert(
    people.map(({ membershipId, userId, role }) => ({
      id: membershipId,
      user_id: userId,
      company_id: companyId,
      profile: role,
      created_at: toDb(at),
      accepted_at: toDb(at),
    })),
  );
  return {
    logins: people.map(({ role, username }) => ({
      role,
      username,
      password: written.get(username)?.password ?? '',
      company: company.name,
    })),
    userIds: new Map(people.map(({ username, userId }) => [username, userId])),
    administrators: people.filter(({ role }) => role === 'administrator'),
    users: people.flatMap(({ membershipId, grants }) => (grants === null ? [] : [{ membershipId, grants }])),
  };
}

/** The staff of the operator who set the demo up. */
const nobodyOfStaff = '00000000-0000-0000-0000-000000000000';

/** The boundary of one application, and the whole of it for every administrator. */
async function grantWhole(
  trx: Knex.Transaction,
  { accountId, companyId }: { readonly accountId: string; readonly companyId: string },
  { key, profile, values }: DemoApplication,
  administrators: DemoPeople['administrators'],
  { ports, at }: Place,
): Promise<void> {
  const application = ports.registry.get(key);
  if (application === undefined) throw new Error(`the registry has no application ${key}`);
  for (const [dimension, known] of Object.entries(values)) {
    const rows = known.map(({ value, label, kind = null }) => ({ value, label, kind }));
    await registerScopeValues(trx, accountId, dimension, rows);
  }
  const listed = Object.entries(values).map(([dimension, known]) => [
    dimension,
    known.map(({ value }) => value),
  ]);
  const rights = wholeApplication(application, Object.fromEntries(listed) as Record<string, string[]>);
  const work = { application, accountId, companyId, staffId: nobodyOfStaff, at };
  await writeBoundary(trx, work, rights);
  for (const { membershipId } of administrators)
    await grantByOperator(trx, work, membershipId, rights, profile ?? null);
}

/** What the administrator of the demo gave a colleague on boxes. */
async function grantBoxes(
  trx: Knex.Transaction,
  accountId: string,
  membershipId: string,
  grants: Granted,
  {
    boxIds,
    by,
    place: { ports, at },
  }: {
    readonly boxIds: ReadonlyMap<string, string>;
    readonly by: DemoPeople['administrators'][number] | undefined;
    readonly place: Place;
  },
): Promise<void> {
  const application = ports.registry.get(postboxApplication);
  if (application === undefined || by === undefined) throw new Error('nobody or nothing to grant boxes by');
  const rights: RightSet = Object.entries(grants).map(([number, actions]) => ({
    actions,
    scope: { [postboxDimension]: [boxIds.get(number) ?? ''] },
  }));
  const key = {
    holderKind: 'user',
    holderId: membershipId,
    accountId,
    application: application.key,
  } as const;
  await saveHolding(trx, {
    ...{ application, key, holding: null, grantor: { kind: 'user', id: by.userId }, reason: 'saved', at },
    holder: { kind: 'user', routerType: null },
    wish: { profile: null, rights },
    ceiling: ceilingOf(application, rights),
    revocation: 'individual',
  });
}
