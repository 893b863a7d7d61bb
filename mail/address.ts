import { domainToASCII, domainToUnicode } from 'node:url';

const longestAddress = 254;
const longestLocalPart = 64;
const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const domainCharacters = /^[\p{L}\p{M}\p{N}.-]+$/u;

/**
 * The one mailbox a text names, its domain in ASCII, or undefined (F42). Only the plain form `local@domain.tld` is
 * taken: quoted local parts, comments, groups, names, lists, encoded words and address literals are ways to make two programs read
 * two recipients, and no customer has such an address. Linear in its length, which is capped first.
 */
export function exactAddress(text: string): string | undefined {
  if (text.length > longestAddress) return undefined;
  const at = text.indexOf('@');
  if (at < 1 || at > longestLocalPart || at !== text.lastIndexOf('@')) return undefined;
  const local = text.slice(0, at);
  const domain = exactDomain(text.slice(at + 1));
  return localPart.test(local) && !local.includes('=?') && domain !== undefined
    ? `${local}@${domain}`
    : undefined;
}

function exactDomain(given: string): string | undefined {
  if (!domainCharacters.test(given)) return undefined;
  const ascii = domainToASCII(given);
  // a mapping that does more than change case would send to another name than the one that was typed
  const isSame =
    ascii === given.toLowerCase() || domainToUnicode(ascii) === given.toLowerCase().normalize('NFC');
  const labels = ascii.split('.');
  const isName =
    labels.length > 1 && labels.every((part) => label.test(part)) && !/^\d+$/.test(labels.at(-1) ?? '');
  return isSame && isName ? ascii : undefined;
}
