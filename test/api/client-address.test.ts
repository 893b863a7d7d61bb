import { describe, expect, test } from '@jest/globals';
import { clientAddressOf, networkCheck } from '../../api/middleware/client-address.ts';

const isOurs = networkCheck(['10.0.0.0/8', '192.0.2.1', '2001:db8:ffff::/48']);

describe('the client’s address', () => {
  test.each<[string, string, string | undefined, string]>([
    ['nobody between', '203.0.113.7', undefined, '203.0.113.7'],
    ['a stranger who claims to forward', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['one proxy of ours', '10.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['two proxies of ours', '10.0.0.1', '203.0.113.7, 192.0.2.1', '203.0.113.7'],
    ['a forged address further left', '10.0.0.1', '127.0.0.1, 198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['a forged proxy of ours further left', '10.0.0.1', '10.9.9.9, 203.0.113.7', '203.0.113.7'],
    ['our proxy speaking for itself', '10.0.0.1', undefined, '10.0.0.1'],
    ['only our proxies', '10.0.0.1', '10.0.0.2', '10.0.0.2'],
    ['rubbish where an address should be', '10.0.0.1', '203.0.113.7, unknown', '10.0.0.1'],
    ['IPv4 in IPv6', '::ffff:10.0.0.1', '::ffff:203.0.113.7', '203.0.113.7'],
    ['IPv6', '2001:db8:ffff::1', '2001:db8::7', '2001:db8::7'],
    ['IPv6 in brackets with a port', '2001:db8:ffff::1', '[2001:db8::7]:443', '2001:db8::7'],
    ['a proxy of ours in IPv6, forwarding IPv4', '2001:db8:ffff::1', '203.0.113.7', '203.0.113.7'],
    [
      'a chain that a stranger made up behind our proxy',
      '10.0.0.1',
      '10.0.0.9, 198.51.100.1',
      '198.51.100.1',
    ],
    ['an empty header', '10.0.0.1', '', '10.0.0.1'],
    ['a name where an address should be', '10.0.0.1', 'localhost', '10.0.0.1'],
    ['IPv4 with a port', '10.0.0.1', '203.0.113.7:51234', '203.0.113.7'],
  ])('%s', (_words, socket, forwardedFor, expected) => {
    expect(clientAddressOf(socket, forwardedFor, isOurs)).toBe(expected);
  });
});
