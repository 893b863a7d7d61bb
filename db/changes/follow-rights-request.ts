/** A request for rights follows the facts around it: who can give it by now, whether it was given, whether its asker is gone. */
import type { Knex } from 'knex';
import type { Registry } from '../../domain/application.ts';
import type { Instant } from '../../domain/calendar.ts';
import { toldCell } from '../../domain/granting.ts';
import type { RightSet } from '../../domain/right-set.ts';
import { isNothing, minus } from '../../domain/right-set.ts';
import { courseOf } from '../../domain/rights-request-course.ts';
import type { Desk, RightsRequest } from '../../domain/rights-request.ts';
import { closeRequest, decidePart, putOnDesk } from '../../domain/rights-request.ts';
import { accountById } from '../queries/accounts.ts';
import type { RequestAround } from '../queries/rights-request-ground.ts';
import { requestGround } from '../queries/rights-request-ground.ts';
import { holdingOf } from '../queries/rights.ts';
import { blocksIn } from '../rights-request-row.ts';
import { grantByOperator } from './write-boundary.ts';
import type { LockedRightsRequest, RequestTold } from './write-rights-request.ts';
import { deskDueAt, outcomeMails } from './write-rights-request.ts';

export interface Followed {
  readonly request: RightsRequest;
  readonly told: RequestTold;
}

/** The request's surroundings, or null where the registry does not know its application any more. */
export async function aroundRequest(
  trx: Knex.Transaction,
  registry: Registry,
  { row, member, request }: LockedRightsRequest,
): Promise<RequestAround | null> {
  const application = registry.get(row.application);
  const account = await accountById(trx, row.account_id);
  if (application === undefined || account === null) return null;
  const { userId, isAdministrators } = request;
  return { application, account, member, userId, profile: row.profile, isAdministrators };
}

/**
 * Where it has to go as things stand, written nowhere yet; null when it stays as it is. `after`: the request as a command
 * has just left it, with what is still open.
 */
export async function follow(
  trx: Knex.Transaction,
  locked: LockedRightsRequest,
  around: RequestAround,
  at: Instant,
  after: { readonly request: RightsRequest; readonly open: RightSet } = {
    request: locked.request,
    open: blocksIn(locked.row.open_rights),
  },
): Promise<Followed | null> {
  const { request, open } = after;
  const ground = await requestGround(trx, around);
  const beyond = blocksIn(locked.row.beyond);
  const course = courseOf(ground, { open, beyond });
  switch (course.to) {
    case 'lapse':
      return ended(closeRequest(request, 'lapsed', at), { cause: 'asker-left' }, []);
    case 'done':
      return ended(closeRequest({ ...request, hasGiven: true }, 'granted', at), { cause: 'held' });
    case 'at-once': {
      const rights = minus(open, ground.effective);
      await giveAtOnce(trx, around, locked, rights, at);
      const given = closeRequest({ ...request, hasGiven: true }, 'granted', at);
      return ended(given, { cause: 'grantable', added: rights });
    }
    case 'reject': {
      const cells = course.cells.map(toldCell);
      const refused = closeRequest({ ...request, hasRefused: true }, 'rejected', at);
      const done = ended(refused, { cause: 'matrix', cells });
      return { ...done, told: { ...done.told, columns: { cells: cells.join('\n') } } };
    }
    default: {
      const left = minus(open, ground.effective);
      const isLess = !isNothing(minus(open, left));
      return onDesk(trx, locked, { request, left, isLess, desk: course.to }, at);
    }
  }
}

function ended(request: RightsRequest, facts: object, mails = outcomeMails(request)): Followed {
  return { request, told: { event: request.closed?.outcome ?? 'closed', facts, mails, open: [] } };
}

async function onDesk(
  trx: Knex.Transaction,
  { row }: LockedRightsRequest,
  { request, left, isLess, desk }: { request: RightsRequest; left: RightSet; isLess: boolean; desk: Desk },
  at: Instant,
): Promise<Followed | null> {
  // While the asker has to answer, nobody else is bothered.
  if (request.question !== null || request.desk === desk)
    return isLess
      ? {
          request: { ...decidePart(request, { hasGiven: true }), question: request.question },
          told: { event: 'part-held', open: left },
        }
      : null;
  const dueAt = await deskDueAt(trx, row, request.terms, desk, at);
  const moved = putOnDesk(isLess ? { ...request, hasGiven: true } : request, desk, dueAt, at);
  const mails = [desk === 'in-house' ? 'rights-requested' : 'rights-request-with-staff'];
  const columns = desk === 'staff' ? { grantor_id: null } : {};
  const widened = desk === 'staff' ? { ...moved, widenedAt: null } : moved;
  return { request: widened, told: { event: 'moved', facts: { desk, dueAt }, mails, open: left, columns } };
}

/** By whoever of the operator opened it last. */
async function giveAtOnce(
  trx: Knex.Transaction,
  { application, account }: RequestAround,
  { member, row }: LockedRightsRequest,
  rights: RightSet,
  at: Instant,
): Promise<void> {
  const { accountId, companyId } = account;
  const key = {
    holderKind: 'company',
    holderId: companyId,
    accountId,
    application: application.key,
  } as const;
  const boundary = await holdingOf(trx, key);
  const opened = boundary?.grants.toSorted((one, other) => (one.grantedAt < other.grantedAt ? -1 : 1)).at(-1);
  if (opened === undefined || member === null)
    throw new Error(`nobody opened what request ${row.id} asks for`);
  const work = { application, accountId, companyId, staffId: opened.grantor.id, at };
  await grantByOperator(trx, work, member.membershipId, rights, row.profile);
}
