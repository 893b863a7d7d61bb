import type { Knex } from 'knex';
import type { Instant } from '../domain/calendar.ts';
import type { Owing } from '../domain/life-rows.ts';
import type {
  ProvisioningAct,
  ProvisioningCommandName,
  UserProvisioning,
} from '../domain/user-provisioning.ts';
import { carryOutProvisioningAct, followMembership } from '../db/changes/carry-out-provisioning.ts';
import type { ProvisioningCommand } from '../db/changes/command-provisioning.ts';
import { commandProvisioning } from '../db/changes/command-provisioning.ts';
import { refusable } from './refusals.ts';

type State = Owing<UserProvisioning>;

/** What the life of an invitation may do; every one is harmless when repeated. */
export function userProvisioningActivities({ knex }: { readonly knex: Knex }) {
  return {
    commandProvisioning: (name: ProvisioningCommandName, command: ProvisioningCommand): Promise<State> =>
      refusable(() => commandProvisioning(knex, name)(command)),
    carryOutProvisioning: (id: string, kind: ProvisioningAct['kind'], at: Instant): Promise<State> =>
      carryOutProvisioningAct(knex)(id, kind, at),
    followMembership: (id: string, at: Instant): Promise<State> => followMembership(knex)(id, at),
  };
}

export type UserProvisioningActivities = ReturnType<typeof userProvisioningActivities>;
