import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Instant } from '../domain/calendar.ts';
import type { HealthCheck } from './health/checks.ts';
import type { LoginLimits } from './sessions/login-limits.ts';

/** What the API is handed by its composition root; importing a module starts nothing. */
export interface Deps {
  readonly knex: Knex;
  readonly log: Logger;
  readonly clock: () => Instant;
  readonly tokens: Tokens;
  readonly passwords: Passwords;
  readonly loginLimits: LoginLimits;
  readonly health: readonly HealthCheck[];
  readonly codec: CodecPort;
  readonly config: ApiConfig;
}

/** Opaque tokens: 256 random bits for the holder, their SHA-256 for the database. */
export interface Tokens {
  newToken(): string;
  hashToken(token: string): string;
}

/** Verifies in a bounded queue. `undefined` stands for an unknown user and costs the same hash. */
export interface Passwords {
  verify(stored: string | undefined, password: string): Promise<boolean>;
}

/** Seals and opens Temporal payloads for staff who look at lives; refuses what are no payloads of ours. */
export type CodecPort = (operation: 'encode' | 'decode', body: unknown) => Promise<unknown>;

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
