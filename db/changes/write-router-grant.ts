import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import type { FollowedGrant, RouterGrant, RouterGrantMail } from '../../domain/router-grant.ts';
import { followRouterGrant, routerGrantTerms, waitingFrom } from '../../domain/router-grant.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { peoplePolicyOf, policySetInForce } from '../policy-sets.ts';
import { factsOfRouterGrant } from '../queries/router-grants.ts';
import type { RouterGrantRow } from '../router-grant-row.ts';
import { routerGrantColumns, routerGrantFrom } from '../router-grant-row.ts';
import type { RouterRow } from '../router-row.ts';
import { lifeActor } from './actors.ts';
import { appendEvent } from './append-event.ts';
import { lockCompanies } from './lock-member.ts';
import type { LockedCompany } from './lock-member.ts';
import { owePersonMail } from './owe-person-mail.ts';
import { lockRouter } from './write-router-onboarding.ts';
import { withOwed } from '../queries/owed-mails.ts';

/** The life itself acts. */
export const routerGrantLife = lifeActor('router-grant');

export interface LockedRouterGrant {
  readonly row: RouterGrantRow;
  readonly grant: RouterGrant;
  readonly router: RouterRow;
}

/** The row with the client, the router's company and its entry locked before it. Refuses `not-found`. */
export async function lockRouterGrant(trx: Knex.Transaction, id: string): Promise<LockedRouterGrant> {
  const found = await trx('router_grants as g')
    .join('routers as r', 'r.id', 'g.router_id')
    .where('g.id', id)
    .first<{ company_id: string; router_id: string; router_company_id: string | null } | undefined>(
      'g.company_id',
      'g.router_id',
      'r.company_id as router_company_id',
    );
  if (found === undefined) throw new Refused(hidden);
  const { router_company_id: routerCompanyId } = found;
  await lockCompanies(trx, found.company_id, routerCompanyId === null ? [] : [routerCompanyId]);
  const router = await lockRouter(trx, found.router_id);
  const row = await trx('router_grants').where({ id }).forUpdate().first<RouterGrantRow>();
  return { row, router, grant: await routerGrantFrom(trx, row) };
}

/** Writes the grant as a rule left it, what it owes and the event. Returns the row as it now stands. */
export async function writeRouterGrant(
  trx: Knex.Transaction,
  { grant, mails }: FollowedGrant,
  { event, facts = {} }: { readonly event: string; readonly facts?: object },
  at: Instant,
): Promise<Owing<RouterGrant>> {
  const { id, companyId, version, accountId, routerId, endsAt } = grant;
  await trx('router_grants').where({ id }).update(routerGrantColumns(grant));
  for (const kind of mails) await oweRouterGrantMail(trx, id, kind, version, at);
  await appendEvent(trx, {
    kind: `router-grant.${event}`,
    subjectType: 'router-grant',
    subjectId: id,
    companyId,
    actor: routerGrantLife,
    at,
    body: { version, accountId, routerId, endsAt, ...facts },
  });
  return withOwed(trx, grant);
}

/** `number` tells this mail from the next of its kind. */
export function oweRouterGrantMail(
  trx: Knex.Transaction,
  id: string,
  kind: RouterGrantMail,
  number: number | string,
  at: Instant,
): Promise<void> {
  return owePersonMail(trx, { life: 'router-grant', lifeId: id, kind, which: number }, at);
}

/**
 * The open row of an account and a router, or a new one: from the first right on, which is written, it waits to be handed on,
 * and whoever is there to do so is told.
 */
export async function openRouterGrant(
  trx: Knex.Transaction,
  company: LockedCompany,
  { accountId, routerId }: Pick<RouterGrant, 'accountId' | 'routerId'>,
  ownerId: string | null,
  at: Instant,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const open = await trx('router_grants')
    .where({ open_key: `${accountId}/${routerId}` })
    .first<{ id: string } | undefined>('id');
  if (open !== undefined) return { id: open.id, isNew: false };
  const policySetId = await policySetInForce(trx, company.brand_id, at);
  const terms = routerGrantTerms(await peoplePolicyOf(trx, policySetId));
  const begun: RouterGrant = {
    id: uuidv7(),
    brand: '',
    companyId: company.id,
    accountId,
    routerId,
    terms,
    version: 1,
    ...waitingFrom(at, terms),
    announcedAt: null,
    unattendedAt: null,
    closed: null,
  };
  const facts = await factsOfRouterGrant(trx, begun);
  const { grant, mails } = followRouterGrant(begun, facts, at);
  await trx('router_grants').insert({
    id: grant.id,
    brand_id: company.brand_id,
    company_id: company.id,
    account_id: accountId,
    router_id: routerId,
    owner_id: ownerId,
    policy_set_id: policySetId,
    ...routerGrantColumns(grant),
  });
  for (const kind of mails) await oweRouterGrantMail(trx, grant.id, kind, grant.version, at);
  return { id: grant.id, isNew: true };
}
