import type { Knex } from 'knex';
import type { Registry } from '../domain/application.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Registration, RegistrationAct } from '../domain/registration.ts';
import type { RegistrationCommandName } from '../domain/registration-commands.ts';
import type { CompanyKeys } from '../db/changes/approve-registration.ts';
import { carryOutRegistrationAct, followRegistrationFacts } from '../db/changes/carry-out-registration.ts';
import type { RegistrationCommand } from '../db/changes/command-registration.ts';
import { commandRegistration } from '../db/changes/command-registration.ts';
import { refusable } from './refusals.ts';

export interface RegistrationActivityDeps {
  readonly knex: Knex;
  /** The key of a company that an approval makes, wrapped. */
  readonly newCompanyKey: CompanyKeys;
  readonly registry: Registry;
}

/** What the life of a registration may do; every one is harmless when repeated. */
export function registrationActivities({ knex, newCompanyKey, registry }: RegistrationActivityDeps) {
  return {
    commandRegistration: (
      name: RegistrationCommandName,
      command: RegistrationCommand,
    ): Promise<Registration> =>
      refusable(() => commandRegistration(knex, name, { newKey: newCompanyKey, registry })(command)),
    carryOutRegistration: (id: string, kind: RegistrationAct['kind'], at: Instant): Promise<Registration> =>
      carryOutRegistrationAct(knex)(id, kind, at),
    followRegistrationFacts: (id: string, at: Instant): Promise<Registration> =>
      followRegistrationFacts(knex)(id, at),
  };
}

export type RegistrationActivities = ReturnType<typeof registrationActivities>;
