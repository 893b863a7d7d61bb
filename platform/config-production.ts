import { isLoopback } from './config-shapes.ts';
import type { KeyRing } from './key-ring.ts';

export interface ConfigFault {
  readonly variable: string;
  /** What would have been accepted; never repeats the value, which may be a secret. */
  readonly accepted: string;
}

interface Settings {
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  readonly publicUrl: string;
  readonly masterKeys: KeyRing;
  readonly payloadKeys: KeyRing;
}

/** The keys of `.env.example`, known to everybody (a test compares them with the file). */
const exampleKeys = [
  'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=',
  'ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=',
];

/** 32 random bytes have 30 different values on average; fewer than 16 never happens by chance (p < 1e-15). */
const leastDifferentBytes = 16;

/**
 * What production refuses though it is well formed: plain text over a network (to this machine itself it is
 * allowed), and keys that are public, weak, or used for two purposes (quality checks 32 and 65).
 */
export function findProductionFaults(settings: Settings): ConfigFault[] {
  const { databaseUrl, smtpUrl, publicUrl, masterKeys, payloadKeys } = settings;
  const faults: ConfigFault[] = findDatabaseFaults(databaseUrl);
  if (!isPrivateMail(new URL(smtpUrl)))
    faults.push({
      variable: 'SMTP_URL',
      accepted: 'production needs smtps://, or smtp:// with ?requireTLS=true',
    });
  if (!publicUrl.startsWith('https://'))
    faults.push({ variable: 'PUBLIC_URL', accepted: 'production needs https://' });
  for (const [variable, ring] of [
    ['MASTER_KEYS', masterKeys],
    ['PAYLOAD_KEYS', payloadKeys],
  ] as const)
    if (!isSecret(ring))
      faults.push({
        variable,
        accepted: 'production needs keys of 32 random bytes, not those of .env.example',
      });
  if (masterKeys.some(({ key }) => payloadKeys.some((other) => other.key.equals(key))))
    faults.push({ variable: 'PAYLOAD_KEYS', accepted: 'must differ from MASTER_KEYS' });
  return faults;
}

/** Plain text over a network; to this machine itself it is allowed. */
export function findDatabaseFaults(databaseUrl: string): ConfigFault[] {
  if (isPrivateDatabase(new URL(databaseUrl))) return [];
  const accepted = 'production needs TLS: add ?ssl={"rejectUnauthorized":true} to the URL';
  return [{ variable: 'DATABASE_URL', accepted }];
}

function isPrivateDatabase(url: URL): boolean {
  if (isLoopback(url.hostname)) return true;
  try {
    const ssl: unknown = JSON.parse(url.searchParams.get('ssl') ?? 'null');
    return (
      typeof ssl === 'object' && ssl !== null && !('rejectUnauthorized' in ssl && !ssl.rejectUnauthorized)
    );
  } catch {
    return false;
  }
}

function isPrivateMail(url: URL): boolean {
  if (url.searchParams.get('tls.rejectUnauthorized') === 'false') return false;
  return (
    url.protocol === 'smtps:' || url.searchParams.get('requireTLS') === 'true' || isLoopback(url.hostname)
  );
}

function isSecret(ring: KeyRing): boolean {
  return ring.every(
    ({ key }) => !exampleKeys.includes(key.toString('base64')) && new Set(key).size >= leastDifferentBytes,
  );
}
