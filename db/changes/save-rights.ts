import type { Knex } from 'knex';
import type { Application, Registry } from '../../domain/application.ts';
import type { SavingPlan } from '../../domain/granting.ts';
import { copiedRights } from '../../domain/granting.ts';
import type { Holding } from '../../domain/holding.ts';
import { grantedRights, grantorOf } from '../../domain/holding.ts';
import type { RightSet } from '../../domain/right-set.ts';
import { isNothing } from '../../domain/right-set.ts';
import type { RightsWish } from '../../domain/right-wish.ts';
import { checkNotDeactivated } from '../../domain/user.ts';
import { hidden, orThrow, Refused, refuseState } from '../../domain/verdict.ts';
import { peoplePolicyInForce } from '../policy-sets.ts';
import { accountById } from '../queries/accounts.ts';
import type { Giving } from '../queries/giving.ts';
import { givingOf } from '../queries/giving.ts';
import type { Administering } from './administer-member.ts';
import { administerAnd } from './administer-member.ts';
import { holdingOf } from '../queries/rights.ts';
import { tellRouterGrant } from './tell-router-lives.ts';
import { saveHolding } from './save-holding.ts';

/** Whose rights on what. */
export interface RightsAsked extends Administering {
  readonly accountId: string;
  readonly application: string;
}

/** What saving changed, as it is shown back (UM-18, PI-07). */
export interface RightsSaved {
  readonly userId: string;
  readonly version: number;
  readonly profile: string | null;
  readonly added: RightSet;
  readonly removed: RightSet;
  readonly dropped: SavingPlan['dropped'];
}

/**
 * Saves what a member holds on an account in one application: one act, everything or nothing (UM-14 to UM-18). The ceiling
 * is what the grantor may give at this moment, under the locks of the companies concerned (UM-07). Refuses as
 * `administerMember`, what `planSaving` refuses, `user.deactivated`, `rights.version-stale`.
 */
export const saveRights =
  (knex: Knex, registry: Registry) =>
  (asked: RightsAsked, wish: RightsWish, version: number): Promise<RightsSaved> =>
    writeRights(knex, registry, asked, ({ holding }) => {
      const present = holding?.version ?? 0;
      if (version !== present) throw new Refused(refuseState('rights.version-stale', { version: present }));
      return wish;
    });

/**
 * Copy all my rights (UM-17): what the grantor holds at the moment of writing, on top of what the receiver has; rights of
 * administration only where ticked. Refuses as `saveRights`, and `rights.nothing-to-copy`.
 */
export const copyRights =
  (knex: Knex, registry: Registry) =>
  (asked: RightsAsked, withAdministration: boolean): Promise<RightsSaved> =>
    writeRights(knex, registry, asked, ({ application, holding, own }) => {
      if (own === null || isNothing(own.rights)) throw new Refused(refuseState('rights.nothing-to-copy'));
      const held = grantedRights(holding ?? undefined);
      return {
        profile: own.profile ?? holding?.profile ?? null,
        rights: copiedRights(application, own.rights, held, withAdministration),
      };
    });

/** What stands under the locks. */
interface Ground {
  readonly application: Application;
  readonly holding: Holding | null;
  readonly own: Giving['own'];
}

async function writeRights(
  knex: Knex,
  registry: Registry,
  asked: RightsAsked,
  wishOn: (ground: Ground) => RightsWish,
): Promise<RightsSaved> {
  const application = registry.get(asked.application);
  const account = await accountById(knex, asked.accountId);
  if (application === undefined || account === null) throw new Refused(hidden);
  return administerAnd(knex, { ...asked, besides: [account.companyId] }, async (trx, administered) => {
    const { author, company, member } = administered;
    orThrow(checkNotDeactivated(member));
    const { accountId } = asked;
    const key = {
      holderKind: 'user',
      holderId: member.membershipId,
      accountId,
      application: application.key,
    } as const;
    const holding = await holdingOf(trx, key);
    const giving = await givingOf(trx, company.id, author, application, account);
    const { revocation } = await peoplePolicyInForce(trx, company.brand_id, asked.at);
    const isOwnPeople = account.companyId === company.id;
    const { plan, version } = await saveHolding(trx, {
      ...{ application, key, holding, grantor: grantorOf(author), reason: 'saved', at: asked.at },
      holder: { kind: 'user', routerType: isOwnPeople ? null : giving.routerType },
      wish: wishOn({ application, holding, own: giving.own }),
      ceiling: giving.ceiling,
      revocation: isOwnPeople && author.standing !== 'internal' ? revocation : 'individual',
    });
    const { profile, added, removed, dropped } = plan;
    const saved = { userId: asked.userId, version, profile, added, removed, dropped };
    if (!plan.isChanged) return { answer: saved, told: null };
    if (!isOwnPeople) await tellRouterGrant(trx, accountId, company.id, asked);
    return {
      answer: saved,
      told: {
        event: 'rights-saved',
        body: { accountId, application: application.key, profile, added, removed, version },
        wakes: { life: 'provisionings-of', id: asked.userId },
      },
    };
  });
}
