import type { Knex } from 'knex';
import { v7 as uuid } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';
import type { DemoPorts } from './demo-ports.ts';
import type { DemoBox, DemoCompany } from './demo-data.ts';
import { writeUsers } from './demo-users.ts';
import type { DemoLogin } from './demo-users.ts';

interface Place {
  readonly brandId: string;
  readonly siteIds: ReadonlyMap<string, string>;
  readonly ports: DemoPorts;
  readonly at: Instant;
}

/** A company with its key, boxes, people and their grants. */
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
  return writePeople(trx, company, id, boxIds, place);
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

async function writePeople(
  trx: Knex.Transaction,
  company: DemoCompany,
  companyId: string,
  boxIds: ReadonlyMap<string, string>,
  { ports, at }: Place,
): Promise<DemoLogin[]> {
  const users = await writeUsers(trx, company.users, ports);
  const logins: DemoLogin[] = [];
  for (const { username, grants } of company.users) {
    const role = grants === null ? ('administrator' as const) : ('user' as const);
    const membershipId = uuid();
    const user = users.get(username);
    await trx('memberships').insert({
      id: membershipId,
      user_id: user?.id,
      company_id: companyId,
      profile: role,
      created_at: toDb(at),
      accepted_at: toDb(at),
    });
    const granted = Object.entries(grants ?? {}).flatMap(([number, actions]) =>
      actions.map((action) => ({ membership_id: membershipId, postbox_id: boxIds.get(number), action })),
    );
    if (granted.length > 0) await trx('postbox_grants').insert(granted);
    logins.push({ role, username, password: user?.password ?? '', company: company.name });
  }
  return logins;
}
