import type { Knex } from 'knex';
import type { Registry } from '../../domain/application.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { grantedRights } from '../../domain/holding.ts';
import { isActDue } from '../../domain/next-act.ts';
import { noRights } from '../../domain/right-set.ts';
import { holderIdOf } from '../../domain/router.ts';
import type { FollowedGrant, RouterGrant, RouterGrantAct } from '../../domain/router-grant.ts';
import * as rules from '../../domain/router-grant.ts';
import { readHoldings } from '../holding-rows.ts';
import { factsOfRouterGrant } from '../queries/router-grants.ts';
import { routerFrom } from '../router-row.ts';
import { cascadeRouterRights } from './cascade-router-rights.ts';
import { change } from './change.ts';
import { writeHolding } from './write-holding.ts';
import type { LockedRouterGrant } from './write-router-grant.ts';
import { lockRouterGrant, routerGrantLife, writeRouterGrant } from './write-router-grant.ts';
import { withOwed } from '../queries/owed-mails.ts';

type State = Owing<RouterGrant>;

/**
 * A reminder, or the end of a grant that nobody picked up: asked again under lock whether it is still planned and due. One
 * that is not comes back as it stands.
 */
export const carryOutRouterGrant =
  (knex: Knex, registry: Registry) =>
  (id: string, kind: RouterGrantAct['kind'], at: Instant): Promise<State> =>
    change(knex, null, async (trx) => {
      const locked = await lockRouterGrant(trx, id);
      const facts = await factsOfRouterGrant(trx, locked.grant);
      const followed = rules.followRouterGrant(locked.grant, facts, at);
      if (followed.grant !== locked.grant) return writeFollowed(trx, locked.grant, followed, at);
      if (!isActDue(rules.planForRouterGrant(locked.grant), kind, at)) return withOwed(trx, locked.grant);
      const done = rules.carryOutRouterGrant(locked.grant, kind, facts, at);
      if (kind === 'remind') return writeRouterGrant(trx, done, { event: 'reminded' }, at);
      const ended = await endAll(trx, registry, locked, at);
      return writeRouterGrant(trx, done, { event: 'lapsed', facts: { ended } }, at);
    });

/** The life looks again: handed on, taken back, registered, or without an administrator. */
export const followRouterGrant =
  (knex: Knex) =>
  (id: string, at: Instant): Promise<State> =>
    change(knex, null, async (trx) => {
      const { grant } = await lockRouterGrant(trx, id);
      const followed = rules.followRouterGrant(grant, await factsOfRouterGrant(trx, grant), at);
      return followed.grant === grant ? withOwed(trx, grant) : writeFollowed(trx, grant, followed, at);
    });

function writeFollowed(
  trx: Knex.Transaction,
  before: RouterGrant,
  followed: FollowedGrant,
  at: Instant,
): Promise<State> {
  const { closed, workingSince } = followed.grant;
  const moved =
    before.workingSince === workingSince ? 'followed' : workingSince === null ? 'idle' : 'working';
  return writeRouterGrant(trx, followed, { event: closed?.outcome ?? moved }, at);
}

/** Ends what the router holds on the account in every application, and whatever was made of it. */
async function endAll(
  trx: Knex.Transaction,
  registry: Registry,
  { grant, router }: LockedRouterGrant,
  at: Instant,
): Promise<readonly string[]> {
  const held = await readHoldings(trx, (query) => {
    query.where({
      'h.holder_kind': 'router',
      'h.holder_id': holderIdOf(routerFrom(router)),
      'h.account_id': grant.accountId,
    });
  });
  const by = { kind: 'operator', id: routerGrantLife.id } as const;
  for (const holding of held) {
    const plan = {
      ...{ profile: holding.profile, isChanged: true, added: [], removed: grantedRights(holding) },
      ...{ dropped: [], ended: holding.grants.map((each) => each.id), kept: [] },
    };
    const reason = 'lapsed' as const;
    const application = registry.get(holding.application);
    const registryVersion = application?.version ?? 0;
    await writeHolding(trx, { key: holding, holding, plan, grantor: by, registryVersion, reason, at });
    if (application === undefined) continue;
    const cascade = { application, accountId: grant.accountId, routerCompanyId: router.company_id };
    await cascadeRouterRights(trx, { ...cascade, left: noRights, by, reason, at });
  }
  return held.map(({ application }) => application);
}
