import { keepClientCodes } from '../../db/changes/keep-client-codes.ts';
import type { ClientFacts } from '../../domain/client-code.ts';
import { readClientCode } from '../../domain/client-code.ts';
import type { Issuer } from '../../db/queries/issuers.ts';
import { refusalText } from '../../texts/refusals.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { mostCsvRows, readCsv } from '../csv-rows.ts';
import { ownIssuer } from '../issuers/own.ts';
import { operation } from '../operation.ts';
import { clientCodeRow, importReport } from './schemas.ts';

const fields = {
  client_code: 'code',
  company_name: 'companyName',
  language: 'language',
  email: 'email',
  street: 'street',
  postal_code: 'postalCode',
  city: 'city',
  country: 'country',
  contract_started_on: 'contractStartedOn',
  form_channel: 'formChannel',
} as const;
const columns = Object.keys(fields) as (keyof typeof fields)[];

const perTransaction = 100;

/** Row by row: one that cannot be read holds up no other (UP-04). */
export const importClientCodes = operation({
  id: 'importClientCodes',
  method: 'post',
  path: '/v1/client-codes/import',
  summary: 'Create and change client codes from a file',
  description:
    `CSV in UTF-8, at most ${String(mostCsvRows)} rows, with a heading: ${columns.map((name) => `\`${name}\``).join(', ')}. Name and ` +
    'language are needed. A customer who is known gets what the row says. Each row is reported.',
  tags: ['Client codes'],
  caller: ['issuer'],
  right: 'client-code.administer',
  upload: { mediaTypes: ['text/csv'], maxBytes: 2_000_000, description: 'The file.' },
  idempotency: { none: 'the same file again changes nothing.' },
  responses: { 200: { description: 'What became of each row.', schema: importReport } },
  refusals: { 422: ['csv.malformed', 'csv.too-many-rows'] },
  handle: async (call, deps) => {
    const issuer = await ownIssuer(call, deps);
    const { rows } = await readCsv(call.stream, columns);
    const read = rows.map((row, at) => rowOf(row, at + 1, issuer));
    const good = read.filter((row): row is ReadRow => 'facts' in row);
    const counts = { made: 0, changed: 0, unchanged: 0 };
    for (let from = 0; from < good.length; from += perTransaction) {
      const part = good.slice(from, from + perTransaction).map(({ facts }) => facts);
      const actor = eventActorOf(call.caller);
      for (const kept of await keepClientCodes(deps.knex)(issuer.id, part, actor, call.receivedAt))
        counts[kept] += 1;
    }
    return { rows: rows.length, ...counts, refused: read.filter((row): row is Unread => 'reason' in row) };
  },
  answer: ({ refused, ...counts }, { language }) =>
    ok({
      ...counts,
      refused: refused.map((row) => ({
        ...row,
        text: refusalText(row.reason, language).title,
      })),
    }),
});

interface ReadRow {
  readonly facts: ClientFacts;
}
interface Unread {
  readonly rowNo: number;
  readonly clientCode: string;
  readonly reason: string;
}

function rowOf(row: Readonly<Record<string, string>>, rowNo: number, issuer: Issuer): ReadRow | Unread {
  const said = columns.flatMap((name) => {
    const value = row[name];
    return value === undefined || value === '' ? [] : [[fields[name], value]];
  });
  const clientCode = row['client_code'] ?? '';
  const parsed = clientCodeRow.safeParse(Object.fromEntries(said));
  if (!parsed.success) return { rowNo, clientCode, reason: 'client-code.row-invalid' };
  const { code, ...facts } = parsed.data;
  const read = readClientCode(code, issuer.prefixes);
  return read === null
    ? { rowNo, clientCode, reason: 'client-code.unknown-prefix' }
    : { facts: { ...read, ...facts } };
}
