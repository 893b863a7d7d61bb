/** An onboarding, for the client that asked, for the router that is meant, or for staff; and a command on it. */
import type { VettingParticulars } from '../../db/changes/command-router-onboarding.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import type { OnboardingSeen } from '../../db/queries/router-onboardings.ts';
import { onboardingSeen } from '../../db/queries/router-onboardings.ts';
import type { OnboardingCommandName } from '../../domain/router-onboarding.ts';
import { onboardingCommands } from '../../domain/router-onboarding.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import * as messages from '../../workflows/router-onboarding/messages.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';

export type OnboardingCall = Call<{ readonly id: string }, unknown, unknown>;
type Side = 'client' | 'router' | 'either';

export interface FoundOnboarding {
  readonly seen: OnboardingSeen;
  readonly isForRouter: boolean;
}

/** Refuses `not-found` for whoever is neither client, router nor staff. */
export async function findOnboarding(
  call: OnboardingCall,
  { knex }: Deps,
  side: Side = 'either',
): Promise<FoundOnboarding> {
  const seen = await onboardingSeen(knex, call.params.id);
  if (seen === null) throw new Refused(hidden);
  const { actor } = call.caller;
  const routerCompanyId = seen.router?.companyId ?? null;
  const isOfRouter =
    actor.kind === 'user' && actor.memberships.some(({ companyId }) => companyId === routerCompanyId);
  const isClients =
    actor.kind === 'user' &&
    actor.memberships.some(({ companyId }) => companyId === seen.onboarding.companyId);
  const isForRouter = side === 'router' || (side === 'either' && isOfRouter && !isClients);
  if (isForRouter && routerCompanyId === null) throw new Refused(hidden);
  call.allow('company', { companyId: isForRouter ? (routerCompanyId ?? '') : seen.onboarding.companyId });
  return { seen, isForRouter };
}

/** Sends the command; what it must not carry is kept beside it. */
export async function commandOnboarding(
  call: OnboardingCall,
  deps: Deps,
  name: OnboardingCommandName,
  { side = 'client', ...particulars }: VettingParticulars & { readonly side?: Side } = {},
): Promise<FoundOnboarding> {
  const { request, receivedAt } = call;
  const { onboarding } = (await findOnboarding(call, deps, side)).seen;
  const actor = eventActorOf(call.caller);
  await call.once(async () => {
    orThrow(onboardingCommands[name].check(onboarding));
    await keepParticulars(deps.knex)(request, particulars, receivedAt);
    return deps.lives.command({
      life: 'router-onboarding',
      id: onboarding.id,
      update: messages[name],
      check: (row) => onboardingCommands[name].check(row),
      message: { onboardingId: onboarding.id, actor, request },
    });
  });
  return findOnboarding(call, deps, side);
}
