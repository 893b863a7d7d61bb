import type { Knex } from 'knex';
import { buildHouse } from './house.ts';
import type { Setting } from './stories.ts';

/** A setting of nothing but a database, for what begins no life: time is what a test says. */
export function databaseSetting(knex: Knex): Setting {
  const none = {} as unknown as Setting;
  return { ...none, knex, house: (plan) => buildHouse(knex, plan), until: () => Promise.resolve() };
}
