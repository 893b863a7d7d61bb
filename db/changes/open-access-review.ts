import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { AccessReview } from '../../domain/access-review.ts';
import { reviewDueOn, reviewFrom, reviewTerms } from '../../domain/access-review.ts';
import type { CalendarDay, Instant } from '../../domain/calendar.ts';
import { dayOf } from '../../domain/calendar.ts';
import { reviewColumns } from '../access-review-row.ts';
import { toDb } from '../instants.ts';
import { peoplePolicyOf, policySetInForce } from '../policy-sets.ts';
import { firstGrantAt, grantsOfCompany } from '../queries/access-reviews.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';
import { lockCompany } from './lock-member.ts';
import { owePersonMail } from './owe-person-mail.ts';
import { reviewLife } from './write-access-review.ts';

/**
 * Begins the review of a company when its year is over and anybody holds anything. The day on which the year was over is the
 * key: however often it is asked, there is one review for it (F55). Returns the id, or null when there was nothing to begin.
 */
export const openAccessReview =
  (knex: Knex) =>
  (companyId: string, at: Instant): Promise<string | null> =>
    change(knex, null, async (trx) => {
      const company = await lockCompany(trx, companyId);
      const policySetId = await policySetInForce(trx, company.brand_id, at);
      const terms = reviewTerms(await peoplePolicyOf(trx, policySetId));
      const due = await dayThatHasCome(trx, companyId, terms, at);
      if (due === null) return null;
      const { firstOn, dueOn } = due;
      const grants = await liveGrants(trx, companyId);
      if (grants.length === 0) return null;
      const review = reviewFrom({ id: uuidv7(), brand: '', companyId, dueOn }, terms, at);
      await trx('access_reviews').insert({
        id: review.id,
        brand_id: company.brand_id,
        company_id: companyId,
        policy_set_id: policySetId,
        first_on: firstOn,
        due_on: dueOn,
        opened_at: toDb(at),
        ...reviewColumns(review),
      });
      // Ids in the order of the list: pages follow them.
      const entries = grants.map((grant) => ({ id: uuidv7(), review_id: review.id, ...grant }));
      await trx.batchInsert('access_review_entries', entries, 500);
      const mail = { life: 'access-review', lifeId: review.id, kind: 'access-review-opened' } as const;
      await owePersonMail(trx, mail, at);
      await appendEvent(trx, {
        kind: 'access-review.opened',
        subjectType: 'access-review',
        subjectId: review.id,
        companyId,
        actor: reviewLife,
        at,
        body: { dueOn, endsAt: review.endsAt, entries: entries.length },
        wakes: { life: 'access-review', id: review.id },
      });
      return review.id;
    });

interface Due {
  readonly firstOn: CalendarDay;
  readonly dueOn: CalendarDay;
}

/**
 * Null before the day, and where a review of it, or one that is still open, exists already. The day of the year was set by the
 * first grant and stays, also when whoever got it is on the books no more.
 */
async function dayThatHasCome(
  trx: Knex.Transaction,
  companyId: string,
  { zone, everyMonths }: AccessReview['terms'],
  at: Instant,
): Promise<Due | null> {
  const last = await trx('access_reviews')
    .where({ company_id: companyId })
    .orderBy('due_on', 'desc')
    .first<{ first_on: string; due_on: string; open_key: string | null } | undefined>();
  const firstAt = last === undefined ? await firstGrantAt(trx, companyId) : null;
  const firstOn = last?.first_on ?? (firstAt && dayOf(firstAt, zone));
  const dueOn = firstOn && reviewDueOn(firstOn, dayOf(at, zone), everyMonths);
  if (!firstOn || !dueOn) return null;
  const isKnown = last !== undefined && (last.due_on >= dueOn || last.open_key !== null);
  return isKnown ? null : { firstOn, dueOn };
}

interface LiveGrant {
  readonly grant_id: string;
  readonly holding_id: string;
  readonly holder_kind: string;
  readonly holder_id: string;
  readonly last_used_on: string | null;
}

/** By holder, then by application. */
async function liveGrants(trx: Knex.Transaction, companyId: string): Promise<readonly LiveGrant[]> {
  return grantsOfCompany(trx, companyId)
    .leftJoin('memberships as m', 'm.id', 'h.holder_id')
    .leftJoin('users as u', 'u.id', 'm.user_id')
    .leftJoin('application_uses as l', (join) => {
      join.on('l.membership_id', 'h.holder_id').on('l.application', 'h.application');
    })
    .whereNull('g.ended_at')
    .orderBy(['h.holder_kind', 'u.username', 'h.holder_id', 'h.application', 'g.id'])
    .select<LiveGrant[]>(
      'g.id as grant_id',
      'g.holding_id',
      'h.holder_kind',
      'h.holder_id',
      'l.last_used_on',
    );
}
