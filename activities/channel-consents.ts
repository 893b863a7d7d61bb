import type { Knex } from 'knex';
import type { ConsentCommand } from '../db/changes/command-reception.ts';
import { commandReception, readReception, returnToPaper } from '../db/changes/command-reception.ts';
import type { Instant } from '../domain/calendar.ts';
import type { ChannelConsent, ConsentCommandName } from '../domain/channel-consent.ts';
import type { Owing } from '../domain/life-rows.ts';
import { refusable } from './refusals.ts';

export interface ConsentActivityDeps {
  readonly knex: Knex;
}

/** What the life of a consent may do; every one is harmless when repeated. */
export function consentActivities({ knex }: ConsentActivityDeps) {
  return {
    commandReception: (name: ConsentCommandName, command: ConsentCommand): Promise<Owing<ChannelConsent>> =>
      refusable(() => commandReception(knex, name)(command)),
    returnToPaper: (id: string, at: Instant): Promise<Owing<ChannelConsent>> => returnToPaper(knex)(id, at),
    readReception: (id: string): Promise<Owing<ChannelConsent>> => readReception(knex)(id),
  };
}

export type ConsentActivities = ReturnType<typeof consentActivities>;
