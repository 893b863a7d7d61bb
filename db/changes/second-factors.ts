/** Second factors of a person: added, confirmed, removed; each time what was proven before is void (decided.md, People). */
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import { checkLastFactorRemoval, checkNewFactor } from '../../domain/second-factor.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import { credentialHash } from '../queries/second-factors.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';
import { endSessionsOf } from './end-sessions-of.ts';
import { owePersonalNotice } from './personal-notices.ts';
import type { GivenChallenge } from './spend-factor.ts';
import { spendChallenge } from './spend-factor.ts';

/** Who does it, with which session: that one goes on, all others end. */
export interface FactorDoing {
  readonly userId: string;
  readonly sessionId: string;
  readonly actor: Actor;
  readonly at: Instant;
}

/** An app, its secret sealed; it counts once a code has shown that it works. An earlier one that never did is gone. */
export const beginTotp =
  (knex: Knex) =>
  (
    factor: { readonly id: string; readonly name: string; readonly sealedSecret: string },
    { userId, actor, at }: FactorDoing,
  ): Promise<void> =>
    change(knex, null, async (trx) => {
      orThrow(checkNewFactor(await lockAndCount(trx, userId)));
      await trx('second_factors').where({ user_id: userId, confirmed_at: null }).delete();
      const { id, name, sealedSecret } = factor;
      await trx('second_factors').insert({
        id,
        user_id: userId,
        kind: 'totp',
        name,
        sealed_secret: sealedSecret,
        created_at: toDb(at),
      });
      await appendEvent(trx, { ...about(userId, { factorId: id }), kind: 'factor.begun', actor, at });
    });

/**
 * A code has shown that the app works. Returns whether it is the person's first factor: then these are his recovery
 * codes. Refuses `not-found` for one that is confirmed or not his.
 */
export const confirmTotp =
  (knex: Knex) =>
  (
    confirmed: { readonly id: string; readonly step: number; readonly codeHashes: readonly string[] },
    doing: FactorDoing,
  ): Promise<boolean> =>
    change(knex, null, async (trx) => {
      const count = await lockAndCount(trx, doing.userId);
      const rows = await trx('second_factors')
        .where({ id: confirmed.id, user_id: doing.userId, kind: 'totp', confirmed_at: null })
        .update({ confirmed_at: toDb(doing.at), last_step: confirmed.step });
      if (rows === 0) throw new Refused(hidden);
      return added(trx, count, confirmed, doing);
    });

/** A passkey that has answered our challenge. Refuses `factor.too-many`, and as `hidden` another one's challenge. */
export const addPasskey =
  (knex: Knex) =>
  (
    passkey: {
      readonly id: string;
      readonly name: string;
      readonly credentialId: string;
      readonly publicKey: Buffer;
      readonly signCount: number;
      readonly challenge: GivenChallenge;
      readonly codeHashes: readonly string[];
    },
    doing: FactorDoing,
  ): Promise<boolean> =>
    change(knex, null, async (trx) => {
      const count = await lockAndCount(trx, doing.userId);
      orThrow(checkNewFactor(count));
      await spendChallenge(trx, passkey.challenge, doing.at);
      await trx('second_factors').insert({
        id: passkey.id,
        user_id: doing.userId,
        kind: 'passkey',
        name: passkey.name,
        credential_id: passkey.credentialId,
        credential_hash: credentialHash(passkey.credentialId),
        public_key: passkey.publicKey,
        sign_count: passkey.signCount,
        created_at: toDb(doing.at),
        confirmed_at: toDb(doing.at),
      });
      return added(trx, count, passkey, doing);
    });

/** Refuses `not-found`, `factor.required` and `factor.password-too-short`. With the last one the recovery codes go. */
export const removeFactor =
  (knex: Knex) =>
  (id: string, isRequired: boolean, doing: FactorDoing): Promise<void> =>
    change(knex, null, async (trx) => {
      const { userId } = doing;
      const count = await lockAndCount(trx, userId);
      const row = await trx('second_factors')
        .where({ id, user_id: userId })
        .first<{ name: string; confirmed_at: Date | null } | undefined>('name', 'confirmed_at');
      if (row === undefined) throw new Refused(hidden);
      // One that never counted is not the last one.
      const isLast = row.confirmed_at !== null && count === 1;
      if (isLast) orThrow(checkLastFactorRemoval(isRequired, await passwordNeedsFactor(trx, userId)));
      await trx('second_factors').where({ id }).delete();
      if (isLast) await trx('recovery_codes').where({ user_id: userId }).delete();
      await tell(trx, 'factor-removed', { factorId: id }, row.name, doing);
    });

/** New codes; the ones before are worthless. Refuses `not-found` for who has no factor. */
export const renewRecoveryCodes =
  (knex: Knex) =>
  (codeHashes: readonly string[], doing: FactorDoing): Promise<void> =>
    change(knex, null, async (trx) => {
      if ((await lockAndCount(trx, doing.userId)) === 0) throw new Refused(hidden);
      await writeCodes(trx, codeHashes, doing);
      await tell(trx, 'recovery-codes-renewed', {}, null, doing);
    });

async function lockAndCount(trx: Knex.Transaction, userId: string): Promise<number> {
  await trx('users').where({ id: userId }).forUpdate().first('id');
  const ids = await trx('second_factors')
    .where({ user_id: userId })
    .whereNotNull('confirmed_at')
    .select<{ id: string }[]>('id');
  return ids.length;
}

/** The person is locked. */
async function passwordNeedsFactor(trx: Knex.Transaction, userId: string): Promise<boolean> {
  const row = await trx('users')
    .where({ id: userId })
    .first<{ password_needs_factor: number }>('password_needs_factor');
  return row.password_needs_factor === 1;
}

async function added(
  trx: Knex.Transaction,
  countBefore: number,
  factor: { readonly id: string; readonly codeHashes: readonly string[] },
  doing: FactorDoing,
): Promise<boolean> {
  const row = await trx('second_factors').where({ id: factor.id }).first<{ name: string }>('name');
  if (countBefore === 0) await writeCodes(trx, factor.codeHashes, doing);
  await tell(trx, 'factor-added', { factorId: factor.id }, row.name, doing);
  return countBefore === 0;
}

async function writeCodes(
  trx: Knex.Transaction,
  codeHashes: readonly string[],
  { userId, at }: FactorDoing,
): Promise<void> {
  await trx('recovery_codes').where({ user_id: userId }).delete();
  await trx('recovery_codes').insert(
    codeHashes.map((hash) => ({ id: uuidv7(), user_id: userId, code_hash: hash, created_at: toDb(at) })),
  );
}

/** Links and log-ins under way die, the other sessions end, the person hears of it. */
async function tell(
  trx: Knex.Transaction,
  kind: 'factor-added' | 'factor-removed' | 'recovery-codes-renewed',
  body: object,
  factorName: string | null,
  { userId, sessionId, actor, at }: FactorDoing,
): Promise<void> {
  await trx('users').where({ id: userId }).increment('credential_version', 1);
  await endSessionsOf(trx, userId, at, sessionId);
  const facts = factorName === null ? {} : { factorName };
  const wakes = await owePersonalNotice(trx, { userId, kind, facts }, at);
  await appendEvent(trx, { ...about(userId, body), kind: kindOfEvent[kind], actor, at, wakes });
}

const kindOfEvent = {
  'factor-added': 'factor.added',
  'factor-removed': 'factor.removed',
  'recovery-codes-renewed': 'factor.codes-renewed',
} as const;

/** In the operator's chain, for a person may belong to several companies. */
function about(userId: string, body: object) {
  return { subjectType: 'user', subjectId: userId, companyId: null, body };
}
