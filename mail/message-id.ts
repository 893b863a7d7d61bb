import { createHash } from 'node:crypto';

/**
 * The Message-ID of a mail: the same key gives the same id, so that a mail sent twice is recognised as one. The key
 * names the occasion by ids (`mail-item/<id>/arrived/<user id>`); its hash tells nobody anything.
 */
export function messageIdOf(key: string, domain: string): string {
  const hash = createHash('sha256').update(key).digest('base64url').slice(0, 32);
  return `<${hash}@${domain}>`;
}
