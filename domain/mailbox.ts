/** As addresses are compared: the case of letters and blanks around them are no matter. */
export function mailboxOf(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}
