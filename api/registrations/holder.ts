/** Who holds the form key of a case, and nobody else, sees it (decided.md, Registration). */
import { timingSafeEqual } from 'node:crypto';
import type { HeldRegistration } from '../../db/queries/registration-cases.ts';
import { heldRegistration } from '../../db/queries/registration-cases.ts';
import { identityCheckOf } from '../../db/queries/identity-checks.ts';
import type { IdentityCheck } from '../../domain/identity-check.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { HttpRefusal } from '../refusal.ts';

const keyForm = /^[A-Za-z0-9_-]{43,86}$/;

/** SHA-256 of the form key in the header; null when there is none in its form. */
function holderHashOf(
  call: Pick<Call<unknown, unknown, unknown>, 'header'>,
  { tokens }: Deps,
): string | null {
  const key = call.header('Registration-Key');
  return key !== undefined && keyForm.test(key) ? tokens.hashToken(key) : null;
}

/** For beginning: a form key must be there, or nobody could come back. */
export function newHolderHash(call: Pick<Call<unknown, unknown, unknown>, 'header'>, deps: Deps): string {
  const hash = holderHashOf(call, deps);
  if (hash !== null) return hash;
  const isMissing = call.header('Registration-Key') === undefined;
  const fault = {
    in: 'header',
    field: '/Registration-Key',
    reason: isMissing ? 'field.missing' : 'field.format',
    accepted: { pattern: keyForm.source },
  } as const;
  throw new HttpRefusal(422, 'request.invalid', { faults: [fault] });
}

export interface Held {
  readonly held: HeldRegistration;
  readonly identity: IdentityCheck | null;
}

/** The case, for who holds its key; a wrong key and no case at all get one answer. */
export async function heldBy(
  call: Pick<Call<{ readonly id: string }, unknown, unknown>, 'header' | 'params'>,
  deps: Deps,
): Promise<Held> {
  const { id } = call.params;
  const hash = holderHashOf(call, deps);
  const held = await heldRegistration(deps.knex, id);
  const isHolder =
    hash !== null && held !== null && timingSafeEqual(Buffer.from(hash), Buffer.from(held.holderHash));
  if (!isHolder) throw new Refused(hidden);
  return { held, identity: await identityCheckOf(deps.knex, id) };
}
