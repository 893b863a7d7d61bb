/**
 * Where people may log in from (SE-04, SE-05; decided.md, Places): from an address they have confirmed, from one of
 * the brand's or the company's own, or with a browser they have said to trust. A place is an address reduced to the
 * prefix that a household or office shares (WF-20: shared NAT and IPv6 prefixes by policy).
 */
import ipaddr from 'ipaddr.js';
import { hours, plusMilliseconds } from './calendar.ts';
import type { Instant } from './calendar.ts';
import type { PeoplePolicy } from './people-policy.ts';
import type { Verdict } from './verdict.ts';
import { allow, refuseValue } from './verdict.ts';

export type PlaceTerms = PeoplePolicy['places'];

/** The fewest bits of a network that a company may authorise whole: wider ones are half the world. */
const widestNetwork = { ipv4: 16, ipv6: 32 } as const;

/** So many networks fit one company, and so many places one person. */
export const mostNetworks = 50;

/**
 * The place of an address as a CIDR block, in one spelling: `203.0.113.7/32`, `2001:db8:1:2::/64`. An IPv4 address
 * written as IPv6 is the IPv4 one. Null for what is no address: that is nobody's place.
 */
export function placeOf(address: string, terms: Pick<PlaceTerms, 'ipv4Bits' | 'ipv6Bits'>): string | null {
  const parsed = addressOf(address);
  if (parsed === null) return null;
  return blockOf(parsed, parsed.kind() === 'ipv4' ? terms.ipv4Bits : terms.ipv6Bits);
}

/** Whether the address lies in one of the CIDR blocks; a block without a prefix is one address. */
export function isWithin(address: string, networks: readonly string[]): boolean {
  const parsed = addressOf(address);
  if (parsed === null) return false;
  return networks.some((network) => {
    const block = parsedBlock(network);
    return block !== null && block[0].kind() === parsed.kind() && parsed.match(block);
  });
}

/** The block in one spelling, host bits cleared; refuses `place.network-invalid` and `place.network-too-wide`. */
export function checkNetwork(network: string): Verdict {
  const block = parsedBlock(network);
  if (block === null) return refuseValue('place.network-invalid', { field: 'networks', network });
  const widest = widestNetwork[block[0].kind()];
  if (block[1] < widest) return refuseValue('place.network-too-wide', { field: 'networks', network, widest });
  return allow;
}

/** A network that `checkNetwork` has allowed, in one spelling. */
export function networkFrom(network: string): string {
  const block = parsedBlock(network);
  if (block === null) throw new Error(`${network} is no network`);
  return blockOf(block[0], block[1]);
}

/** A place that a person has authorised, or a browser he trusts: good until it has been unused for so many days. */
export interface Remembered {
  readonly lastUsedAt: Instant;
}

/** Days of 24 hours: they protect, they are no promise. Used on the last instant, it still counts. */
function isRemembered(remembered: Remembered | null, unusedDays: number, at: Instant): boolean {
  return remembered !== null && at <= plusMilliseconds(remembered.lastUsedAt, hours(24 * unusedDays));
}

export interface PlaceQuestion {
  readonly address: string;
  readonly terms: PlaceTerms;
  /** The company's own word, where it has said one. */
  readonly company: { readonly switch: 'on' | 'off' | null; readonly networks: readonly string[] };
  /** What the person authorised at this address, and the browser he comes with. */
  readonly place: Remembered | null;
  readonly browser: Remembered | null;
  /** Nobody has ever logged in as him. */
  readonly isFirstLogIn: boolean;
  readonly at: Instant;
}

export type PlaceAnswer =
  | { readonly isAuthorised: true; readonly by: 'off' | 'network' | 'place' | 'browser' | 'first-log-in' }
  | { readonly isAuthorised: false };

/** Whether places count for this company at all: its own word, else the brand's. */
export function isAsked({ company, terms }: Pick<PlaceQuestion, 'company' | 'terms'>): boolean {
  return company.switch === null ? terms.isOn : company.switch === 'on';
}

/** Whether somebody who has proven who he is may come in from there, and by what. */
export function placeAnswer(question: PlaceQuestion): PlaceAnswer {
  const { address, terms, company, at } = question;
  if (!isAsked(question)) return { isAuthorised: true, by: 'off' };
  if (isWithin(address, [...terms.authorised, ...company.networks]))
    return { isAuthorised: true, by: 'network' };
  if (isRemembered(question.place, terms.unusedDays, at)) return { isAuthorised: true, by: 'place' };
  if (isRemembered(question.browser, terms.browserUnusedDays, at))
    return { isAuthorised: true, by: 'browser' };
  if (question.isFirstLogIn) return { isAuthorised: true, by: 'first-log-in' };
  return { isAuthorised: false };
}

/**
 * A person of several companies: each must let him in, for one session opens them all. Where only some ask, theirs is
 * the answer that is told. Nobody asks somebody without a company.
 */
export function placeAnswerOfAll(questions: readonly PlaceQuestion[]): PlaceAnswer {
  const answers = questions.map(placeAnswer);
  return (
    answers.find(({ isAuthorised }) => !isAuthorised) ??
    answers.find((answer) => answer.isAuthorised && answer.by !== 'off') ?? { isAuthorised: true, by: 'off' }
  );
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;

function addressOf(address: string): Address | null {
  const bare = address.split('%', 1)[0] ?? '';
  const isWhole = ipaddr.IPv4.isValidFourPartDecimal(bare) || ipaddr.IPv6.isValid(bare);
  return isWhole ? ipaddr.process(bare) : null;
}

function parsedBlock(network: string): [Address, number] | null {
  const [address = '', bits, ...rest] = network.trim().split('/');
  const whole = addressOf(address);
  if (whole === null || rest.length > 0) return null;
  const isMapped = whole.kind() === 'ipv4' && address.includes(':');
  const most = whole.kind() === 'ipv4' ? 32 : 128;
  if (bits === undefined) return [whole, most];
  const count = /^\d{1,3}$/.test(bits) ? Number(bits) - (isMapped ? 96 : 0) : -1;
  return count < 0 || count > most ? null : [whole, count];
}

function blockOf(address: Address, bits: number): string {
  const text = `${address.toString()}/${String(bits)}`;
  const network =
    address.kind() === 'ipv4'
      ? ipaddr.IPv4.networkAddressFromCIDR(text)
      : ipaddr.IPv6.networkAddressFromCIDR(text);
  return `${network.toString()}/${String(bits)}`;
}
