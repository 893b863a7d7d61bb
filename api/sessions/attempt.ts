import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { HttpRefusal } from '../refusal.ts';
import { attemptCookie } from './cookie.ts';

type AttemptCall = Pick<Call<unknown, unknown, { readonly attempt?: string | undefined }>, 'body' | 'cookie'>;

/** What a log-in goes on with: from the body, or from the browser's cookie. */
export function secretHashOf({ body, cookie }: AttemptCall, { tokens }: Deps): string {
  return tokens.hashToken(body.attempt ?? cookie(attemptCookie) ?? '');
}

export function attemptOver(): HttpRefusal {
  return new HttpRefusal(401, 'factor.attempt-over', { headers: { 'WWW-Authenticate': 'Bearer' } });
}
