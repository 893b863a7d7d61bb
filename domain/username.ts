/** `zoe.maes` for Zoë Maes: what a username is made from where nobody was asked for one (WF-01). */
export function usernameFor(firstName: string, lastName: string): string {
  const parts = [firstName, lastName].map(plain).filter((part) => part !== '');
  return parts.length === 0 ? 'user' : parts.join('.').slice(0, 80);
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}
