/** `__Host-`: this host only, over TLS only, for every path; never readable by script, never sent from elsewhere. */
export const sessionCookie = '__Host-mailroom';
/** What a log-in that is not finished goes on with, in the browser that began it (check 43). */
export const attemptCookie = '__Host-mailroom-attempt';
/** What a browser shows that is not asked again at other places (SE-05). */
export const browserCookie = '__Host-mailroom-browser';

const attributes = 'Path=/; Secure; HttpOnly; SameSite=Strict';

type CookieName = typeof sessionCookie | typeof attemptCookie | typeof browserCookie;

/** Without an age it ends with the browser; the server ends what it stands for anyway. */
export function cookieWith(
  token: string,
  name: CookieName = sessionCookie,
  ageSeconds?: number,
): Readonly<Record<string, string>> {
  const age = ageSeconds === undefined ? '' : `; Max-Age=${String(ageSeconds)}`;
  return { 'Set-Cookie': `${name}=${token}; ${attributes}${age}` };
}

export function cookieGone(): Readonly<Record<string, string>> {
  return { 'Set-Cookie': `${sessionCookie}=; ${attributes}; Max-Age=0` };
}
