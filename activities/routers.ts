import type { Knex } from 'knex';
import type { Registry } from '../domain/application.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Owing } from '../domain/life-rows.ts';
import type { RouterGrant, RouterGrantAct } from '../domain/router-grant.ts';
import type { OnboardingAct, OnboardingCommandName, RouterOnboarding } from '../domain/router-onboarding.ts';
import { carryOutRouterGrant, followRouterGrant } from '../db/changes/carry-out-router-grant.ts';
import type { OnboardingCommand } from '../db/changes/command-router-onboarding.ts';
import {
  carryOutRouterOnboarding,
  commandRouterOnboarding,
  followRouterOnboarding,
} from '../db/changes/command-router-onboarding.ts';
import { refusable } from './refusals.ts';

type Onboarding = Owing<RouterOnboarding>;
type Grant = Owing<RouterGrant>;

/** What the lives around routers may do; every one is harmless when repeated. */
export function routerActivities({ knex, registry }: { readonly knex: Knex; readonly registry: Registry }) {
  return {
    commandRouterOnboarding: (name: OnboardingCommandName, command: OnboardingCommand): Promise<Onboarding> =>
      refusable(() => commandRouterOnboarding(knex, name)(command)),
    carryOutRouterOnboarding: (id: string, kind: OnboardingAct['kind'], at: Instant): Promise<Onboarding> =>
      carryOutRouterOnboarding(knex)(id, kind, at),
    followRouterOnboarding: (id: string, at: Instant): Promise<Onboarding> =>
      followRouterOnboarding(knex)(id, at),
    carryOutRouterGrant: (id: string, kind: RouterGrantAct['kind'], at: Instant): Promise<Grant> =>
      carryOutRouterGrant(knex, registry)(id, kind, at),
    followRouterGrant: (id: string, at: Instant): Promise<Grant> => followRouterGrant(knex)(id, at),
  };
}

export type RouterActivities = ReturnType<typeof routerActivities>;
