import type { Knex } from 'knex';
import type { Application } from '../../domain/application.ts';
import type { Saving, SavingPlan } from '../../domain/granting.ts';
import { planSaving } from '../../domain/granting.ts';
import { orThrow } from '../../domain/verdict.ts';
import type { HoldingWrite } from './write-holding.ts';
import { writeHolding } from './write-holding.ts';

/** What is asked of a holding as it stands under the lock, and who asks it. */
type SavingHolding = Pick<Saving, 'holder' | 'wish' | 'ceiling' | 'revocation'> &
  Pick<HoldingWrite, 'key' | 'holding' | 'grantor' | 'reason' | 'at'> & { readonly application: Application };

/** Asked and written (UM-18): refuses what `planSaving` refuses. Returns what changed and the version it has now. */
export async function saveHolding(
  trx: Knex.Transaction,
  { application, holder, wish, ceiling, revocation, ...write }: SavingHolding,
): Promise<{ readonly plan: SavingPlan; readonly version: number }> {
  const { holding } = write;
  const { verdict, plan } = planSaving({
    application,
    holder,
    live: holding?.grants ?? [],
    profile: holding?.profile ?? null,
    wish,
    ceiling,
    revocation,
  });
  orThrow(verdict);
  const registryVersion = application.version;
  return { plan, version: await writeHolding(trx, { ...write, plan, registryVersion }) };
}
