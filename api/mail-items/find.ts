import { mailItemById } from '../../db/queries/mail-item.ts';
import type { FoundMailItem } from '../../db/queries/mail-item.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';

type ItemCall = Call<{ readonly id: string }, unknown, unknown>;

/** The letter of the path, if the caller may do to it what the operation declares. */
export async function findItem(call: ItemCall, { knex }: Deps): Promise<FoundMailItem> {
  return call.allow('mail-item', await mailItemById(knex, call.params.id));
}

/** Who keeps read marks: customers do, staff do not. */
export function readerOf({ caller }: ItemCall): string | null {
  return caller.kind === 'user' ? caller.id : null;
}
