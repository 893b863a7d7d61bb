/** Routers in stories with dates: a client, a router of its brand with or without a company, and what one gives the other. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../db/changes/append-event.ts';
import { askRouter } from '../../db/changes/ask-router.ts';
import type { VettingParticulars } from '../../db/changes/command-router-onboarding.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import { linkRouter } from '../../db/changes/link-router.ts';
import { saveRights } from '../../db/changes/save-rights.ts';
import { saveRouterRights } from '../../db/changes/save-router-rights.ts';
import { suspendUser } from '../../db/changes/suspend-user.ts';
import { lifeToStart } from '../../db/queries/life-starts.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { GrantAction } from '../../domain/rights.ts';
import type { OnboardingCommandName } from '../../domain/router-onboarding.ts';
import { factsChanged } from '../../workflows/router-grant/messages.ts';
import { startOptions } from '../../workflows/start.ts';
import { startOfLife } from '../../workflows/starts.ts';
import type { House } from './house.ts';
import { newMember } from './persons.ts';
import type { Member } from './persons.ts';
import { registry } from './registry.ts';
import { requestAt } from './requests.ts';
import type { Teller } from './stories.ts';
import { insisting } from './wait.ts';
import { staffMember } from './staff.ts';

export async function company(
  knex: Knex,
  brandId: string,
  enterpriseNumber: string | null = null,
): Promise<string> {
  const id = uuidv7();
  const row = {
    id,
    brand_id: brandId,
    name: 'A router',
    language: 'fr',
    enterprise_number: enterpriseNumber,
  };
  await knex('companies').insert(row);
  return id;
}

export interface RouterFacts {
  readonly companyId: string | null;
  readonly enterpriseNumber?: string;
}

/** An entry of the directory. */
export async function listedRouter(
  knex: Knex,
  { brandId }: House,
  { companyId, enterpriseNumber }: RouterFacts,
): Promise<string> {
  const id = uuidv7();
  const address = { street: 'Rue 1', postal_code: '59000', city: 'Lille', country: 'FR' };
  await knex('routers').insert({
    ...{ id, brand_id: brandId, number: id, name: 'A router', type: 'conventional', ...address },
    ...{ company_id: companyId, enterprise_number: enterpriseNumber ?? null, email: `${id}@router.example` },
    listed_at: new Date(0),
  });
  return id;
}

/** What the client gives a router on its box, and how the router takes it. */
export function givingStory(teller: Teller, client: House, routerId: string) {
  const { knex } = teller;
  const giver: Actor = { type: 'user', id: client.userId };
  const blocks = (actions: readonly GrantAction[]) =>
    actions.length === 0 ? [] : [{ actions, scope: { postboxes: [client.postboxId] } }];
  const accountId = async () =>
    (await knex('accounts').where({ company_id: client.companyId }).first<{ id: string }>('id')).id;
  let version = 0;
  return {
    /** Saves what the router holds from then on, and tells its life as the relay does. */
    give: async (at: Instant, actions: readonly GrantAction[]) => {
      await teller.until(at);
      const asked = {
        ...{ companyId: client.companyId, routerId, accountId: await accountId() },
        ...{ application: 'postbox', actor: giver, at, request: null },
      };
      const saved = await saveRouterRights(knex, registry)(
        asked,
        { profile: null, rights: blocks(actions) },
        version,
      );
      version = saved.version;
      return saved;
    },
    /** One of the router's administrators hands on to somebody there. */
    handOn: async (at: Instant, by: Member, to: Member, actions: readonly GrantAction[], seen = 0) => {
      await teller.until(at);
      const member = await knex('memberships').where({ id: to.membershipId }).first();
      const asked = {
        ...{ companyId: member.company_id as string, userId: to.id, accountId: await accountId() },
        ...{ application: 'postbox', actor: { type: 'user', id: by.id } as const, at, request: null },
      };
      return saveRights(knex, registry)(asked, { profile: null, rights: blocks(actions) }, seen);
    },
    grant: async () => {
      const row = await knex('router_grants').where({ router_id: routerId }).orderBy('id', 'desc').first();
      return lifeOf(teller, 'router-grant', row.id as string);
    },
    /** How the grants of the router and its people on the account ended; null for those that live. */
    ends: async (): Promise<readonly (string | null)[]> =>
      knex('grants as g')
        .join('holdings as h', 'h.id', 'g.holding_id')
        .where({ 'h.account_id': await accountId(), 'g.grantor_kind': 'user' })
        .orderBy('g.id')
        .pluck('g.end_reason'),
  };
}

/** The company registers: as an approved registration leaves it. */
export async function register(teller: Teller, { brandId }: House, enterpriseNumber: string, at: Instant) {
  const { knex } = teller;
  await teller.until(at);
  const id = await company(knex, brandId, enterpriseNumber);
  const administrator = await newMember(knex, id, 'administrator');
  const actor: Actor = { type: 'system', id: 'story' };
  await knex.transaction((trx) => linkRouter(trx, { id, brand_id: brandId }, enterpriseNumber, actor, at));
  return { id, administrator };
}

export async function suspend(teller: Teller, companyId: string, userId: string, at: Instant): Promise<void> {
  await teller.until(at);
  const actor = await staffMember(teller.knex);
  await suspendUser(teller.knex)({ companyId, userId, actor, at, request: null });
}

export const place = { street: 'Rue 1', postalCode: '59000', city: 'Lille', country: 'FR' };

/** A client asks for a router that is missing. */
export async function asked(teller: Teller, client: House, at: Instant) {
  await teller.until(at);
  const more = { enterpriseNumber: null, email: null, note: null };
  const actor: Actor = { type: 'user', id: client.userId };
  const request = requestAt(at);
  const name = `A router ${randomUUID()}`;
  const { id } = await askRouter(teller.knex)(client.companyId, { name, ...place, ...more }, actor, request);
  return lifeOf(teller, 'router-onboarding', id);
}

type Life = 'router-grant' | 'router-onboarding';

/** Starts the life of that row as the relay would, unless it runs. */
async function lifeOf(teller: Teller, life: Life, id: string) {
  const { knex, env, taskQueue } = teller;
  const found = await lifeToStart(knex, life, id);
  if (found === null) throw new Error(`no ${life} ${id}`);
  const start = startOfLife(life, found.row);
  teller.remember(start.workflowId);
  const options = { ...startOptions(start, taskQueue), workflowRunTimeout: '700 days' as const };
  await env.client.workflow.start(start.workflow, { ...options, workflowIdConflictPolicy: 'USE_EXISTING' });
  const handle = env.client.workflow.getHandle(start.workflowId);
  return {
    id,
    hears: () => handle.signal(factsChanged),
    command: async (name: OnboardingCommandName, actor: Actor, words: VettingParticulars = {}) => {
      const request = requestAt(await teller.now());
      await keepParticulars(knex)(request, words, request.receivedAt);
      const args = [{ onboardingId: id, actor, request }] as const;
      return insisting(() => handle.executeUpdate(name, { args: [...args], updateId: request.id }));
    },
    told: (): Promise<readonly string[]> =>
      knex('notices')
        .where({ life_id: id })
        .whereNotNull('told_at')
        .orderBy(['owed_at', 'notice_key'])
        .pluck('kind'),
    events: (): Promise<readonly string[]> =>
      knex('events').where({ subject_id: id }).orderBy('id').pluck('kind'),
    result: () => handle.result() as Promise<string>,
  };
}
