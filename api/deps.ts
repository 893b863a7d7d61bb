import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Registry } from '../domain/application.ts';
import type { Instant, Zone } from '../domain/calendar.ts';
import type { ObjectStore } from '../platform/object-store.ts';
import type { SecondFactors } from '../platform/second-factors.ts';
import type { SealedStore } from '../platform/sealed-store.ts';
import type { Vault } from '../platform/vault.ts';
import type { Language } from '../texts/languages.ts';
import type { HealthCheck } from './health/checks.ts';
import type { Lives } from './lives/lives.ts';
import type { Limits } from './limits.ts';
import type { Slots } from './slots.ts';
import type { LoginLimits } from './sessions/login-limits.ts';

/** What the API is handed by its composition root; importing a module starts nothing. */
export interface Deps {
  readonly knex: Knex;
  readonly log: Logger;
  /** Every application that rights can be granted on (UM-26). */
  readonly registry: Registry;
  readonly clock: () => Instant;
  readonly tokens: Tokens;
  readonly passwords: Passwords;
  readonly loginLimits: LoginLimits;
  readonly limits: Limits;
  /** The way to workflows: commands on lives. */
  readonly lives: Lives;
  readonly vault: Vault;
  readonly secondFactors: SecondFactors;
  readonly objectStore: ObjectStore;
  readonly sealedStore: SealedStore;
  readonly mails: MailPort;
  readonly intake: IntakeMeans;
  readonly health: readonly HealthCheck[];
  readonly codec: CodecPort;
  readonly config: ApiConfig;
}

/** Opaque tokens: 256 random bits for the holder, their SHA-256 for the database. */
export interface Tokens {
  newToken(): string;
  hashToken(token: string): string;
}

/** What costs a hash goes through one bounded queue; 503 `request.busy` when it is full. */
export interface Passwords {
  /** `undefined` stands for an unknown user and costs the same hash. */
  verify(stored: string | undefined, password: string): Promise<boolean>;
  /** For a password that has passed `newPassword` of api/people, or an answer that is kept like one. */
  hash(password: string): Promise<string>;
  /** Whether the hash was made at another cost than today's (check 27). */
  needsRehash(stored: string): boolean;
  /** Whether it is among those that guessers try first (check 22). */
  isKnown(password: string): boolean;
}

/** Seals and opens Temporal payloads for staff who look at lives; refuses what are no payloads of ours. */
export type CodecPort = (operation: 'encode' | 'decode', body: unknown) => Promise<unknown>;

/** The mails that belong to no life and are sent while somebody waits. */
export interface MailPort {
  /** `refused`: no such mailbox. Throws `Away` when no mail server takes it now. */
  confirmNotificationAddress(mail: {
    readonly to: string;
    readonly postboxNumber: string;
    readonly link: string;
    readonly linkEndsAt: Instant;
    readonly zone: Zone;
    readonly language: Language;
    /** Names this asking; asking again is another mail. */
    readonly key: string;
  }): Promise<'sent' | 'refused'>;
}

/** What a scan passes on its way in. */
export interface IntakeMeans {
  /** A folder in memory: no plain scan ever reaches a disk. */
  readonly scratchDir: string;
  readonly qpdfPath: string;
  readonly slots: Slots;
}

export interface ApiConfig {
  readonly env: 'development' | 'test' | 'production';
  /** Origin under which customers reach us; the only source of links and of "same origin". */
  readonly publicUrl: string;
  readonly trustedProxies: readonly string[];
}

/** Outside production every answer is checked against what its operation declares. */
export function checksAnswers(config: ApiConfig): boolean {
  return config.env !== 'production';
}
