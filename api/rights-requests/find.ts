import type { RightsRequestCase } from '../../db/queries/rights-requests.ts';
import { rightsRequestCase } from '../../db/queries/rights-requests.ts';
import { hidden, Refused, refuseRight } from '../../domain/verdict.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';

export type RequestCall = Call<{ readonly id: string }, unknown, unknown>;

/**
 * A request is its asker's, his administrators' and staff's to see: to a colleague it is not there. Then the declared right
 * is asked about its company.
 */
export async function findRequest(call: RequestCall, { knex }: Deps): Promise<RightsRequestCase> {
  const found = await rightsRequestCase(knex, call.params.id);
  if (found === null || !isVisible(call, found)) throw new Refused(hidden);
  call.allow('company', { companyId: found.request.companyId });
  return found;
}

/** The same for what only its asker does. */
export async function findOwnRequest(call: RequestCall, deps: Deps): Promise<RightsRequestCase> {
  const found = await findRequest(call, deps);
  if (found.request.userId !== call.caller.id)
    throw new Refused(refuseRight('right.missing', { action: 'rights-request.withdraw' }));
  return found;
}

function isVisible({ caller: { actor, id } }: RequestCall, { request }: RightsRequestCase): boolean {
  if (actor.kind !== 'user') return actor.kind === 'operator';
  const membership = actor.memberships.find(({ companyId }) => companyId === request.companyId);
  return membership?.profile === 'administrator' || (membership !== undefined && request.userId === id);
}
