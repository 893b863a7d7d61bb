/** Documents a second: a run delivered over HTTP, beside bare inserts of the same rows and objects (issue 6). */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Knex } from 'knex';
import { v7 as uuid } from 'uuid';
import { checkPdf } from '../documents/check-pdf.ts';
import { createDiskStore } from '../platform/disk-store.ts';
import { letterPdf } from '../test/support/pdf.ts';
import { qpdfPath } from '../test/support/servers.ts';
import { ublOf } from '../test/support/ubl.ts';
import type { Bench } from './bench.ts';
import { ours } from './bench.ts';
import type { Issuing } from './issuing.ts';
import { openIssuer, tarStream, today } from './issuing.ts';
import type { Options } from './options.ts';
import { probeMachine } from './probes.ts';
import { ratioTable, roundsText } from './ratios.ts';
import type { Finding } from './report.ts';
import { runRounds } from './rounds.ts';
import { seeded } from './statistics.ts';

const atOnce = 4;
const part = 50;
const bareName = 'bare inserts and objects';
const checkName = 'the look into the PDFs alone';
const dataName = 'ours, UBL without a PDF';

export async function publishing(bench: Bench, { rounds, documents }: Options): Promise<Finding> {
  const { knex } = bench.postman;
  const [company] = bench.companies;
  if (company === undefined) throw new Error('no company to publish for');
  const issuing = await openIssuer(knex, company, 100);
  const pdf = await letterPdf('An invoice');
  const bare = await bareSide(bench, pdf.length);
  const file = join(mkdtempSync(join(bench.folder, 'bench-')), 'invoice.pdf');
  writeFileSync(file, pdf);
  const perSecond = (work: () => Promise<unknown>) => async () => {
    const from = performance.now();
    await work();
    return (documents * 1_000) / (performance.now() - from);
  };
  const found = await runRounds<number>({
    sides: {
      [ours]: perSecond(() => deliverRun(bench, issuing, documents, pdf)),
      [dataName]: perSecond(() => deliverRun(bench, issuing, documents, null)),
      [bareName]: perSecond(() => bare(documents)),
      [checkName]: perSecond(() => several(documents, () => looked(file))),
    },
    wanted: rounds,
    probe: () => probeMachine(bench.folder),
    random: seeded(33),
  });
  return {
    section: 'publish',
    table: ratioTable(
      { unit: 'documents/s', goals: { [bareName]: null, [checkName]: null, [dataName]: null } },
      found,
    ),
    how:
      `A run of ${String(documents)} documents in one stream a side and round; ${roundsText(found)}. The PDFs are looked into by ` +
      'qpdf in processes of their own, three for each.',
  };
}

async function deliverRun(
  bench: Bench,
  { token, clients }: Issuing,
  count: number,
  pdf: Buffer | null,
): Promise<void> {
  const run = uuid();
  const headers = { Authorization: `Bearer ${token}` };
  const begun = await fetch(`${bench.api}/v1/publication-runs`, {
    method: 'POST',
    headers: { ...headers, 'Idempotency-Key': run, 'Content-Type': 'application/json' },
    body: JSON.stringify({ reference: run }),
  });
  const { id } = (await begun.json()) as { id: string };
  const { counts } = await sent(
    `${bench.api}/v1/publication-runs/${id}/documents`,
    headers,
    tarStream(filesOf()),
  );
  if (counts.published !== count) throw new Error(`published ${JSON.stringify(counts)} of ${String(count)}`);

  function* filesOf(): Generator<readonly [string, Buffer]> {
    for (let index = 0; index < count; index += 1) {
      const number = `${run}-${String(index)}`;
      const clientCode = clients[index % clients.length]?.code ?? '';
      if (pdf === null) yield [`${String(index)}.xml`, ublOf({ number, clientCode, issuedOn: today() })];
      else {
        const data = { number, kind: 'invoice', clientCode, issuedOn: today(), totalCents: 12_100 };
        yield [`${String(index)}.json`, Buffer.from(JSON.stringify({ data }))];
        yield [`${String(index)}.pdf`, pdf];
      }
    }
  }
}

function sent(
  url: string,
  headers: Record<string, string>,
  body: Readable,
): Promise<{ counts: { published: number } }> {
  return new Promise((resolve, reject) => {
    const asking = request(url, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/x-tar' },
    });
    asking.once('error', reject);
    asking.once('response', (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (answer.statusCode === 200) resolve(JSON.parse(text) as { counts: { published: number } });
        else reject(new Error(text));
      });
    });
    body.pipe(asking);
  });
}

/** The same rows in tables alike, the same bytes into the same kind of store: parts of fifty, four objects at once. */
async function bareSide(
  { postman: { knex }, folder }: Bench,
  bytes: number,
): Promise<(count: number) => Promise<void>> {
  const store = await createDiskStore(mkdtempSync(join(folder, 'bare-objects-')));
  for (const table of ['issued_documents', 'blobs', 'publication_rows'])
    await knex.raw(`CREATE TABLE IF NOT EXISTS bare_${table} LIKE ${table}`);
  const sealed = randomBytes(bytes);
  return async (count) => {
    for (let done = 0; done < count; done += part) {
      const ids = Array.from({ length: Math.min(part, count - done) }, () => ({
        id: uuid(),
        blobId: uuid(),
      }));
      for (let at = 0; at < ids.length; at += atOnce)
        await Promise.all(
          ids.slice(at, at + atOnce).map(({ blobId }) => store.put(blobId, Readable.from([sealed]))),
        );
      await insertPart(knex, ids, bytes);
    }
  };
}

async function insertPart(
  knex: Knex,
  ids: readonly { id: string; blobId: string }[],
  bytes: number,
): Promise<void> {
  const at = new Date();
  const hash = '0'.repeat(64);
  await knex.transaction(async (trx) => {
    await trx('bare_issued_documents').insert(
      ids.map(({ id, blobId }) => ({
        ...{ id, issuer_id: id, client_code_id: id, client_code: 'B10000001', number: id, number_key: id },
        ...{
          kind: 'invoice',
          issued_on: today(),
          total_cents: 12_100,
          currency: 'EUR',
          channel: 'electronic',
        },
        ...{ published_at: at, content_hash: hash, pdf_blob_id: blobId, run_id: id },
      })),
    );
    await trx('bare_blobs').insert(
      ids.map(({ id, blobId }) => ({
        ...{ id: blobId, issuer_id: id, wrapped_key: 'k'.repeat(80), sha256: hash, bytes, created_at: at },
      })),
    );
    await trx('bare_publication_rows').insert(
      ids.map(({ id }) => ({
        run_id: id,
        name: id,
        outcome: 'published',
        document_id: id,
        number: id,
        reported_at: at,
      })),
    );
  });
}

async function several(count: number, work: () => Promise<unknown>): Promise<void> {
  for (let done = 0; done < count; done += atOnce)
    await Promise.all(Array.from({ length: Math.min(atOnce, count - done) }, work));
}

async function looked(path: string): Promise<void> {
  const limits = { seconds: 15, megabytes: 512, pages: 100 };
  const verdict = await checkPdf({ path, qpdfPath: qpdfPath(), limits });
  if (!verdict.ok) throw new Error(verdict.reason);
}
