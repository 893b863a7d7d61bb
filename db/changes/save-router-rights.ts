import type { Knex } from 'knex';
import type { Application, Registry } from '../../domain/application.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { SavingPlan } from '../../domain/granting.ts';
import { copiedRights, planSaving } from '../../domain/granting.ts';
import type { Holding } from '../../domain/holding.ts';
import { grantedRights, grantorOf } from '../../domain/holding.ts';
import type { RightSet } from '../../domain/right-set.ts';
import { isNothing } from '../../domain/right-set.ts';
import type { RightsWish } from '../../domain/right-wish.ts';
import { checkRouterGrant, holderIdOf } from '../../domain/router.ts';
import { routerCeiling } from '../../domain/router-cascade.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { hidden, orThrow, Refused, refuseRight, refuseState } from '../../domain/verdict.ts';
import type { Account } from '../queries/accounts.ts';
import { accountById } from '../queries/accounts.ts';
import type { Giving } from '../queries/giving.ts';
import { givingOf } from '../queries/giving.ts';
import { holdingOf } from '../queries/rights.ts';
import type { RouterRow } from '../router-row.ts';
import { routerFrom } from '../router-row.ts';
import type { Actor } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { followRouterRights } from './follow-router-rights.ts';
import { authorOf, lockCompanies } from './lock-member.ts';
import type { LockedCompany } from './lock-member.ts';
import { writeHolding } from './write-holding.ts';
import { lockRouter } from './write-router-onboarding.ts';

/** Which router may do what, on which account of the client. */
export interface RouterRightsAsked {
  readonly companyId: string;
  readonly routerId: string;
  readonly accountId: string;
  readonly application: string;
  readonly actor: Actor;
  readonly at: Instant;
  /** Null where the same again changes nothing. */
  readonly request: ChangeRequest | null;
}

/** What saving changed, as it is shown back; of the router's people who lost something the number, never the names. */
export interface RouterRightsSaved {
  readonly version: number;
  readonly profile: string | null;
  readonly added: RightSet;
  readonly removed: RightSet;
  readonly dropped: SavingPlan['dropped'];
  readonly peopleAffected: number;
}

/**
 * Saves what a router holds on a client's account in one application: one act (RT-02, RT-06). The ceiling is what the client's
 * administrator may give at this moment; what is taken back is taken from the router's people at once. Refuses `not-found`,
 * `right.missing`, what `checkRouterGrant` and `planSaving` refuse, `rights.version-stale`.
 */
export const saveRouterRights =
  (knex: Knex, registry: Registry) =>
  (asked: RouterRightsAsked, wish: RightsWish, version: number): Promise<RouterRightsSaved> =>
    write(knex, registry, asked, ({ holding }) => {
      const present = holding?.version ?? 0;
      if (version !== present) throw new Refused(refuseState('rights.version-stale', { version: present }));
      return wish;
    });

/** Copy all my rights to a router (UM-17, RT-02): never those of administration. Refuses also `rights.nothing-to-copy`. */
export const copyRouterRights =
  (knex: Knex, registry: Registry) =>
  (asked: RouterRightsAsked): Promise<RouterRightsSaved> =>
    write(knex, registry, asked, ({ application, holding, giving, router }) => {
      const { own } = giving;
      if (own === null || isNothing(own.rights)) throw new Refused(refuseState('rights.nothing-to-copy'));
      const held = grantedRights(holding ?? undefined);
      const rights = copiedRights(application, own.rights, held, false).map((block) => ({
        ...block,
        actions: block.actions.filter((key) => isForType(application, key, router)),
      }));
      return {
        profile: own.profile ?? holding?.profile ?? null,
        rights: rights.filter((block) => !isNothing([block])),
      };
    });

/** What stands under the locks. */
interface Ground {
  readonly application: Application;
  readonly holding: Holding | null;
  readonly giving: Giving;
  readonly router: RouterRow;
}

async function write(
  knex: Knex,
  registry: Registry,
  asked: RouterRightsAsked,
  wishOn: (ground: Ground) => RightsWish,
): Promise<RouterRightsSaved> {
  const application = registry.get(asked.application);
  const account = await accountById(knex, asked.accountId);
  if (application === undefined || account === null) throw new Refused(hidden);
  return change(knex, asked.request, async (trx) => {
    const { company, router } = await lockAll(trx, asked, account);
    const { actor, at, accountId } = asked;
    const author = await authorOf(trx, company.id, actor);
    if (author.standing !== 'administrator' && author.standing !== 'internal')
      throw new Refused(refuseRight('right.missing', { action: 'router.grant' }));
    const giving = await givingOf(trx, company.id, author, application, account);
    orThrow(checkRouterGrant(routerFrom(router), company.id, account.companyId));
    const holderId = holderIdOf(routerFrom(router));
    const key = { holderKind: 'router', holderId, accountId, application: application.key } as const;
    const holding = await holdingOf(trx, key);
    const { verdict, plan } = planOf({ application, holding, giving, router }, wishOn);
    orThrow(verdict);
    const by = grantorOf(author);
    const registryVersion = application.version;
    const version = await writeHolding(trx, {
      ...{ key, holding, plan, grantor: by, registryVersion, at },
      reason: isNothing(plan.removed) ? 'saved' : 'revoked',
    });
    const written = { client: company, router, accountId, application, plan, version, by, actor, at };
    const lost = plan.isChanged ? await followRouterRights(trx, written) : [];
    const { profile, added, removed, dropped } = plan;
    return { version, profile, added, removed, dropped, peopleAffected: lost.length };
  });
}

/** Client and router's company in the order of their ids, then the entry. Refuses `not-found`. */
async function lockAll(
  trx: Knex.Transaction,
  { companyId, routerId }: RouterRightsAsked,
  account: Account,
): Promise<{ readonly company: LockedCompany; readonly router: RouterRow }> {
  const seen = await trx('routers')
    .where({ id: routerId })
    .first<{ company_id: string | null } | undefined>('company_id');
  if (seen === undefined) throw new Refused(hidden);
  const besides = seen.company_id === null ? [] : [seen.company_id];
  const company = await lockCompanies(trx, companyId, [account.companyId, ...besides]);
  const router = await lockRouter(trx, routerId);
  if (router.brand_id !== company.brand_id) throw new Refused(hidden);
  // It registered in between: its people count from now on.
  if (router.company_id !== null && router.company_id !== seen.company_id)
    await lockCompanies(trx, router.company_id, []);
  return { company, router };
}

function planOf(
  ground: Ground,
  wishOn: (ground: Ground) => RightsWish,
): { readonly verdict: Verdict; readonly plan: SavingPlan } {
  const { application, holding, giving, router } = ground;
  return planSaving({
    application,
    holder: { kind: 'router', routerType: router.type },
    live: holding?.grants ?? [],
    profile: holding?.profile ?? null,
    wish: wishOn(ground),
    ceiling: routerCeiling(application, giving.ceiling, giving.boundary),
    // RT-06: of a router single rights can always be taken back.
    revocation: 'individual',
  });
}

/** RT-07. */
function isForType({ actions }: Application, key: string, { type }: RouterRow): boolean {
  const types = actions.find((action) => action.key === key)?.routerTypes ?? null;
  return types?.includes(type) ?? true;
}
