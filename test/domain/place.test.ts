import { describe, expect, test } from '@jest/globals';
import { decidedPeoplePolicy } from '../../domain/people-policy.ts';
import type { PlaceQuestion } from '../../domain/place.ts';
import {
  checkNetwork,
  isWithin,
  networkFrom,
  placeAnswer,
  placeAnswerOfAll,
  placeOf,
} from '../../domain/place.ts';

const terms = { ...decidedPeoplePolicy.places, isOn: true };
const at = '2027-06-30T12:00:00.000Z';
const daysAgo = (days: number, milliseconds = 0) => ({
  lastUsedAt: new Date(Date.parse(at) - days * 86_400_000 - milliseconds).toISOString(),
});

describe('a place', () => {
  test.each<[string, string, string | null]>([
    ['an IPv4 address is a place of its own', '203.0.113.7', '203.0.113.7/32'],
    ['IPv4 in IPv6 is the IPv4 address', '::ffff:203.0.113.7', '203.0.113.7/32'],
    ['the same in hexadecimal', '::ffff:cb00:7107', '203.0.113.7/32'],
    ['an IPv6 address stands for its /64', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['another one in the same /64', '2001:DB8:1:2::1', '2001:db8:1:2::/64'],
    ['the zone of an interface says nothing', 'fe80::1%eth0', 'fe80::/64'],
    ['a number is no address', '3405803783', null],
    ['an octal spelling is no address', '0313.0.0161.07', null],
    ['rubbish', 'unknown', null],
    ['nothing', '', null],
  ])('%s', (_words, address, place) => {
    expect(placeOf(address, terms)).toBe(place);
  });

  test('WF-20: a shared NAT may be a wider place by policy', () => {
    const wide = { ipv4Bits: 24, ipv6Bits: 56 };
    expect(placeOf('203.0.113.77', wide)).toBe('203.0.113.0/24');
    expect(placeOf('2001:db8:1:2ff::9', wide)).toBe('2001:db8:1:200::/56');
  });
});

describe('a list of networks', () => {
  test.each<[string, string, readonly string[], boolean]>([
    ['inside an IPv4 block', '10.1.2.3', ['10.0.0.0/8'], true],
    ['outside', '11.1.2.3', ['10.0.0.0/8'], false],
    ['a block without a prefix is one address', '192.0.2.1', ['192.0.2.1'], true],
    ['IPv4 in IPv6 against an IPv4 block', '::ffff:10.1.2.3', ['10.0.0.0/8'], true],
    ['IPv4 against an IPv6 block', '10.1.2.3', ['::/0'], false],
    ['IPv6', '2001:db8::7', ['2001:db8::/32'], true],
    ['loopback', '::1', ['127.0.0.0/8', '::1/128'], true],
    ['no address', 'unknown', ['0.0.0.0/0'], false],
  ])('%s', (_words, address, networks, expected) => {
    expect(isWithin(address, networks)).toBe(expected);
  });

  test.each<[string, string | null]>([
    ['192.0.2.0/24', null],
    ['2001:db8::/48', null],
    ['192.0.2.77', null],
    ['0.0.0.0/0', 'place.network-too-wide'],
    ['10.0.0.0/15', 'place.network-too-wide'],
    ['::/0', 'place.network-too-wide'],
    ['::ffff:0:0/96', 'place.network-too-wide'],
    ['192.0.2.0/33', 'place.network-invalid'],
    ['192.0.2.0/24/8', 'place.network-invalid'],
    ['192.0.2.0/-1', 'place.network-invalid'],
    ['example.com', 'place.network-invalid'],
  ])('%s as a company’s own', (network, reason) => {
    const verdict = checkNetwork(network);
    expect(verdict.ok ? null : verdict.reason).toBe(reason);
  });

  test('is kept in one spelling', () => {
    expect(networkFrom('192.0.2.77/24')).toBe('192.0.2.0/24');
    expect(networkFrom('2001:DB8:0::1/48')).toBe('2001:db8::/48');
    expect(networkFrom('192.0.2.77')).toBe('192.0.2.77/32');
  });
});

describe('who may come in', () => {
  const from = (more: Partial<PlaceQuestion> = {}): PlaceQuestion => ({
    address: '203.0.113.7',
    terms,
    company: { switch: null, networks: [] },
    place: null,
    browser: null,
    isFirstLogIn: false,
    at,
    ...more,
  });
  const office = { ...terms, authorised: ['203.0.113.0/24'] };
  const off = { ...terms, isOn: false };

  test.each<[string, Partial<PlaceQuestion>, string | null]>([
    ['from an unknown place: nobody', {}, null],
    ['places are off for the brand', { terms: off }, 'off'],
    ['the brand is off, the company on', { terms: off, company: { switch: 'on', networks: [] } }, null],
    ['the brand is on, the company off', { company: { switch: 'off', networks: [] } }, 'off'],
    ['the brand’s own network', { terms: office }, 'network'],
    ['the company’s own network', { company: { switch: null, networks: ['203.0.113.7'] } }, 'network'],
    ['a place authorised yesterday', { place: daysAgo(1) }, 'place'],
    ['unused for 180 days to the instant', { place: daysAgo(180) }, 'place'],
    ['unused for longer', { place: daysAgo(180, 1) }, null],
    ['a trusted browser anywhere', { browser: daysAgo(90) }, 'browser'],
    ['a browser unused for longer', { browser: daysAgo(90, 1) }, null],
    ['the first log-in ever', { isFirstLogIn: true }, 'first-log-in'],
    ['an address nobody can read', { address: 'unknown', isFirstLogIn: false }, null],
  ])('%s', (_words, more, by) => {
    const answer = placeAnswer(from(more));
    expect(answer.isAuthorised ? answer.by : null).toBe(by);
  });

  test('a person of two companies needs both', () => {
    const lax = from({ terms: off });
    expect(placeAnswerOfAll([lax, from()])).toEqual({ isAuthorised: false });
    expect(placeAnswerOfAll([lax, from({ place: daysAgo(1) })])).toEqual({ isAuthorised: true, by: 'place' });
    expect(placeAnswerOfAll([lax, lax])).toEqual({ isAuthorised: true, by: 'off' });
    expect(placeAnswerOfAll([])).toEqual({ isAuthorised: true, by: 'off' });
  });
});
