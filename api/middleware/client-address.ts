import { BlockList, isIP } from 'node:net';

/**
 * Who is at the other end: the right-most address of `X-Forwarded-For` that is not one of our own proxies, and
 * the socket's own when that is no proxy of ours. What a client writes further left is never believed.
 */
export function clientAddressOf(
  socketAddress: string,
  forwardedFor: string | undefined,
  isOurs: (address: string) => boolean,
): string {
  const hops = (forwardedFor ?? '').split(',').map((hop) => bare(hop.trim()));
  let nearest = bare(socketAddress);
  while (isOurs(nearest)) {
    const hop = hops.pop();
    if (hop === undefined || isIP(hop) === 0) return nearest;
    nearest = hop;
  }
  return nearest;
}

/** Membership of addresses and CIDR blocks, IPv4 and IPv6. */
export function networkCheck(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address) => isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** A dual-stack socket writes IPv4 as `::ffff:10.0.0.1`; some proxies add a port or brackets. */
function bare(address: string): string {
  const unmapped = address.replace(/^::ffff:(?=\d+\.)/i, '');
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(unmapped)?.[1];
  return bracketed ?? unmapped.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
}
