import { BlockList, isIP } from 'node:net';
import { z } from 'zod';

/** The shapes in which variables are written. Each message says what would be accepted. */

/** Whether traffic to this host stays on this machine. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}

/** A URL of one of the protocols, with a host and, if asked, a path. */
export function urlText(protocols: readonly string[], accepted: string, must: { path?: boolean } = {}) {
  return z.string(accepted).refine((value) => {
    if (!URL.canParse(value)) return false;
    const url = new URL(value);
    return protocols.includes(url.protocol) && url.hostname !== '' && (!must.path || url.pathname.length > 1);
  }, accepted);
}

const publicUrl = 'must be https://host (http://host outside production), without path, query or user';

/** An origin; a slash at the end is taken away, so that links are `${publicUrl}/path`. */
export const publicUrlText = urlText(['http:', 'https:'], publicUrl)
  .refine((value) => [new URL(value).origin, `${new URL(value).origin}/`].includes(value), publicUrl)
  .transform((value) => new URL(value).origin);

const port = 'must be a port between 1 and 65535';

export const portText = z
  .string(port)
  .regex(/^\d{1,5}$/, port)
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65535, port);

const hostPort = 'must be host:port';

export const hostPortText = z
  .string(hostPort)
  .regex(/^(\[[0-9a-f:.]+\]|[A-Za-z0-9._-]+):\d{1,5}$/i, hostPort)
  .transform((address) => ({ address, isLoopback: isLoopback(address.slice(0, address.lastIndexOf(':'))) }));

const mailFrom = 'must be an address or Name <address>, on one line';

export const mailFromText = z
  .string(mailFrom)
  .regex(/^([^<>\r\n]*<[^\s<>@,]+@[^\s<>@,]+>|[^\s<>@,]+@[^\s<>@,]+)$/, mailFrom);

const networks = 'must be IP addresses or CIDR blocks, comma separated, or empty';

/** Addresses and CIDR blocks; empty when there are none. */
export const networkList = z
  .string(networks)
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )
  .refine((parts) => parts.every(isNetwork), networks);

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  if (bits === undefined) return true;
  if (!/^\d{1,3}$/.test(bits)) return false;
  try {
    new BlockList().addSubnet(address, Number(bits), version === 4 ? 'ipv4' : 'ipv6');
    return true;
  } catch {
    return false;
  }
}
