/** The router of the demo: listed, with a grant of a client that nobody there has handed on yet (RT-04). */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { ceilingOf } from '../../domain/effective-rights.ts';
import type { RightSet } from '../../domain/right-set.ts';
import { appendEvent } from '../changes/append-event.ts';
import { insertRouter } from '../changes/list-router.ts';
import { openRouterGrant } from '../changes/write-router-grant.ts';
import { toDb } from '../instants.ts';
import type { DemoPorts } from './demo-ports.ts';
import { saveHolding } from '../changes/save-holding.ts';

const address = { street: '14 rue du Molinel', postalCode: '59000', city: 'Lille', country: 'FR' };
const entry = { name: 'Routage Lenoir', type: 'conventional', ...address } as const;
const granted = { client: 'Bakkerij Peeters', by: 'an.peeters', application: 'e-masspost' };
const rights: RightSet = [
  {
    actions: ['create-deposit', 'global-follow-up'],
    scope: { products: ['letter'], 'invoice-addresses': ['100001'] },
  },
];

/** Lists the company of that name and gives it what its client gave it. */
export async function writeRouter(
  trx: Knex.Transaction,
  { registry }: DemoPorts,
  at: Instant,
): Promise<void> {
  const router = await companyNamed(trx, entry.name);
  const client = await companyNamed(trx, granted.client);
  const invited = { ...entry, enterpriseNumber: null, email: null };
  const routerId = await insertRouter(trx, router.brand_id, invited, router.id, at);
  await trx('routers')
    .where({ id: routerId })
    .update({ confirmed_at: toDb(at) });
  const { id: accountId } = await trx('accounts')
    .where({ company_id: client.id })
    .first<{ id: string }>('id');
  const { id: grantorId } = await trx('users').where({ username: granted.by }).first<{ id: string }>('id');
  const application = registry.get(granted.application);
  if (application === undefined) throw new Error(`the registry has no application ${granted.application}`);
  const key = { holderKind: 'router', holderId: router.id, accountId, application: application.key } as const;
  await saveHolding(trx, {
    ...{ application, key, holding: null, grantor: { kind: 'user', id: grantorId }, reason: 'saved', at },
    holder: { kind: 'router', routerType: entry.type },
    wish: { profile: null, rights },
    ceiling: ceilingOf(application, rights),
    revocation: 'individual',
  });
  const { id } = await openRouterGrant(trx, client, { accountId, routerId }, grantorId, at);
  await appendEvent(trx, {
    kind: 'router.rights-saved',
    subjectType: 'router',
    subjectId: routerId,
    companyId: client.id,
    actor: { type: 'user', id: grantorId },
    at,
    body: { accountId, application: application.key, added: rights, version: 1 },
    wakes: { life: 'router-grant', id },
  });
}

async function companyNamed(trx: Knex.Transaction, name: string): Promise<{ id: string; brand_id: string }> {
  return trx('companies').where({ name }).first<{ id: string; brand_id: string }>('id', 'brand_id');
}
