/** What the mails about a document that was taken back are made from: everybody who could see it (WF-33). */
import type { Knex } from 'knex';
import type { CalendarDay, Instant } from '../../domain/calendar.ts';
import type { DocumentKind } from '../../domain/issued-document.ts';
import { recallWordFor } from '../../domain/document-recall.ts';
import type { DocumentStanding } from '../../domain/issued-document.ts';
import { isSeen } from '../../domain/issued-document.ts';
import type { DocumentCaseRow } from '../document-case-row.ts';
import { fromDb, toDb } from '../instants.ts';
import type { DocumentRow } from '../issued-document-row.ts';
import { standingFrom } from '../issued-document-row.ts';
import { documentPolicyOf } from '../policy-sets.ts';
import { ofClientCode } from './issuers.ts';
import type { OwedNotice } from './owed-mails.ts';
import type { PersonNotice } from './person-notices.ts';
import { readersOf } from './readers.ts';
import { sightsOf } from './sights.ts';

export async function recallNotice(
  knex: Knex,
  lifeId: string,
  { kind }: OwedNotice,
): Promise<PersonNotice | null> {
  const row = await knex('document_cases as k')
    .join('issued_documents as d', 'd.id', 'k.document_id')
    .join('client_codes as c', 'c.id', 'd.client_code_id')
    .join('issuer_prefixes as p', ofClientCode)
    .where('k.id', lifeId)
    .first<(Facts & DocumentCaseRow & DocumentRow) | undefined>('k.*', 'd.*', 'p.name as issuer_name');
  if (row === undefined || row.recalled_at === null) return null;
  const { zone } = await documentPolicyOf(knex, row.policy_set_id);
  const recipients = await whoHears(knex, row, kind, fromDb(row.recalled_at));
  if (recipients.length === 0) return null;
  return {
    recipients,
    facts: {
      zone,
      issuerName: row.issuer_name,
      number: row.number,
      kind: row.kind,
      clientCode: row.client_code,
    },
    link: null,
    isAtMostOnce: false,
  };
}

interface Facts {
  readonly issuer_name: string;
  readonly number: string;
  readonly kind: DocumentKind;
  readonly issued_on: CalendarDay;
}

/** Everybody who would see it, had it not been taken back, and whose word for that this is. */
async function whoHears(
  knex: Knex,
  row: DocumentRow,
  kind: string,
  at: Instant,
): Promise<PersonNotice['recipients']> {
  if (row.client_code_id === null) return [];
  const people: { id: string; email: string; language: string }[] = await knex('users')
    .whereIn('id', await readersOf(knex, [row.client_code_id]))
    .whereNull('deactivated_at')
    .orderBy('id')
    .select('id', 'email', 'language');
  const standing = { ...standingFrom(row), withdrawnAt: null };
  const correction = await correctionOf(knex, row, at);
  const hears = await Promise.all(
    people.map(async (person) => {
      const sights = await sightsOf(knex, person.id, at);
      const word = `issued-document-${recallWordFor(standing, correction, sights, at)}`;
      return isSeen(standing, sights, at) && word === kind;
    }),
  );
  return people.filter((_person, index) => hears[index]).map(({ email, language }) => ({ email, language }));
}

/** What came to the same customer with the recall, as it stood then; null where there was nothing. */
async function correctionOf(
  knex: Knex,
  { id, client_code_id: clientCodeId }: DocumentRow,
  at: Instant,
): Promise<DocumentStanding | null> {
  const row = await knex('issued_documents')
    .where({ client_code_id: clientCodeId, corrects: id, published_at: toDb(at) })
    .first<DocumentRow | undefined>();
  return row === undefined ? null : { ...standingFrom(row), withdrawnAt: null, destroyedAt: null };
}
