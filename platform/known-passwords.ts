import { dictionary } from '@zxcvbn-ts/language-common';

/** Some 49,000 passwords that guessers try first; no network is asked. */
const listed: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/**
 * Whether guessers know the password (quality check 22): it is on the list, whatever its letter case, or it is one such
 * word over and over (`passwordpassword`). A unit of up to three signs is no secret however often it is repeated.
 */
export function isKnownPassword(password: string): boolean {
  const folded = password.normalize('NFKC').toLowerCase();
  return listed.has(folded) || repeatedUnits(folded).some((unit) => listed.has(unit) || unit.length <= 3);
}

/** Each text that makes the whole when it is repeated, the last time perhaps in part. */
function repeatedUnits(text: string): readonly string[] {
  const lengths = Array.from({ length: Math.floor(text.length / 2) }, (_each, index) => index + 1);
  return lengths
    .map((length) => text.slice(0, length))
    .filter((unit) => unit.repeat(Math.ceil(text.length / unit.length)).startsWith(text));
}
