import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Actor } from './append-event.ts';
import type { LockedCompany } from './lock-member.ts';
import { tellRouter } from './tell-router-lives.ts';

/**
 * A company that has just come to be and stands in the directory under its enterprise number: the entry is its own from now on,
 * and what clients gave it is its to hand on (decided.md, Routers: its grants wait).
 */
export async function linkRouter(
  trx: Knex.Transaction,
  company: LockedCompany,
  enterpriseNumber: string | null,
  actor: Actor,
  at: Instant,
): Promise<void> {
  if (enterpriseNumber === null) return;
  const router = await trx('routers')
    .where({ brand_id: company.brand_id, enterprise_number: enterpriseNumber })
    .whereNull('company_id')
    .whereNull('closed_at')
    .orderBy('number')
    .forUpdate()
    .first<{ id: string } | undefined>('id');
  if (router === undefined) return;
  await trx('routers')
    .where({ id: router.id })
    .update({ company_id: company.id, version: trx.raw('version + 1') });
  await trx('holdings')
    .where({ holder_kind: 'router', holder_id: router.id })
    .update({ holder_id: company.id, version: trx.raw('version + 1') });
  await tellRouter(trx, { routerId: router.id, companyId: company.id, event: 'registered' }, actor, at);
}

/**
 * The company was undone: the entry stands in the directory without one, as before, and what clients gave it waits for the next
 * company of its number. The company is locked, and its people hold nothing any more.
 */
export async function unlinkRouter(
  trx: Knex.Transaction,
  companyId: string,
  actor: Actor,
  at: Instant,
): Promise<void> {
  const router = await trx('routers')
    .where({ company_id: companyId })
    .forUpdate()
    .first<{ id: string } | undefined>('id');
  if (router === undefined) return;
  await trx('routers')
    .where({ id: router.id })
    .update({ company_id: null, version: trx.raw('version + 1') });
  await trx('holdings')
    .where({ holder_kind: 'router', holder_id: companyId })
    .update({ holder_id: router.id, version: trx.raw('version + 1') });
  await tellRouter(trx, { routerId: router.id, companyId, event: 'unregistered' }, actor, at);
}
