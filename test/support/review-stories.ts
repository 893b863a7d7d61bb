/** Reviews of rights told by instants on the time-skipping server: begun as the daily sweep does, commanded as the API does. */
import { accessReviewActivities } from '../../activities/access-reviews.ts';
import { reviewById } from '../../db/queries/access-reviews.ts';
import type { ReviewEntry } from '../../db/queries/review-entries.ts';
import { reviewEntries } from '../../db/queries/review-entries.ts';
import type { ReviewCommandName, ReviewInputs } from '../../domain/access-review.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { GrantAction } from '../../domain/rights.ts';
import type { ReviewAnswer } from '../../domain/review-entry.ts';
import { startOptions } from '../../workflows/start.ts';
import type { ReviewState } from '../../workflows/access-review/messages.ts';
import { startOfAccessReview } from '../../workflows/access-review/messages.ts';
import type { House } from './house.ts';
import { belgianSite, fourteenDays } from './mail-items.ts';
import { newMember } from './persons.ts';
import { registry } from './registry.ts';
import { hashOf, requestAt } from './requests.ts';
import { grantBoxes } from './rights.ts';
import type { Teller } from './stories.ts';
import { insisting } from './wait.ts';

/** A house whose administrator and whoever joins got what they hold at that instant. */
export async function houseGranted(teller: Teller, at: Instant, people: object = {}) {
  const house = await teller.house({ policy: fourteenDays, site: belgianSite });
  await teller
    .knex('policy_sets')
    .where({ brand_id: house.brandId })
    .update({ people: JSON.stringify(people) });
  const granted = () => teller.knex('grants').update({ granted_at: new Date(at) });
  await granted();
  return {
    house,
    join: async (profile: 'administrator' | 'user', actions: readonly GrantAction[]): Promise<string> => {
      const { knex } = teller;
      const { id: userId, membershipId } = await newMember(knex, house.companyId, profile);
      if (actions.length > 0) await grantBoxes(knex, membershipId, [house.postboxId], actions);
      await granted();
      return userId;
    },
  };
}

/** What the schedule runs once a day. */
export const sweep = ({ knex }: Teller, at: Instant) =>
  accessReviewActivities({ knex, registry }).beginDueReviews(at);

/** Begun by the sweep at that instant; undefined when it finds nothing to begin. */
export async function beginReview(teller: Teller, house: House, at: Instant) {
  const { knex, env, taskQueue } = teller;
  await teller.until(at);
  await sweep(teller, at);
  const row = await knex('access_reviews')
    .where({ company_id: house.companyId })
    .orderBy('due_on', 'desc')
    .first<{ id: string } | undefined>('id');
  return row && reviewOf(teller, row.id, env, taskQueue);
}

async function reviewOf({ knex, now, remember }: Teller, id: string, env: Teller['env'], taskQueue: string) {
  const state = async (): Promise<ReviewState> => {
    const found = await reviewById(knex, id);
    if (!found) throw new Error(`no review ${id}`);
    return found;
  };
  const life = startOfAccessReview(await state());
  const options = { ...startOptions(life, taskQueue), workflowRunTimeout: '500 days' as const };
  await env.client.workflow.start(life.workflow, options);
  remember(life.workflowId);
  const handle = env.client.workflow.getHandle(life.workflowId);
  const command = async <Name extends ReviewCommandName>(
    by: string,
    name: Name,
    input: ReviewInputs[Name],
    at?: Instant,
  ) => {
    const request = requestAt(at ?? (await now()));
    const message = { reviewId: id, actor: { type: 'user', id: by }, request, input };
    return insisting(() =>
      handle.executeUpdate<ReviewState, [unknown]>(name, { args: [message], updateId: request.id }),
    );
  };
  const entries = () => reviewEntries(knex, { reviewId: id });
  const entryOf = async (userId: string): Promise<ReviewEntry> => {
    const found = (await entries()).find((entry) => entry.userId === userId);
    if (!found) throw new Error(`no entry of ${userId}`);
    return found;
  };
  return {
    id,
    state,
    entries,
    entryOf,
    answer: async (by: string, userId: string, answer: ReviewAnswer, at?: Instant) =>
      command(by, 'answer', { answers: [{ entryId: (await entryOf(userId)).id, answer }] }, at),
    delegate: (by: string, userId: string) => command(by, 'delegate', { userId, entryIds: null }),
    finish: (by: string) => command(by, 'finish', null),
    regrant: async (by: string, userId: string) =>
      command(by, 'regrant', { entryId: (await entryOf(userId)).id }),
    result: () => handle.result() as Promise<string>,
    told: (): Promise<readonly string[]> =>
      knex('notices').where({ life_id: id }).whereNotNull('told_at').orderBy('owed_at').pluck('kind'),
    toldTo: async (email: string): Promise<readonly string[]> =>
      knex('notice_deliveries as d')
        .join('notices as n', 'n.notice_key', 'd.notice_key')
        .where({ 'n.life_id': id, 'd.recipient_hash': hashOf(email) })
        .orderBy('n.owed_at')
        .pluck('n.kind'),
    events: (): Promise<readonly string[]> =>
      knex('events').where({ subject_id: id }).orderBy('seq').pluck('kind'),
  };
}
