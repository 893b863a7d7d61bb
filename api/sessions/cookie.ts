/** `__Host-`: this host only, over TLS only, for every path; never readable by script, never sent from elsewhere. */
export const sessionCookie = '__Host-mailroom';

const attributes = 'Path=/; Secure; HttpOnly; SameSite=Strict';

/** Without an age: it ends with the browser, and the server ends it anyway. */
export function cookieWith(token: string): Readonly<Record<string, string>> {
  return { 'Set-Cookie': `${sessionCookie}=${token}; ${attributes}` };
}

export function cookieGone(): Readonly<Record<string, string>> {
  return { 'Set-Cookie': `${sessionCookie}=; ${attributes}; Max-Age=0` };
}
