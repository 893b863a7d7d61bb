import { hash } from '@node-rs/argon2';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane (Password Storage Cheat Sheet). */
export const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const currentForm = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`;

/** A hash of no password anybody knows; verified when there is no such user, so that the answer takes as long. */
export const nobody = `${currentForm}${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** argon2id in PHC form, about 97 characters: for who writes a few users and serves nobody meanwhile. */
export function hashPassword(password: string): Promise<string> {
  return hash(sameForm(password), cost);
}

/** Whether the hash was made at another cost than today's: hash again at the next successful log-in. */
export function needsRehash(stored: string): boolean {
  return !stored.startsWith(currentForm);
}

/** Keyboards differ in how they write é; NIST SP 800-63B asks for one form. */
export function sameForm(password: string): string {
  return password.normalize('NFKC');
}
