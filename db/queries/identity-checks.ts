/** Checks of identity documents: from which lives start, what staff look at, and what should not lie there any more. */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { plusMilliseconds } from '../../domain/calendar.ts';
import type { IdentityCheck } from '../../domain/identity-check.ts';
import { destroyedWithinMs, isOfThoseNames } from '../../domain/identity-check.ts';
import type { IdentityCheckRow } from '../identity-check-row.ts';
import { identityCheckFrom } from '../identity-check-row.ts';
import { fromDb, fromDbOrNull, toDb } from '../instants.ts';
import type { RegistrationRow } from '../registration-row.ts';

export async function identityCheckToStart(knex: Knex, id: string): Promise<IdentityCheck | null> {
  const row = await knex('identity_checks').where({ id }).first<IdentityCheckRow | undefined>();
  return row === undefined ? null : identityCheckFrom(knex, row);
}

/** The latest check of a case, or null. One that was passed under other names than the form bears now counts as lapsed. */
export async function identityCheckOf(knex: Knex, registrationId: string): Promise<IdentityCheck | null> {
  const row = await knex('identity_checks')
    .where({ registration_id: registrationId })
    .orderBy('id', 'desc')
    .first<IdentityCheckRow | undefined>();
  if (row === undefined) return null;
  const check = await identityCheckFrom(knex, row);
  if (check.closed?.outcome !== 'passed') return check;
  const form = await knex('registrations').where({ id: registrationId }).first<NamedForm>('id', 'named_at');
  const closed = { ...check.closed, outcome: 'expired' as const };
  return (await isIdentified(knex, form)) ? check : { ...check, outcome: 'expired', closed };
}

type NamedForm = Pick<RegistrationRow, 'id' | 'named_at'>;

/** Whether staff have seen a document of the person whom the form names (SE-03). */
export async function isIdentified(knex: Knex, { id, named_at: namedAt }: NamedForm): Promise<boolean> {
  const passed: { sent_at: Date }[] = await knex('identity_checks as c')
    .join('identity_documents as d', 'd.check_id', 'c.id')
    .where({ 'c.registration_id': id, 'c.result': 'passed' })
    .groupBy('c.id')
    .max('d.uploaded_at as sent_at');
  return passed.some(({ sent_at: sentAt }) => isOfThoseNames(fromDb(sentAt), fromDbOrNull(namedAt)));
}

/** Open checks of a case: what happened to it concerns them. */
export function openIdentityChecksOf(knex: Knex, registrationId: string): Promise<readonly string[]> {
  return knex('identity_checks').where({ open_key: registrationId }).pluck('id');
}

export interface SealedIdentityDocument {
  readonly id: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly keys: { readonly holder: string; readonly data: string };
}

/** The document that lies there for staff to look at, or null. */
export async function sealedIdentityDocument(
  knex: Knex,
  documentId: string,
): Promise<SealedIdentityDocument | null> {
  const row = await knex('identity_documents as d')
    .join('identity_document_keys as k', 'k.document_id', 'd.id')
    .where('d.id', documentId)
    .whereNull('d.destroyed_at')
    .first<{ media_type: string; bytes: number; holder_key: string; wrapped_key: string } | undefined>(
      'd.media_type',
      'd.bytes',
      'k.holder_key',
      'k.wrapped_key',
    );
  if (row === undefined) return null;
  const { media_type: mediaType, bytes, holder_key: holder, wrapped_key: data } = row;
  return { id: documentId, mediaType, bytes, keys: { holder, data } };
}

/**
 * Documents that lie there longer than an hour after the result of their check, or after their upload when no check holds
 * them. There should be none (SE-03).
 */
export function strayIdentityDocuments(knex: Knex, now: Instant): Promise<readonly string[]> {
  const before = toDb(plusMilliseconds(now, -destroyedWithinMs));
  return knex('identity_documents as d')
    .join('identity_checks as c', 'c.id', 'd.check_id')
    .whereNull('d.destroyed_at')
    .whereRaw(
      `(c.result_at < ? OR c.destroying_since_at < ?
        OR (d.uploaded_at < ? AND (c.document_id IS NULL OR c.document_id <> d.id)))`,
      [before, before, before],
    )
    .pluck('d.id');
}
