import type { Knex } from 'knex';
import type { RightsRequestCommand } from '../db/changes/command-rights-request.ts';
import {
  carryOutRightsRequestAct,
  commandRightsRequest,
  followRightsRequestFacts,
} from '../db/changes/command-rights-request.ts';
import type { Registry } from '../domain/application.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Owing } from '../domain/life-rows.ts';
import type { RightsRequest, RightsRequestAct, RightsRequestCommandName } from '../domain/rights-request.ts';
import { refusable } from './refusals.ts';

type State = Owing<RightsRequest>;

export interface RightsRequestActivityDeps {
  readonly knex: Knex;
  readonly registry: Registry;
}

/** What the life of a request for rights may do; every one is harmless when repeated. */
export function rightsRequestActivities({ knex, registry }: RightsRequestActivityDeps) {
  return {
    commandRightsRequest: (name: RightsRequestCommandName, command: RightsRequestCommand): Promise<State> =>
      refusable(() => commandRightsRequest(knex, registry, name)(command)),
    carryOutRightsRequest: (id: string, kind: RightsRequestAct['kind'], at: Instant): Promise<State> =>
      carryOutRightsRequestAct(knex)(id, kind, at),
    followRightsRequest: (id: string, at: Instant): Promise<State> =>
      followRightsRequestFacts(knex, registry)(id, at),
  };
}

export type RightsRequestActivities = ReturnType<typeof rightsRequestActivities>;
