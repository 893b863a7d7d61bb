/** Links that work once: made with the change that owes the mail, spent by the change they allow, killed when moot. */
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import type { LinkPurpose, OneTimeLink } from '../../domain/one-time-link.ts';
import { checkLink } from '../../domain/one-time-link.ts';
import { orThrow } from '../../domain/verdict.ts';
import { fromDb, fromDbOrNull, toDb } from '../instants.ts';

interface NewLink {
  readonly purpose: LinkPurpose;
  readonly lifeId: string;
  readonly userId: string | null;
  readonly endsAt: Instant;
  readonly at: Instant;
}

/** A new link, which kills the earlier ones of its life and purpose. Returns its id: the mail knows it by that. */
export async function makeLink(trx: Knex.Transaction, link: NewLink): Promise<string> {
  await killLinks(trx, { purpose: link.purpose, life_id: link.lifeId }, link.at);
  const id = uuidv7();
  await trx('one_time_links').insert({
    id,
    purpose: link.purpose,
    life_id: link.lifeId,
    user_id: link.userId,
    credential_version: await credentialVersionOf(trx, link.userId),
    created_at: toDb(link.at),
    ends_at: toDb(link.endsAt),
  });
  return id;
}

interface NewLinks extends Pick<NewLink, 'purpose' | 'endsAt' | 'at'> {
  readonly lifeIds: readonly string[];
}

/** One for each of these lives, whose holders are nobody yet; earlier ones are dead. By life, the ids of the links. */
export async function makeLinks(
  trx: Knex.Transaction,
  { purpose, lifeIds, endsAt, at }: NewLinks,
): Promise<ReadonlyMap<string, string>> {
  await killLinksOf(trx, purpose, lifeIds, at);
  const links = lifeIds.map((lifeId) => ({ id: uuidv7(), lifeId }));
  await trx('one_time_links').insert(
    links.map(({ id, lifeId }) => ({
      ...{ id, purpose, life_id: lifeId, user_id: null, credential_version: null },
      ...{ created_at: toDb(at), ends_at: toDb(endsAt) },
    })),
  );
  return new Map(links.map(({ id, lifeId }) => [lifeId, id]));
}

/** As `killLinks`, of many lives. */
export async function killLinksOf(
  trx: Knex.Transaction,
  purpose: LinkPurpose,
  lifeIds: readonly string[],
  at: Instant,
): Promise<void> {
  if (lifeIds.length === 0) return;
  await trx('one_time_links')
    .where({ purpose, used_at: null, killed_at: null })
    .whereIn('life_id', [...lifeIds])
    .update({ killed_at: toDb(at) });
}

type Which =
  | { readonly purpose?: LinkPurpose; readonly life_id: string }
  | { readonly purpose?: LinkPurpose; readonly user_id: string };

/** Nobody gets through by these any more. */
export async function killLinks(trx: Knex.Transaction, which: Which, at: Instant): Promise<void> {
  await trx('one_time_links')
    .where(which)
    .whereNull('used_at')
    .whereNull('killed_at')
    .update({ killed_at: toDb(at) });
}

/**
 * Spends the link of this token: of a hundred at once one gets through. What it belongs to is locked by the caller
 * first (lock order). Refuses `link.unusable` for a token that is unknown, used, replaced, over, or whose user has
 * changed since.
 */
export async function useLink(
  trx: Knex.Transaction,
  purpose: LinkPurpose,
  tokenHash: string,
  at: Instant,
): Promise<OneTimeLink> {
  const row = await trx('one_time_links')
    .where({ purpose, token_hash: tokenHash })
    .forUpdate()
    .first<LinkRow | undefined>();
  const link = row === undefined ? null : linkFrom(row);
  orThrow(checkLink(link, await credentialVersionOf(trx, link?.userId ?? null), at));
  const used = link as OneTimeLink;
  await trx('one_time_links')
    .where({ id: used.id })
    .update({ used_at: toDb(at) });
  return { ...used, usedAt: at };
}

/**
 * The token that goes into the mail, out of those the vault derives from the link's id: the first time its hash is
 * written down, later the same one is found again. Null when the link is dead by now, and then no mail is worth sending.
 */
export const tokenToSend =
  (knex: Knex) =>
  async (linkId: string, derived: readonly string[], at: Instant): Promise<string | null> => {
    const hashes = new Map(derived.map((token) => [sha256(token), token]));
    const [first] = derived;
    await knex('one_time_links')
      .where({ id: linkId, token_hash: null })
      .update({ token_hash: sha256(first ?? '') });
    const row = await knex('one_time_links').where({ id: linkId }).first<LinkRow | undefined>();
    if (row === undefined) return null;
    const link = linkFrom(row);
    if (!checkLink(link, await credentialVersionOf(knex, link.userId), at).ok) return null;
    const token = hashes.get(row.token_hash ?? '');
    if (token === undefined) throw new Error(`link ${linkId} was made under a key that is gone`);
    return token;
  };

/** The live link of this token as it stands, unlocked: for whoever must first know what to lock. */
export async function linkByToken(
  knex: Knex,
  purpose: LinkPurpose,
  tokenHash: string,
): Promise<OneTimeLink | null> {
  const row = await knex('one_time_links')
    .where({ purpose, token_hash: tokenHash })
    .first<LinkRow | undefined>();
  return row === undefined ? null : linkFrom(row);
}

interface LinkRow {
  readonly id: string;
  readonly purpose: LinkPurpose;
  readonly life_id: string;
  readonly user_id: string | null;
  readonly credential_version: number | null;
  readonly token_hash: string | null;
  readonly ends_at: Date;
  readonly used_at: Date | null;
  readonly killed_at: Date | null;
}

function linkFrom(row: LinkRow): OneTimeLink {
  return {
    id: row.id,
    purpose: row.purpose,
    lifeId: row.life_id,
    userId: row.user_id,
    credentialVersion: row.credential_version,
    endsAt: fromDb(row.ends_at),
    usedAt: fromDbOrNull(row.used_at),
    killedAt: fromDbOrNull(row.killed_at),
  };
}

async function credentialVersionOf(knex: Knex, userId: string | null): Promise<number | null> {
  if (userId === null) return null;
  const row = await knex('users')
    .where({ id: userId })
    .first<{ credential_version: number } | undefined>('credential_version');
  return row?.credential_version ?? null;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
