import { createHash, randomBytes } from 'node:crypto';

/** A new opaque token: 256 random bits in base64url, 43 characters. Only its hash is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 in hex, 64 characters. A token has 256 bits, so a plain hash cannot be searched back. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
