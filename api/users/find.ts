import type { Administering } from '../../db/changes/administer-member.ts';
import { companyById } from '../../db/queries/companies.ts';
import { companyUserById } from '../../db/queries/company-users.ts';
import { latestProvisioningOf } from '../../db/queries/user-provisionings.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { ok } from '../answers.ts';
import type { Answer } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import type { UserSeen } from './present.ts';
import { presentUserDetails } from './present.ts';

type CompanyCall = Call<{ readonly id: string }, unknown, unknown>;
type UserCall = Call<{ readonly id: string; readonly userId: string }, unknown, unknown>;

/** The company whose users the caller may see or administer. */
export async function findCompany(call: CompanyCall, { knex }: Deps) {
  return call.allow('company', await companyById(knex, call.params.id));
}

/** One of them, as he stands; the right is asked about his company first. */
export function findUser(call: UserCall, deps: Deps): Promise<UserSeen> {
  return findUserOf(call, deps, call.params.userId);
}

/** The same for a user whom the path does not name. */
export async function findUserOf(call: CompanyCall, deps: Deps, userId: string): Promise<UserSeen> {
  const { companyId, name } = await findCompany(call, deps);
  const user = await companyUserById(deps.knex, companyId, userId);
  if (user === null) throw new Refused(hidden);
  return {
    user,
    companyName: name,
    provisioning: await latestProvisioningOf(deps.knex, user.membershipId),
  };
}

/** Whom a change is about and who asks for it; `request` where the same again must not happen twice. */
export function administering(
  { params, caller, receivedAt }: UserCall,
  request: Administering['request'] = null,
): Administering {
  const { id: companyId, userId } = params;
  return { companyId, userId, actor: eventActorOf(caller), at: receivedAt, request };
}

/** Changes a user whom the caller may see; then as he stands now. */
export async function changeUserSeen(
  call: UserCall,
  deps: Deps,
  change: () => Promise<unknown>,
): Promise<UserSeen> {
  await findUser(call, deps);
  await change();
  return findUser(call, deps);
}

/** The user as he stands now, with his version. */
export function answerUser(seen: UserSeen, call: UserCall): Answer {
  return ok(presentUserDetails(seen, call.receivedAt), { version: seen.user.version });
}
