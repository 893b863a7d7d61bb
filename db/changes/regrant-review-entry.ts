import type { Knex } from 'knex';
import type { ReviewInputs } from '../../domain/access-review.ts';
import * as rules from '../../domain/access-review.ts';
import { grantedRights, grantorOf } from '../../domain/holding.ts';
import type { Holder } from '../../domain/right-wish.ts';
import { checkRegrant } from '../../domain/review-entry.ts';
import { checkNotDeactivated } from '../../domain/user.ts';
import { orThrow, Refused, refuseState } from '../../domain/verdict.ts';
import { blocksOfGrants } from '../holding-rows.ts';
import { accountById } from '../queries/accounts.ts';
import { givingOf } from '../queries/giving.ts';
import type { ReviewEntry } from '../queries/review-entries.ts';
import { holdingOf } from '../queries/rights.ts';
import { routerTypeOf } from '../queries/router-types.ts';
import { administered } from './answer-review-entries.ts';
import type { ReviewDone, ReviewGround } from './command-access-review.ts';
import { saveHolding } from './save-holding.ts';
import { applicationOf, tellRights } from './tell-review-rights.ts';

/**
 * Gives back what was withdrawn, as a grant of the one who withdrew it, so far as he may still give it: compensation within
 * the days of the policy (WF-43). Refuses what `checkRegrant` and `planSaving` refuse, `user.deactivated`.
 */
export async function regrantEntry(
  trx: Knex.Transaction,
  ground: ReviewGround,
  _input: ReviewInputs['regrant'],
): Promise<ReviewDone> {
  const { review, company, author, actor, at, registry } = ground;
  const [entry] = ground.entries;
  if (entry === undefined) return null;
  orThrow(checkRegrant(entry, actor.id, review.terms, at));
  const application = applicationOf(registry, entry);
  if (entry.userId !== null) orThrow(checkNotDeactivated(await administered(trx, ground, entry.userId)));
  const account = await accountById(trx, entry.accountId);
  if (account === null) throw new Error(`no account ${entry.accountId}`);
  const { holderKind, holderId, accountId } = entry;
  const key = { holderKind, holderId, accountId, application: application.key } as const;
  const holding = await holdingOf(trx, key);
  const giving = await givingOf(trx, company.id, author, application, account);
  const withdrawn = await blocksOfGrants(trx, entry.withdrawnGrantIds);
  const profile = holding?.profile ?? null;
  const { plan, version } = await saveHolding(trx, {
    ...{ application, key, holding, grantor: grantorOf(author), reason: 'saved', at },
    holder: await holderOf(trx, entry, giving.routerType),
    wish: { profile, rights: [...grantedRights(holding ?? undefined), ...withdrawn] },
    ceiling: giving.ceiling,
    revocation: 'individual',
  });
  await trx('access_review_entries').where({ id: entry.id }).update({ answer: 'regranted' });
  await tellRights(trx, ground, entry, { profile, added: plan.added, removed: [], version });
  return { review: rules.touched(review), event: 'regranted', facts: { entryId: entry.id } };
}

async function holderOf(
  trx: Knex.Transaction,
  { holderKind, holderId, isOwnPeople }: ReviewEntry,
  routerType: Holder['routerType'],
): Promise<Holder> {
  if (holderKind === 'user') return { kind: 'user', routerType: isOwnPeople ? null : routerType };
  const type = await routerTypeOf(trx, holderId);
  if (type === null) throw new Refused(refuseState('access-review.grant-over'));
  return { kind: 'router', routerType: type };
}
