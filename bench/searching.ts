/** Search among seven years of documents of thousands of companies, beside SQL written by hand (issue 6; P13 of quality.md). */
import { v7 as uuid } from 'uuid';
import type { Knex } from 'knex';
import type { DocumentFilter } from '../db/queries/document-search.ts';
import { searchDocuments } from '../db/queries/document-search.ts';
import { sightsOf } from '../db/queries/sights.ts';
import { addMonths } from '../domain/calendar.ts';
import type { Bench } from './bench.ts';
import { ours } from './bench.ts';
import type { Issuing } from './issuing.ts';
import { openIssuer, today } from './issuing.ts';
import { oneByOne } from './load.ts';
import type { Options } from './options.ts';
import { probeMachine } from './probes.ts';
import { ratioTable, roundsText } from './ratios.ts';
import type { Finding } from './report.ts';
import { atMost } from './report.ts';
import { runRounds } from './rounds.ts';
import { median, seeded } from './statistics.ts';
import { now } from './world.ts';

const months = 84;
const [sameName, lesserName] = ['one statement by hand', 'the same, own receptions only'] as const;
/** What people ask for, in turn. */
const asked: readonly DocumentFilter[] = [
  {},
  { minCents: 20_000, maxCents: 30_000 },
  { kind: 'credit-note' },
  { issuedFrom: addMonths(today(), -24), issuedUntil: addMonths(today(), -12) },
];

export async function searching(bench: Bench, { rounds, commands, companies }: Options): Promise<Finding> {
  const { knex } = bench.postman;
  const [company] = bench.companies;
  if (company === undefined) throw new Error('no company to search for');
  const issuing = await openIssuer(knex, company, companies);
  await fill(knex, issuing);
  const random = seeded(7);
  const next = () => ({
    readerId: issuing.clients[Math.floor(random() * issuing.clients.length)]?.readerId ?? '',
    filter: asked[Math.floor(random() * asked.length)] ?? {},
  });
  const mine = async () => {
    const { readerId, filter } = next();
    const at = now();
    const searcher = { readerId, sights: await sightsOf(knex, readerId, at) };
    await searchDocuments(knex, {
      ...{ searcher, filter, order: { by: 'issued-on', direction: 'desc' }, at, limit: 26, after: null },
    });
  };
  const figure = (work: () => Promise<void>) => async () => median(await oneByOne(work, commands));
  const found = await runRounds<number>({
    sides: {
      [ours]: figure(mine),
      [sameName]: figure(() => byHand(knex, next())),
      [lesserName]: figure(() => ownByHand(knex, next())),
    },
    wanted: rounds,
    probe: () => probeMachine(bench.folder),
    random: seeded(34),
  });
  const count = String(companies * months);
  return {
    section: 'search',
    table: ratioTable({ unit: 'ms (p50)', goals: { [sameName]: atMost(1.5), [lesserName]: null } }, found),
    how: `The first page of a search among ${count} documents of ${String(companies)} companies; ${roundsText(found)}.`,
  };
}

/** A document a month for seven years, for each customer. */
async function fill(knex: Knex, { issuerId, clients }: Issuing): Promise<void> {
  const days = Array.from({ length: months }, (_, month) => addMonths(today(), -month));
  for (let at = 0; at < clients.length; at += 50) {
    const rows = clients.slice(at, at + 50).flatMap(({ id, code }, client) =>
      days.map((day, month) => {
        const number = `${String(at + client)}-${String(month)}`;
        return {
          ...{
            id: uuid(),
            issuer_id: issuerId,
            client_code_id: id,
            client_code: code,
            number,
            number_key: number,
          },
          ...{ kind: month % 9 === 0 ? 'credit-note' : 'invoice', issued_on: day, currency: 'EUR' },
          ...{ total_cents: ((client * 7 + month * 13) % 60) * 1_000, channel: 'electronic' },
          ...{ published_at: new Date(day), content_hash: '0'.repeat(64) },
        };
      }),
    );
    await knex.batchInsert('issued_documents', rows, 1_000);
  }
  await knex.raw('ANALYZE TABLE issued_documents');
}

interface Asked {
  readonly readerId: string;
  readonly filter: DocumentFilter;
}

/** Receptions through which somebody reads: his own, and those that are shared with him. */
const throughWhich = `SELECT r.id FROM recipient_accounts a
   JOIN receptions r ON r.account_id = a.id
   WHERE a.main_contact_id = ? AND a.closed_at IS NULL
   UNION
   SELECT r.id FROM sharings s
   JOIN shared_numbers n ON n.sharing_id = s.id
   JOIN recipient_accounts a ON a.id = s.account_id
   JOIN receptions r ON r.account_id = a.id AND r.client_code_id = n.client_code_id
   WHERE s.user_id = ? AND s.accepted_at IS NOT NULL AND s.revoked_at IS NULL AND a.closed_at IS NULL`;

/** The same question in one statement, which knows the rule of the brand: since the contract, and never before May 2008. */
async function byHand(knex: Knex, { readerId, filter }: Asked): Promise<void> {
  await knex.raw(
    `SELECT d.*, i.name AS issuer_name, m.read_at FROM (${throughWhich}) through
     JOIN receptions r ON r.id = through.id
     LEFT JOIN history_backfills h ON h.reception_id = r.id
     ${documentsOf(filter)}
       AND (h.id IS NULL OR h.outcome = 'complete' OR d.published_at > r.consented_at OR d.issued_on >= h.reached_on)
     ${firstPage}`,
    [readerId, readerId, readerId, ...valuesOf(filter)],
  );
}

/** A lesser question: nothing is shared, and every past has come. */
async function ownByHand(knex: Knex, { readerId, filter }: Asked): Promise<void> {
  await knex.raw(
    `SELECT d.*, i.name AS issuer_name, m.read_at FROM recipient_accounts a
     JOIN receptions r ON r.account_id = a.id
     ${documentsOf(filter)} AND a.main_contact_id = ? AND a.closed_at IS NULL ${firstPage}`,
    [readerId, ...valuesOf(filter), readerId],
  );
}

const firstPage = 'ORDER BY d.issued_on DESC, d.id DESC LIMIT 26';

function documentsOf({ minCents, kind, issuedFrom }: DocumentFilter): string {
  return `JOIN client_codes c ON c.id = r.client_code_id
     JOIN issued_documents d ON d.client_code_id = c.id
     JOIN issuers i ON i.id = d.issuer_id
     LEFT JOIN issued_document_reads m ON m.document_id = d.id AND m.user_id = ?
     WHERE d.withdrawn_at IS NULL AND d.destroying_since_at IS NULL
       AND (d.visible_from_at IS NULL OR d.visible_from_at <= UTC_TIMESTAMP(6))
       AND d.issued_on >= GREATEST('2008-05-01', COALESCE(c.contract_started_on, '2008-05-01'))
       AND (r.ended_at IS NULL OR d.published_at <= r.ended_at)
       ${minCents === undefined ? '' : 'AND d.total_cents BETWEEN ? AND ?'}
       ${kind === undefined ? '' : 'AND d.kind = ?'}
       ${issuedFrom === undefined ? '' : 'AND d.issued_on BETWEEN ? AND ?'}`;
}

function valuesOf({ minCents, maxCents, kind, issuedFrom, issuedUntil }: DocumentFilter) {
  return [
    ...(minCents === undefined ? [] : [minCents, maxCents ?? minCents]),
    ...(kind === undefined ? [] : [kind]),
    ...(issuedFrom === undefined ? [] : [issuedFrom, issuedUntil ?? issuedFrom]),
  ];
}
