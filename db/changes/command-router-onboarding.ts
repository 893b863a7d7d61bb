import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { isActDue } from '../../domain/next-act.ts';
import type {
  ListedFacts,
  Onboarded,
  OnboardingAct,
  OnboardingCommandName,
  RouterOnboarding,
} from '../../domain/router-onboarding.ts';
import * as rules from '../../domain/router-onboarding.ts';
import type { Author } from '../../domain/user.ts';
import { hidden, orThrow, Refused, refuseRight } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import { administrationOf, routerById } from '../queries/routers.ts';
import type { Actor } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { takeParticulars } from './keep-particulars.ts';
import type { VettedRouter } from './list-router.ts';
import { listRouter } from './list-router.ts';
import { authorOf } from './lock-member.ts';
import { tellRouter } from './tell-router-lives.ts';
import type { LockedOnboarding } from './write-router-onboarding.ts';
import { lockOnboarding, onboardingLife, writeOnboarding } from './write-router-onboarding.ts';
import { withOwed } from '../queries/owed-mails.ts';

type State = Owing<RouterOnboarding>;

/** A command on an onboarding as it travels. */
export interface OnboardingCommand {
  readonly onboardingId: string;
  readonly actor: Actor;
  readonly request: ChangeRequest;
}

/** What staff wrote, kept beside the command until it is carried out. */
export interface VettingParticulars {
  readonly router?: VettedRouter;
  /** To the client, with a refusal. */
  readonly note?: string;
}

/**
 * Lists the router, declines or withdraws the asking, or confirms for the router (WF-06). Refuses what `onboardingCommands`
 * refuse, `not-found`, `right.missing`, and what `listRouter` refuses.
 */
export const commandRouterOnboarding =
  (knex: Knex, name: OnboardingCommandName) =>
  (command: OnboardingCommand): Promise<State> =>
    change(knex, command.request, async (trx) => {
      const { actor, request } = command;
      const at = request.receivedAt;
      const locked = await lockOnboarding(trx, command.onboardingId);
      orThrow(rules.onboardingCommands[name].check(locked.onboarding));
      await mayCommand(trx, name, locked, actor);
      const particulars = (await takeParticulars<VettingParticulars>(trx, request)) ?? {};
      const done = await commands[name](trx, locked, { actor, at, particulars });
      const doing = { actor, at, command: { update: name, updateId: request.id, args: command } };
      return writeOnboarding(trx, done, { event: rules.onboardingCommands[name].event }, doing);
    });

/** Staff are late, the router is reminded, or nobody confirmed: asked again under lock. */
export const carryOutRouterOnboarding =
  (knex: Knex) =>
  (id: string, kind: OnboardingAct['kind'], at: Instant): Promise<State> =>
    change(knex, null, async (trx) => {
      const locked = await lockOnboarding(trx, id);
      const followed = await follow(trx, locked, at);
      if (followed.onboarding !== locked.onboarding)
        return writeOnboarding(trx, followed, { event: 'followed' }, { actor: onboardingLife, at });
      if (!isActDue(rules.planForOnboarding(locked.onboarding), kind, at))
        return withOwed(trx, locked.onboarding);
      const done = rules.carryOutOnboarding(locked.onboarding, kind, at);
      return writeOnboarding(trx, done, { event: events[kind] }, { actor: onboardingLife, at });
    });

const events = { overdue: 'overdue', remind: 'reminded', lapse: 'lapsed' } as const;

/** The life looks again: the router registered, has an administrator, or was confirmed for somebody else. */
export const followRouterOnboarding =
  (knex: Knex) =>
  (id: string, at: Instant): Promise<State> =>
    change(knex, null, async (trx) => {
      const locked = await lockOnboarding(trx, id);
      const followed = await follow(trx, locked, at);
      if (followed.onboarding === locked.onboarding) return withOwed(trx, locked.onboarding);
      return writeOnboarding(trx, followed, { event: 'followed' }, { actor: onboardingLife, at });
    });

async function follow(
  trx: Knex.Transaction,
  { onboarding, router }: LockedOnboarding,
  at: Instant,
): Promise<Onboarded> {
  if (router === null) return { onboarding, mails: [] };
  return rules.followListed(onboarding, await factsOf(trx, router.id), at);
}

async function factsOf(trx: Knex.Transaction, routerId: string): Promise<ListedFacts> {
  const router = await routerById(trx, routerId);
  if (router === null) throw new Error(`no router ${routerId}`);
  return {
    hasAccount: router.companyId !== null,
    administration: await administrationOf(trx, router.companyId),
    isConfirmed: router.isConfirmed,
  };
}

/** Staff vet, the client takes back what it asked, and only an administrator of the router says yes for it. */
async function mayCommand(
  trx: Knex.Transaction,
  name: OnboardingCommandName,
  { row, router }: LockedOnboarding,
  actor: Actor,
): Promise<void> {
  const companyId = name === 'confirm' ? router?.company_id : row.company_id;
  if (companyId == null) throw new Refused(hidden);
  const { standing } = await authorOf(trx, companyId, actor);
  const { by, action }: Callers = callers[name];
  if (!by.includes(standing)) throw new Refused(refuseRight('right.missing', { action }));
}

const callers = {
  approve: { by: ['internal'], action: 'router.vet' },
  decline: { by: ['internal'], action: 'router.vet' },
  withdraw: { by: ['administrator', 'internal'], action: 'router.grant' },
  confirm: { by: ['administrator'], action: 'company.administer' },
} as const satisfies Readonly<Record<OnboardingCommandName, Callers>>;

interface Callers {
  readonly by: readonly Author['standing'][];
  readonly action: string;
}

interface Asked {
  readonly actor: Actor;
  readonly at: Instant;
  readonly particulars: VettingParticulars;
}
type Work = (trx: Knex.Transaction, locked: LockedOnboarding, asked: Asked) => Promise<Onboarded>;

const commands: Readonly<Record<OnboardingCommandName, Work>> = {
  approve: async (trx, { row, onboarding }, { actor, at, particulars }) => {
    if (particulars.router === undefined) throw new Error(`nothing was vetted with ${row.id}`);
    const routerId = await listRouter(trx, row, particulars.router, at);
    await decide(trx, row.id, actor, null);
    return rules.list(onboarding, routerId, await factsOf(trx, routerId), at);
  },
  decline: async (trx, { row, onboarding }, { actor, at, particulars }) => {
    await decide(trx, row.id, actor, particulars.note ?? null);
    return { onboarding: rules.close(onboarding, 'declined', at), mails: ['router-declined'] };
  },
  withdraw: (_trx, { onboarding }, { at }) =>
    Promise.resolve({ onboarding: rules.close(onboarding, 'withdrawn', at), mails: [] }),
  confirm: async (trx, { onboarding, router }, { actor, at }) => {
    if (router === null) throw new Refused(hidden);
    await trx('routers')
      .where({ id: router.id })
      .update({ confirmed_at: toDb(at), version: trx.raw('version + 1') });
    await tellRouter(
      trx,
      { routerId: router.id, companyId: onboarding.companyId, event: 'confirmed' },
      actor,
      at,
    );
    return rules.followListed(onboarding, await factsOf(trx, router.id), at);
  },
};

async function decide(trx: Knex.Transaction, id: string, actor: Actor, note: string | null): Promise<void> {
  await trx('router_onboardings').where({ id }).update({ decided_by: actor.id, decision_note: note });
}
