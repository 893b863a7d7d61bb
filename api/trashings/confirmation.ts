/** The second confirmation of a purge without a row: a token that names its end, under a keyed hash (decided.md, Trash). */
import { timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../domain/calendar.ts';
import { epochOf, instantOf } from '../../domain/calendar.ts';
import type { Vault } from '../../platform/vault.ts';

/** Whose token for what: nobody else's opens it. */
export interface ConfirmationOf {
  readonly userId: string;
  readonly trashingId: string;
}

const purpose = 'purge-confirmation';
const form = /^([0-9a-z]{1,9})\.([A-Za-z0-9_-]{43})$/;

/** The same each time for the same three. */
export function confirmationToken(vault: Vault, whose: ConfirmationOf, endsAt: Instant): string {
  const stamp = epochOf(endsAt).toString(36);
  return `${stamp}.${vault.keyedHash(purpose, sealedText(whose, stamp))}`;
}

/** Until when the token counts; null when it was not given to this user for this trashing. */
export function confirmationEnd(vault: Vault, whose: ConfirmationOf, token: string): Instant | null {
  const [, stamp, hash] = form.exec(token) ?? [];
  if (stamp === undefined || hash === undefined) return null;
  const hashes = vault.keyedHashes(purpose, sealedText(whose, stamp));
  const isOurs = hashes.some((each) => timingSafeEqual(Buffer.from(each), Buffer.from(hash)));
  return isOurs ? instantOf(Number.parseInt(stamp, 36)) : null;
}

function sealedText({ userId, trashingId }: ConfirmationOf, stamp: string): string {
  return JSON.stringify([userId, trashingId, stamp]);
}
