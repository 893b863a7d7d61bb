import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { createCodeBatch as open } from '../../db/changes/create-code-batch.ts';
import type { BatchRow, DrawnCode } from '../../db/changes/fill-code-batch.ts';
import { fillCodeBatch, finishCodeBatch } from '../../db/changes/fill-code-batch.ts';
import { seenBatch } from '../../db/queries/code-batches.ts';
import { printedCode, printedCodeBytes, readPrintedCode } from '../../domain/printed-code.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { created, ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { mostCsvRows, readCsv } from '../csv-rows.ts';
import type { Deps } from '../deps.ts';
import { ownIssuer } from '../issuers/own.ts';
import { operation } from '../operation.ts';
import { presentBatch } from './present.ts';
import { batchQuery, batchShown } from './schemas.ts';

const columns = ['client_code', 'supersede'] as const;
const perTransaction = 100;

/** WF-30: the same file is the same batch; interrupted, it goes on where it was. */
export const createCodeBatch = operation({
  id: 'createCodeBatch',
  method: 'post',
  path: '/v1/code-batches',
  summary: 'Make activation codes from a file',
  description:
    `CSV in UTF-8, at most ${String(mostCsvRows)} rows, with a heading: \`client_code\` and \`supersede\` (\`yes\` or \`no\`; empty is ` +
    '`no`). A customer who has a code that lives is skipped, unless the row says `yes`: then the new code takes its place. ' +
    'The same file under its reference is the same batch with the same codes; another file is refused.',
  tags: ['Activation codes'],
  caller: ['issuer'],
  right: 'activation-code.administer',
  query: batchQuery,
  upload: { mediaTypes: ['text/csv'], maxBytes: 2_000_000, description: 'The file.' },
  idempotency: { none: 'issuer and reference name the batch: the same file again is the same one.' },
  responses: {
    201: { description: 'The codes are made.', schema: batchShown },
    200: { description: 'They had been made before.', schema: batchShown },
  },
  refusals: {
    409: ['code-batch.reference-taken', 'code-batch.key-destroyed', 'code-batch.by-invitation'],
    422: ['csv.malformed', 'csv.too-many-rows'],
  },
  handle: async (call, deps) => {
    const issuer = await ownIssuer(call, deps);
    const { rows, fileHash } = await readCsv(call.stream, columns);
    const { knex, vault } = deps;
    const { receivedAt: at, query } = call;
    const actor = eventActorOf(call.caller);
    const id = uuid();
    const made = { id, issuerId: issuer.id, reference: query.reference, fileHash };
    const { batch, wrappedKey } = await open(knex)(
      { ...made, wrappedKey: vault.newCompanyKey(id) },
      actor,
      at,
    );
    const draw = drawing(deps, batch.id, wrappedKey);
    const read = rows.map((row, index) => rowOf(row, index + 1));
    for (let from = 0; from < read.length; from += perTransaction) {
      const part = read.slice(from, from + perTransaction);
      const filling = { batchId: batch.id, rows: part, draw, prefixes: issuer.prefixes };
      await fillCodeBatch(knex)(filling, actor, at);
    }
    await finishCodeBatch(knex)(batch.id, actor, at);
    const seen = await seenBatch(knex, batch.id);
    if (seen === null) throw new Refused(hidden);
    return { seen, isNew: batch.id === id };
  },
  answer: ({ seen, isNew }) => {
    const shown = presentBatch(seen);
    return isNew ? created(shown, `/v1/code-batches/${shown.id}`) : ok(shown);
  },
});

function rowOf(row: Readonly<Record<string, string>>, rowNo: number): BatchRow {
  const said = (row['supersede'] ?? '').toLowerCase();
  const fault = ['', 'no', 'yes'].includes(said) ? null : 'client-code.row-invalid';
  return { rowNo, clientCode: row['client_code'] ?? '', fault, supersedes: said === 'yes' };
}

/** 75 random bits, kept as a keyed hash and, until they are printed, sealed under the key of the batch. */
function drawing({ vault }: Deps, batchId: string, wrappedKey: string | null) {
  return (codeId: string): DrawnCode => {
    if (wrappedKey === null) throw new Error(`code batch ${batchId} has no key any more`);
    const code = printedCode(randomBytes(printedCodeBytes));
    return {
      codeHash: vault.keyedHash('activation-code', readPrintedCode(code) ?? ''),
      sealedCode: vault.sealUnder(wrappedKey, batchId, code, ['activation-code', codeId]),
    };
  };
}
