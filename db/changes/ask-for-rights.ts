import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Registry } from '../../domain/application.ts';
import type { Instant } from '../../domain/calendar.ts';
import { checkAccountValues } from '../../domain/account-values.ts';
import { toldCell } from '../../domain/granting.ts';
import type { RightSet } from '../../domain/right-set.ts';
import { merged, minus } from '../../domain/right-set.ts';
import type { Course } from '../../domain/rights-request-course.ts';
import { checkAskable, courseOf } from '../../domain/rights-request-course.ts';
import type { RightsRequest } from '../../domain/rights-request.ts';
import { closeRequest, rightsRequestTerms } from '../../domain/rights-request.ts';
import { standingOf } from '../../domain/user.ts';
import { firstRefusal, hidden, orThrow, Refused, refuseRight, refuseState } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import { peoplePolicyOf, policySetInForce } from '../policy-sets.ts';
import { accountById, scopeValuesOf } from '../queries/accounts.ts';
import { requestGround } from '../queries/rights-request-ground.ts';
import { routersOn } from '../queries/rights.ts';
import { rightsRequestColumns } from '../rights-request-row.ts';
import { appendEvent } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { lockCompany, lockMember } from './lock-member.ts';
import { owePersonMail } from './owe-person-mail.ts';
import { deskDueAt, writeWords } from './write-rights-request.ts';

export interface RightsAskedFor {
  readonly companyId: string;
  readonly userId: string;
  readonly accountId: string;
  readonly application: string;
  readonly profile: string | null;
  readonly rights: RightSet;
  /** Why; for whoever decides. */
  readonly reason: string | null;
}

/**
 * The birth of a request for rights, for the asker himself on an account of his company (WF-05, UM-15): to his administrators
 * or to staff; what the matrix has no place for is rejected at once, with the cells (PI-06). The same again, while it is
 * open, is the same case. Refuses `not-found`, `right.missing`, `rights-request.account-of-client`, what `checkAccountValues` and `checkAskable` refuse.
 */
export const askForRights =
  (knex: Knex, registry: Registry) =>
  (
    asked: RightsAskedFor,
    at: Instant,
    request: ChangeRequest,
  ): Promise<{ readonly id: string; readonly isNew: boolean }> =>
    change(knex, request, async (trx) => {
      const { companyId, userId } = asked;
      const application = registry.get(asked.application);
      const company = await lockCompany(trx, companyId);
      const account = await accountById(trx, asked.accountId);
      if (application === undefined || account === null) throw new Refused(hidden);
      if (account.companyId !== companyId) {
        const isRouter = (await routersOn(trx, account.accountId)).includes(companyId);
        throw new Refused(isRouter ? refuseState('rights-request.account-of-client') : hidden);
      }
      const member = await lockMember(trx, companyId, userId);
      const standing = standingOf(member);
      if (standing === null) throw new Refused(refuseRight('right.missing', { action: 'company.read' }));
      const rights = merged(asked.rights);
      const openKey = openKeyOf(asked, rights);
      const known = await trx('rights_requests')
        .where({ open_key: openKey })
        .first<{ id: string } | undefined>('id');
      if (known !== undefined) return { id: known.id, isNew: false };

      const { profile } = asked;
      const isAdministrators = standing === 'administrator';
      const around = { application, account, member, userId, profile, isAdministrators };
      const ground = await requestGround(trx, around);
      orThrow(
        firstRefusal(
          checkAskable(ground, profile, rights),
          checkAccountValues(application, rights, await scopeValuesOf(trx, account.accountId)),
        ),
      );
      const open = minus(rights, ground.effective);
      const beyond = minus(open, ground.boundary);
      const course = courseOf(ground, { open, beyond });
      const policySetId = await policySetInForce(trx, company.brand_id, at);
      const pinned = { brand_id: company.brand_id, policy_set_id: policySetId };
      const born = await begun(trx, { asked, course, isAdministrators, pinned, at });
      const cells = course.to === 'reject' ? course.cells.map(toldCell) : [];
      await trx('rights_requests').insert({
        id: born.id,
        ...pinned,
        company_id: companyId,
        user_id: userId,
        account_id: account.accountId,
        application: application.key,
        profile: ground.profile,
        asked: JSON.stringify(rights),
        open_rights: JSON.stringify(open),
        beyond: JSON.stringify(beyond),
        is_administrators: isAdministrators,
        asked_at: toDb(at),
        cells: cells.length === 0 ? null : cells.join('\n'),
        ...rightsRequestColumns(born),
        open_key: born.closed === null ? openKey : null,
      });
      const actor = { type: 'user', id: userId } as const;
      if (asked.reason !== null)
        await writeWords(trx, born, { kind: 'reason', text: asked.reason }, actor, at);
      await owe(trx, born, at);
      await appendEvent(trx, {
        kind: 'rights-request.asked',
        subjectType: 'rights-request',
        subjectId: born.id,
        companyId,
        actor,
        at,
        body: {
          accountId: account.accountId,
          application: application.key,
          profile: ground.profile,
          rights,
          desk: born.desk,
          dueAt: born.dueAt,
          cells,
        },
        ...(born.closed === null && { wakes: { life: 'rights-request', id: born.id } }),
      });
      return { id: born.id, isNew: true };
    });

interface Beginning {
  readonly asked: RightsAskedFor;
  readonly course: Course;
  readonly isAdministrators: boolean;
  readonly pinned: { readonly brand_id: string; readonly policy_set_id: string };
  readonly at: Instant;
}

async function begun(
  trx: Knex.Transaction,
  { asked, course, isAdministrators, pinned, at }: Beginning,
): Promise<RightsRequest> {
  const terms = rightsRequestTerms(await peoplePolicyOf(trx, pinned.policy_set_id));
  const brand = await trx('brands').where({ id: pinned.brand_id }).first<{ brand_key: string }>('brand_key');
  const desk = course.to === 'in-house' ? 'in-house' : 'staff';
  const request: RightsRequest = {
    id: uuidv7(),
    brand: brand.brand_key,
    companyId: asked.companyId,
    userId: asked.userId,
    isAdministrators,
    terms,
    version: 1,
    askedAt: at,
    desk,
    since: at,
    dueAt: await deskDueAt(trx, pinned, terms, desk, at),
    overdueAt: null,
    question: null,
    widenedAt: null,
    hasGiven: false,
    hasRefused: false,
    closed: null,
  };
  return course.to === 'reject' ? { ...closeRequest(request, 'rejected', at), version: 1 } : request;
}

/** Administrators hear that it is theirs, the asker that staff have it; what was rejected at once he sees at once. */
async function owe(trx: Knex.Transaction, { id, desk, closed }: RightsRequest, at: Instant): Promise<void> {
  if (closed !== null) return;
  const kind = desk === 'in-house' ? 'rights-requested' : 'rights-request-with-staff';
  await owePersonMail(trx, { life: 'rights-request', lifeId: id, kind, which: 1 }, at);
}

/** Who asks for what, whatever the order in which he names it. */
function openKeyOf({ companyId, userId, accountId, application, profile }: RightsAskedFor, rights: RightSet) {
  const key = JSON.stringify([companyId, userId, accountId, application, profile, rights]);
  return createHash('sha256').update(key).digest('hex');
}
