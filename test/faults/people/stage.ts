/** What a life of people needs to be brought to the moment at which the worker under one of its activities is killed. */
import type { Instant } from '../../../domain/calendar.ts';
import { hours, instantOf, plusMilliseconds } from '../../../domain/calendar.ts';
import type { LifeName } from '../../../domain/life-rows.ts';
import type { House } from '../../support/house.ts';
import { buildHouse } from '../../support/house.ts';
import { belgianSite, fourteenDays } from '../../support/mail-items.ts';
import type { Product } from '../../support/product.ts';
import type { Setting } from '../../support/stories.ts';
import type { HeldMoment, HeldWorkers } from '../held.ts';

export interface Stage extends Setting {
  readonly product: Product;
  /** That activity of that life is to stop, and to be killed with its worker. */
  aim(life: LifeName, id: string, activity: string, moment?: HeldMoment): void;
}

/** What must be found when all is over, however often the worker was killed. */
export interface Expected {
  /** The one event the activity leaves; null for one that only reads. */
  readonly event: { readonly kind: string; readonly subject: string } | null;
  /** The one whose sending was killed. */
  readonly mails?: OwedTimes;
}

/** Everything is ready, and the activity is to stop; `go` brings it about, and a command is answered at last. */
export interface Ready extends Expected {
  readonly go: () => Promise<unknown>;
}

/** The mail of that life and kind arrives so often. */
export interface OwedTimes {
  readonly life: string;
  readonly kind: string;
  readonly times: number;
}

/** One activity, in the words of what it does. */
export interface Case {
  readonly activity: string;
  readonly does: string;
  readonly set: (stage: Stage) => Promise<Ready>;
}

/** A running product as a place where lives are begun: time does not jump there, so what is due is written as past. */
export function stageOn(product: Product, held: HeldWorkers): Stage {
  return {
    product,
    env: { client: product.temporal },
    knex: product.knex,
    taskQueue: 'mailroom',
    house: (plan) => buildHouse(product.knex, plan),
    until: () => Promise.resolve(),
    now: () => Promise.resolve(instantOf(Date.now())),
    remember: () => undefined,
    aim: (life, id, activity, moment) =>
      held.aim({ workflowId: `${life}/${id}`, activity, ...(moment && { moment }) }),
  };
}

export const ago = (count: number): Instant => plusMilliseconds(instantOf(Date.now()), -hours(count));
export const daysAgo = (count: number): Instant => ago(count * 24);

export const houseOf = (stage: Stage): Promise<House> =>
  stage.house({ policy: fourteenDays, site: belgianSite });
