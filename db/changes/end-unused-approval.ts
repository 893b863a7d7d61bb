/** What becomes of a company whose first administrator never came (WF-01, UM-06; decided.md, Registration). */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { UnusedApproval } from '../../domain/unused-approval.ts';
import { unusedApproval } from '../../domain/unused-approval.ts';
import { toDb } from '../instants.ts';
import type { RegistrationRow } from '../registration-row.ts';
import { appendEvent } from './append-event.ts';
import { endInvitations } from './end-invitations.ts';
import { endMember } from './end-member.ts';
import { unlinkRouter } from './link-router.ts';
import type { LockedMember } from './lock-member.ts';
import { lockMember } from './lock-member.ts';
import { tellOfAdministrators, tellRouter } from './tell-router-lives.ts';
import { endRightsOn } from './write-holding.ts';
import { registrationLife } from './write-registration.ts';

/**
 * Ends what the approval of this case made, as far as nobody else has taken it over: with another administrator only the
 * applicant's membership ends; without one the company is undone. Company and case are locked. Returns which.
 */
export async function endUnusedApproval(
  trx: Knex.Transaction,
  { id, company_id: companyId, user_id: userId }: RegistrationRow,
  at: Instant,
): Promise<UnusedApproval> {
  if (companyId === null || userId === null) return 'undo';
  const members = await lockMembers(trx, companyId);
  const outcome = unusedApproval(members.filter((member) => member.userId !== userId));
  const ending = outcome === 'undo' ? members : members.filter((member) => member.userId === userId);
  for (const member of ending.filter(({ deactivatedAt }) => deactivatedAt === null))
    await endAndTell(trx, companyId, member, at);
  if (outcome === 'undo') await undoCompany(trx, companyId, { registrationId: id, userId }, at);
  else await tellOfAdministrators(trx, companyId, registrationLife, at);
  return outcome;
}

/** Everybody of the company, in the order of their ids. */
async function lockMembers(trx: Knex.Transaction, companyId: string): Promise<readonly LockedMember[]> {
  const ids = (await trx('memberships')
    .where({ company_id: companyId })
    .orderBy('user_id')
    .pluck('user_id')) as string[];
  const members: LockedMember[] = [];
  for (const each of ids) {
    const member = await lockMember(trx, companyId, each);
    if (member !== null) members.push(member);
  }
  return members;
}

async function endAndTell(
  trx: Knex.Transaction,
  companyId: string,
  member: LockedMember,
  at: Instant,
): Promise<void> {
  const ended = await endMember(trx, member, registrationLife.id, at);
  await appendEvent(trx, {
    kind: 'user.deactivated',
    subjectType: 'user',
    subjectId: member.userId,
    companyId,
    actor: registrationLife,
    at,
    body: { ended },
    wakes: { life: 'provisionings-of', id: member.userId },
  });
}

/**
 * Compensation (WF-01): the company is no customer. Its boundary and whatever is held on its accounts go, its invitations are
 * over, its entry of the directory waits again, its number is free for another case; what happened stays in the event chain.
 */
async function undoCompany(
  trx: Knex.Transaction,
  companyId: string,
  facts: { readonly registrationId: string; readonly userId: string },
  at: Instant,
): Promise<void> {
  // Those to somebody who is no member yet too: nobody joins a company that is none.
  await endInvitations(trx, { company_id: companyId }, at);
  await endRightsOn(trx, companyId, registrationLife.id, at);
  await trx('companies')
    .where({ id: companyId })
    .update({ closed_at: toDb(at), enterprise_number: null, version: trx.raw('version + 1') });
  await unlinkRouter(trx, companyId, registrationLife, at);
  await tellRoutersOf(trx, companyId, at);
  await appendEvent(trx, {
    kind: 'company.undone',
    subjectType: 'company',
    subjectId: companyId,
    companyId,
    actor: registrationLife,
    at,
    body: facts,
    wakes: { life: 'rights-requests-of', id: companyId },
  });
}

/** What the company gave to routers is over: the lives that wait there look again. */
async function tellRoutersOf(trx: Knex.Transaction, companyId: string, at: Instant): Promise<void> {
  const ids = (await trx('router_grants')
    .where({ company_id: companyId, closed_at: null })
    .orderBy('router_id')
    .distinct()
    .pluck('router_id')) as string[];
  for (const routerId of ids)
    await tellRouter(trx, { routerId, companyId, event: 'client-undone' }, registrationLife, at);
}
