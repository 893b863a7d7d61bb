/** What happens to a router's company or entry concerns the lives around it: what was given to it, and who asked for it. */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { openRouterGrantTo } from '../queries/router-grants.ts';
import { administrationOf } from '../queries/routers.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';

interface RouterNews {
  readonly routerId: string;
  /** In whose chain it is told. */
  readonly companyId: string | null;
  readonly event: string;
  readonly facts?: object;
}

/** Tells one fact of a router and wakes every open life around it. */
export async function tellRouter(
  trx: Knex.Transaction,
  { routerId, companyId, event, facts = {} }: RouterNews,
  actor: Actor,
  at: Instant,
): Promise<void> {
  await appendEvent(trx, {
    kind: `router.${event}`,
    subjectType: 'router',
    subjectId: routerId,
    companyId,
    actor,
    at,
    body: facts,
    wakes: { life: 'lives-of-router', id: routerId },
  });
}

/**
 * After a change to the people of a company: where it is a router, and a life has not heard yet that somebody administers it
 * now, or that nobody does, they are told. Everywhere else this is one look-up.
 */
export async function tellOfAdministrators(
  trx: Knex.Transaction,
  companyId: string,
  actor: Actor,
  at: Instant,
): Promise<void> {
  const router = await trx('routers')
    .where({ company_id: companyId, closed_at: null })
    .first<{ id: string } | undefined>('id');
  if (router === undefined) return;
  const administration = await administrationOf(trx, companyId);
  const isActive = administration === 'active';
  const grant: unknown = await trx('router_grants')
    .where({ router_id: router.id, closed_at: null })
    .where((unheard) => {
      if (isActive) void unheard.whereNull('announced_at').orWhereNotNull('unattended_at');
      else if (administration === 'none') void unheard.whereNull('unattended_at');
      else void unheard.whereNotNull('unattended_at');
    })
    .first('id');
  const onboarding: unknown = isActive
    ? await trx('router_onboardings')
        .where({ router_id: router.id, closed_at: null, confirm_asked_at: null })
        .first('id')
    : undefined;
  if (grant === undefined && onboarding === undefined) return;
  const event = isActive ? 'attended' : 'unattended';
  await tellRouter(trx, { routerId: router.id, companyId, event }, actor, at);
}

/** Somebody of a router was given something of a client's, or lost it: what the client gave waits, or does not (RT-04). */
export async function tellRouterGrant(
  trx: Knex.Transaction,
  accountId: string,
  routerCompanyId: string,
  { actor, at }: { readonly actor: Actor; readonly at: Instant },
): Promise<void> {
  const id = await openRouterGrantTo(trx, accountId, routerCompanyId);
  if (id === null) return;
  await appendEvent(trx, {
    kind: 'router-grant.redistributed',
    subjectType: 'router-grant',
    subjectId: id,
    companyId: routerCompanyId,
    actor,
    at,
    body: { accountId },
    wakes: { life: 'router-grant-of', id },
  });
}
