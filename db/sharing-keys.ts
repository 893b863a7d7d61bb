import { createHash } from 'node:crypto';

/** One sharing for an address in an account, however the address is written: what `sharings.open_key` holds (WF-35). */
export function sharingKey(accountId: string, email: string): string {
  return createHash('sha256')
    .update(`${accountId} ${email.normalize('NFKC').trim().toLowerCase()}`)
    .digest('hex');
}
