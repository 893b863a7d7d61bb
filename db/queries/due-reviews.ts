import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { addDays, addMonths, dayOf, endOfDay } from '../../domain/calendar.ts';
import { peoplePolicyInForce } from '../policy-sets.ts';
import { companiesToReview } from './access-reviews.ts';

const PAGE = 200;

/** Companies whose review may be due by now, brand by brand; whether it is, the change that begins it asks under lock. */
export async function* companiesDueForReview(knex: Knex, at: Instant): AsyncGenerator<string> {
  const brands = (await knex('brands')
    .whereExists(knex('policy_sets as p').whereRaw('p.brand_id = brands.id').select(knex.raw('1')))
    .orderBy('id')
    .pluck('id')) as string[];
  for (const brandId of brands) {
    const { zone, accessReview } = await peoplePolicyInForce(knex, brandId, at);
    // The end of a short month stands for up to three days that it has not: a few too many are asked.
    const lastDueOn = addDays(addMonths(dayOf(at, zone), -accessReview.everyMonths), 3);
    const firstGrantBefore = endOfDay(lastDueOn, zone);
    for (let after = ''; ;) {
      const asked = { lastDueOn, firstGrantBefore, after, limit: PAGE };
      const companies = await companiesToReview(knex, brandId, asked);
      yield* companies;
      const last = companies.at(-1);
      if (last === undefined || companies.length < PAGE) break;
      after = last;
    }
  }
}
