/** What a person can prove himself with besides the password. */
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { FactorKind } from '../../domain/second-factor.ts';
import type { SessionKind } from '../../domain/session.ts';
import type { NextStep } from '../../domain/log-in-attempt.ts';
import { fromDb, fromDbOrNull, toDb } from '../instants.ts';

export interface OwnFactor {
  readonly id: string;
  readonly kind: FactorKind;
  readonly name: string;
  readonly addedAt: Instant;
  readonly lastUsedAt: Instant | null;
}

/** Those that were shown to work, the oldest first. */
export async function factorsOf(knex: Knex, userId: string): Promise<readonly OwnFactor[]> {
  const rows: {
    id: string;
    kind: FactorKind;
    name: string;
    confirmed_at: Date;
    last_used_at: Date | null;
  }[] = await knex('second_factors')
    .where({ user_id: userId })
    .whereNotNull('confirmed_at')
    .orderBy('id')
    .select('id', 'kind', 'name', 'confirmed_at', 'last_used_at');
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    addedAt: fromDb(row.confirmed_at),
    lastUsedAt: fromDbOrNull(row.last_used_at),
  }));
}

/** Whether the person has a second factor that was shown to work. */
export async function hasFactor(knex: Knex, userId: string): Promise<boolean> {
  const row: unknown = await knex('second_factors')
    .where({ user_id: userId })
    .whereNotNull('confirmed_at')
    .first('id');
  return row !== undefined;
}

/** Whether a factor or a recovery code of the person was used after that instant. */
export async function hasUsedFactorSince(knex: Knex, userId: string, since: Instant): Promise<boolean> {
  const own = { user_id: userId };
  const factor: unknown = await knex('second_factors')
    .where(own)
    .where('last_used_at', '>', toDb(since))
    .first('id');
  const code: unknown = await knex('recovery_codes')
    .where(own)
    .where('used_at', '>', toDb(since))
    .first('id');
  return factor !== undefined || code !== undefined;
}

/** How many recovery codes are left. */
export async function recoveryCodesLeft(knex: Knex, userId: string): Promise<number> {
  const rows = await knex('recovery_codes')
    .where({ user_id: userId, used_at: null })
    .select<{ id: string }[]>('id');
  return rows.length;
}

export interface TotpFactor {
  readonly id: string;
  readonly sealedSecret: string;
  readonly lastStep: number | null;
}

/** Apps of the person, confirmed ones or, by id, one that is still to be. */
export async function totpsOf(
  knex: Knex,
  userId: string,
  unconfirmedId: string | null = null,
): Promise<readonly TotpFactor[]> {
  const query = knex('second_factors').where({ user_id: userId, kind: 'totp' });
  if (unconfirmedId === null) query.whereNotNull('confirmed_at');
  else query.where({ id: unconfirmedId }).whereNull('confirmed_at');
  const rows: { id: string; sealed_secret: string; last_step: number | null }[] = await query.select(
    'id',
    'sealed_secret',
    'last_step',
  );
  return rows.map((row) => ({ id: row.id, sealedSecret: row.sealed_secret, lastStep: row.last_step }));
}

export interface PasskeyFactor {
  readonly id: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly signCount: number;
}

/** The person's passkey of that credential id, or null. */
export async function passkeyOf(
  knex: Knex,
  userId: string,
  credentialId: string,
): Promise<PasskeyFactor | null> {
  const row = await knex('second_factors')
    .where({ user_id: userId, credential_hash: credentialHash(credentialId) })
    .first<{ id: string; credential_id: string; public_key: Buffer; sign_count: number } | undefined>(
      'id',
      'credential_id',
      'public_key',
      'sign_count',
    );
  return row === undefined
    ? null
    : {
        id: row.id,
        credentialId: row.credential_id,
        publicKey: row.public_key,
        signCount: row.sign_count,
      };
}

/** Credential ids of the person's passkeys: a browser does not make a second one on the same device. */
export function credentialIdsOf(knex: Knex, userId: string): Promise<readonly string[]> {
  return knex('second_factors').where({ user_id: userId, kind: 'passkey' }).pluck('credential_id');
}

/** Credential ids are up to a kilobyte long: they are found by their hash. */
export function credentialHash(credentialId: string): string {
  return createHash('sha256').update(credentialId).digest('hex');
}

/** The person's unused recovery code with one of these hashes, or null. */
export async function recoveryCodeOf(
  knex: Knex,
  userId: string,
  hashes: readonly string[],
): Promise<string | null> {
  const row = await knex('recovery_codes')
    .where({ user_id: userId, used_at: null })
    .whereIn('code_hash', [...hashes])
    .first<{ id: string } | undefined>('id');
  return row?.id ?? null;
}

export interface AttemptUnderWay {
  readonly id: string;
  /** Null when the password was wrong, which nobody is told. */
  readonly proven: { readonly userId: string; readonly credentialVersion: number } | null;
  readonly sessionKind: SessionKind;
  /** What its budgets are kept by; null of one that was begun before that was noted. */
  readonly pair: string | null;
  readonly nextStep: NextStep;
  readonly endsAt: Instant;
}

/** The log-in that goes on with this secret, or null. */
export async function attemptBySecret(knex: Knex, secretHash: string): Promise<AttemptUnderWay | null> {
  const row = await knex('log_in_attempts').where({ secret_hash: secretHash }).first<
    | {
        id: string;
        user_id: string | null;
        credential_version: number | null;
        session_kind: SessionKind;
        pair_hash: string | null;
        next_step: NextStep;
        ends_at: Date;
      }
    | undefined
  >('id', 'user_id', 'credential_version', 'session_kind', 'pair_hash', 'next_step', 'ends_at');
  if (row === undefined) return null;
  const { user_id: userId, credential_version: credentialVersion } = row;
  return {
    id: row.id,
    proven: userId === null || credentialVersion === null ? null : { userId, credentialVersion },
    sessionKind: row.session_kind,
    pair: row.pair_hash,
    nextStep: row.next_step,
    endsAt: fromDb(row.ends_at),
  };
}
