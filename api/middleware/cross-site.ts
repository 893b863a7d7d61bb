import type { Caller } from '../caller.ts';
import type { ApiContext } from '../context.ts';
import { HttpRefusal } from '../refusal.ts';

/**
 * A browser adds the cookie to whatever another site makes it send, so a write by cookie must be proven to come
 * from our own pages (ASVS 3.5.1): `Sec-Fetch-Site`, or `Origin` where the browser is old. A bearer token is never
 * added by a browser. Log-in has no cookie yet, and is refused when a browser says that it comes from elsewhere.
 */
export function refuseCrossSite(ctx: ApiContext, caller: Caller, ownOrigin: string): void {
  if (caller.via === 'bearer') return;
  const site = ctx.get('Sec-Fetch-Site');
  const origin = ctx.get('Origin');
  const isOwn =
    site !== '' ? site === 'same-origin' : origin !== '' ? origin === ownOrigin : caller.via === 'none';
  if (!isOwn) throw new HttpRefusal(403, 'request.cross-site');
}
