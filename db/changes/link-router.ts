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
  await give(trx, router.id, { companyId: company.id, from: router.id, to: company.id });
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
  await give(trx, router.id, { companyId: null, from: companyId, to: router.id });
  await tellRouter(trx, { routerId: router.id, companyId, event: 'unregistered' }, actor, at);
}

/** The entry with the company that it is of now, and what clients gave it with who holds it now. */
async function give(
  trx: Knex.Transaction,
  routerId: string,
  { companyId, from, to }: { readonly companyId: string | null; readonly from: string; readonly to: string },
): Promise<void> {
  const version = trx.raw('version + 1');
  await trx('routers').where({ id: routerId }).update({ company_id: companyId, version });
  await trx('holdings').where({ holder_kind: 'router', holder_id: from }).update({ holder_id: to, version });
}
