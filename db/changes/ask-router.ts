import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { folded } from '../../domain/folded.ts';
import { addOpeningHours } from '../../domain/opening-hours.ts';
import type { RouterAddress } from '../../domain/router.ts';
import type { RouterOnboarding } from '../../domain/router-onboarding.ts';
import { onboardingTerms } from '../../domain/router-onboarding.ts';
import { Refused, refuseRight, refuseState } from '../../domain/verdict.ts';
import { isDuplicateKey } from '../errors.ts';
import { toDb } from '../instants.ts';
import { peoplePolicyOf, policySetInForce } from '../policy-sets.ts';
import { routerAt } from '../queries/routers.ts';
import { openingCalendarOf } from '../registration-row.ts';
import { onboardingColumns } from '../router-onboarding-row.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { authorOf, lockCompany, onBehalf } from './lock-member.ts';

/** What a client knows of a router that the directory lacks. */
export interface AskedRouter extends RouterAddress {
  readonly name: string;
  readonly enterpriseNumber: string | null;
  /** Of somebody there, whom to invite. */
  readonly email: string | null;
  readonly note: string | null;
}

/**
 * A client asks for a router that is missing (RT-03); staff have so many opening hours. Refuses `not-found`,
 * `right.missing`, `router-onboarding.known` (it stands in the directory under that name at that address) and
 * `router-onboarding.open`.
 */
export const askRouter =
  (knex: Knex) =>
  (
    companyId: string,
    asked: AskedRouter,
    actor: Actor,
    request: ChangeRequest,
  ): Promise<{ readonly id: string }> =>
    change(knex, request, async (trx) => {
      const at = request.receivedAt;
      const company = await lockCompany(trx, companyId);
      const { standing } = await authorOf(trx, companyId, actor);
      if (standing !== 'administrator' && standing !== 'internal')
        throw new Refused(refuseRight('right.missing', { action: 'router.grant' }));
      const known = await routerAt(trx, company.brand_id, asked);
      if (known !== null)
        throw new Refused(
          refuseState('router-onboarding.known', { routerId: known.id, number: known.number }),
        );
      const policySetId = await policySetInForce(trx, company.brand_id, at);
      const terms = onboardingTerms(await peoplePolicyOf(trx, policySetId));
      const calendar = await openingCalendarOf(trx, {
        brand_id: company.brand_id,
        policy_set_id: policySetId,
      });
      const onboarding: RouterOnboarding = {
        id: uuidv7(),
        brand: '',
        companyId,
        terms,
        version: 1,
        askedAt: at,
        dueAt: addOpeningHours(at, terms.vettingHours, calendar),
        overdueAt: null,
        routerId: null,
        listedAt: null,
        accountAt: null,
        confirmAskedAt: null,
        reminders: 0,
        endsAt: null,
        closed: null,
      };
      await insert(trx, {
        id: onboarding.id,
        brand_id: company.brand_id,
        company_id: companyId,
        owner_id: actor.type === 'user' ? actor.id : null,
        policy_set_id: policySetId,
        name: asked.name,
        street: asked.street,
        postal_code: asked.postalCode,
        city: asked.city,
        country: asked.country,
        enterprise_number: asked.enterpriseNumber,
        email: asked.email,
        note: asked.note,
        asked_at: toDb(at),
        open_key: openKeyOf(companyId, asked),
        ...onboardingColumns(onboarding),
      });
      await appendEvent(trx, {
        kind: 'router-onboarding.asked',
        subjectType: 'router-onboarding',
        subjectId: onboarding.id,
        companyId,
        actor,
        at,
        body: { dueAt: onboarding.dueAt, ...onBehalf(actor, companyId) },
        wakes: { life: 'router-onboarding', id: onboarding.id },
      });
      return { id: onboarding.id };
    });

/** At most one open asking of a client for a name at a place; the same name elsewhere is somebody else. */
function openKeyOf(companyId: string, { name, postalCode, street }: AskedRouter): string {
  return createHash('sha256')
    .update([companyId, ...[name, postalCode, street].map(folded)].join('\n'))
    .digest('hex');
}

async function insert(trx: Knex.Transaction, row: Record<string, unknown>): Promise<void> {
  try {
    await trx('router_onboardings').insert(row);
  } catch (error) {
    if (isDuplicateKey(error)) throw new Refused(refuseState('router-onboarding.open'));
    throw error;
  }
}
