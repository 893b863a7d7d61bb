/** What the mails about a request for rights are made from: the asker hears how it goes, administrators that it is theirs. */
import type { Knex } from 'knex';
import { fromDb } from '../instants.ts';
import { endOfDaysAfter } from '../../domain/calendar.ts';
import type { RightsRequestRow } from '../rights-request-row.ts';
import { rightsRequestFrom } from '../rights-request-row.ts';
import { activeAdministrators } from './active-administrators.ts';
import { administratorsToTell } from './administrators.ts';
import type { OwedNotice } from './owed-mails.ts';
import type { PersonNotice } from './person-notices.ts';

/** Mails to those who have to give it. */
const toAdministrators = ['rights-requested', 'rights-widened'];

export async function rightsRequestNotice(
  knex: Knex,
  lifeId: string,
  { kind }: OwedNotice,
): Promise<PersonNotice | null> {
  const row = await knex('rights_requests').where({ id: lifeId }).first<RightsRequestRow | undefined>();
  if (row === undefined) return null;
  const request = await rightsRequestFrom(knex, row);
  const { question, terms } = request;
  const company = await knex('companies').where({ id: row.company_id }).first<{ name: string }>('name');
  const account = await knex('accounts').where({ id: row.account_id }).first<{ number: string }>('number');
  const asker = await knex('users')
    .where({ id: row.user_id })
    .first<{ name: string; email: string; language: string }>('name', 'email', 'language');
  return {
    recipients: toAdministrators.includes(kind)
      ? await administratorsOf(knex, row)
      : [{ email: asker.email, language: asker.language }],
    facts: {
      zone: terms.zone,
      companyName: company.name,
      accountNumber: account.number,
      applicantName: asker.name,
      dueAt: fromDb(row.due_at),
      abandonAt: question && endOfDaysAfter(question.at, terms.autoCloseDays, terms.zone),
      note: await noteFor(knex, lifeId, kind),
    },
    about: { applications: [row.application], cells: row.cells?.split('\n') ?? [] },
    link: null,
    isAtMostOnce: kind === 'rights-request-reminder',
  };
}

/** The one staff chose to grant it on; otherwise all who may act, but for the asker himself. */
async function administratorsOf(knex: Knex, row: RightsRequestRow) {
  if (row.grantor_id !== null) return administratorsToTell(knex, row.company_id, row.grantor_id);
  const others = await activeAdministrators(knex, row.company_id, row.user_id);
  return others.map(({ email, language }) => ({ email, language }));
}

/** What was written last: the question, or why it was refused; with any other mail nothing. */
async function noteFor(knex: Knex, lifeId: string, kind: string): Promise<string | null> {
  const written = notes[kind];
  if (written === undefined) return null;
  const row = await knex('rights_request_words')
    .where({ request_id: lifeId, kind: written })
    .orderBy('version', 'desc')
    .first<{ text: string } | undefined>('text');
  return row?.text ?? null;
}

const notes: Readonly<Record<string, string>> = {
  'rights-requested': 'reason',
  'rights-request-question': 'question',
  'rights-request-reminder': 'question',
  'rights-request-rejected': 'decision',
  'rights-request-partly': 'decision',
};
