import type { Knex } from 'knex';
import type { Application, Registry } from '../../domain/application.ts';
import type { SavingPlan } from '../../domain/granting.ts';
import { grantorOf } from '../../domain/holding.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import type { ReviewEntry } from '../queries/review-entries.ts';
import type { RouterRow } from '../router-row.ts';
import { appendEvent } from './append-event.ts';
import type { ReviewGround } from './command-access-review.ts';
import { followRouterRights } from './follow-router-rights.ts';
import { onBehalf } from './lock-member.ts';
import { lockRouter } from './write-router-onboarding.ts';

/** On the person himself, as any saving of his rights; of a router all that follows when a client saves what it holds. */
export async function tellRights(
  trx: Knex.Transaction,
  ground: ReviewGround,
  entry: ReviewEntry,
  {
    profile,
    added,
    removed,
    version,
  }: Pick<SavingPlan, 'profile' | 'added' | 'removed'> & { version: number },
): Promise<void> {
  const { review, company, author, actor, at, registry } = ground;
  const { userId, accountId, holderKind, holderId } = entry;
  const { companyId } = review;
  const facts = { reviewId: review.id };
  if (holderKind === 'router') {
    const router = await routerOf(trx, company.brand_id, holderId);
    const application = applicationOf(registry, entry);
    const plan = { profile, added, removed };
    const by = grantorOf(author);
    // One that is none any more has nobody who could have been given anything.
    if (router !== null)
      await followRouterRights(trx, {
        ...{ client: company, router, accountId, application, plan, version, by, actor, at, facts },
      });
    return;
  }
  if (userId === null) return;
  await appendEvent(trx, {
    kind: 'user.rights-saved',
    subjectType: 'user',
    subjectId: userId,
    companyId,
    actor,
    at,
    body: {
      ...{ accountId, application: entry.application, profile, added, removed, version },
      ...facts,
      ...onBehalf(actor, companyId),
    },
    wakes: { life: 'provisionings-of', id: userId },
  });
}

/** The entry under which a router holds what clients give it, locked after the companies. */
async function routerOf(trx: Knex.Transaction, brandId: string, holderId: string): Promise<RouterRow | null> {
  const found = await trx('routers')
    .where({ brand_id: brandId, closed_at: null })
    .where((its) => void its.where({ company_id: holderId }).orWhere({ id: holderId, company_id: null }))
    .first<{ id: string } | undefined>('id');
  return found === undefined ? null : lockRouter(trx, found.id);
}

export function applicationOf(registry: Registry, { application: key }: ReviewEntry): Application {
  const application = registry.get(key);
  if (application === undefined) throw new Refused(hidden);
  return application;
}
