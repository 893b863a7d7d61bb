/**
 * What somebody typed, as it is compared, counted and made a key of: how its letters are encoded, their case and blanks
 * around them are no matter. A password is taken as it was typed (domain/password.ts).
 */
export function folded(typed: string): string {
  return typed.normalize('NFKC').toLowerCase().trim();
}
