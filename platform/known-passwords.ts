import { dictionary } from '@zxcvbn-ts/language-common';

/** Some 49,000 passwords that guessers try first; no network is asked. */
const listed: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/**
 * Whether guessers know the password (quality check 22): it is on the list, whatever its letter case, or it is one such
 * word over and over (`passwordpassword`). A unit of up to three signs is no secret however often it is repeated.
 */
export function isKnownPassword(password: string): boolean {
  const folded = password.normalize('NFKC').toLowerCase();
  const unit = repeatedUnit(folded);
  return listed.has(folded) || listed.has(unit) || (unit !== folded && unit.length <= 3);
}

/** The shortest text that makes the whole when it is repeated, the last time perhaps in part. */
function repeatedUnit(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const unit = text.slice(0, length);
    if (unit.repeat(Math.ceil(text.length / length)).startsWith(text)) return unit;
  }
  return text;
}
