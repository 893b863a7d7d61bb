/** The rows of a batch's file become codes, or lines of its report; what is in the report already is not looked at again. */
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { ActivationCode } from '../../domain/activation-code.ts';
import { closeCode, codeTerms } from '../../domain/activation-code.ts';
import type { Instant } from '../../domain/calendar.ts';
import { readClientCode } from '../../domain/client-code.ts';
import type { CodeBatch } from '../../domain/code-batch.ts';
import { checkSealed } from '../../domain/code-batch.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { orThrow } from '../../domain/verdict.ts';
import type { ActivationCodeRow } from '../activation-code-row.ts';
import { activationCodeColumns, activationCodeFrom } from '../activation-code-row.ts';
import { toDb } from '../instants.ts';
import { documentPolicyOf } from '../policy-sets.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';
import { lockClientCodes, writeCode } from './write-activation-code.ts';
import { endHold } from './write-sign-up.ts';
import type { LockedBatch } from './write-code-batch.ts';
import { lockBatch, writeBatch } from './write-code-batch.ts';

export interface BatchRow {
  /** From 1, without the heading. */
  readonly rowNo: number;
  /** As the file has it. */
  readonly clientCode: string;
  /** Why the row cannot be read at all; null when it can. */
  readonly fault: string | null;
  /** Whether a code that lives is to be replaced. */
  readonly supersedes: boolean;
}

/** A code that was drawn at random, as it is kept. */
export interface DrawnCode {
  readonly codeHash: string;
  readonly sealedCode: string;
}

interface Filling {
  readonly batchId: string;
  readonly rows: readonly BatchRow[];
  /** Makes a code for the row; `id` is that of the code. */
  readonly draw: (codeId: string) => DrawnCode;
  readonly prefixes: readonly string[];
}

/**
 * Some rows of the file, in one transaction; refuses `code-batch.key-destroyed` when half a file is continued after its key
 * is gone. The batch is locked before the client codes: nothing else locks both.
 */
export const fillCodeBatch =
  (knex: Knex) =>
  ({ batchId, rows, draw, prefixes }: Filling, actor: Actor, at: Instant): Promise<void> =>
    change(knex, null, async (trx) => {
      const locked = await lockBatch(trx, batchId);
      const numbers = rows.map(({ rowNo }) => rowNo);
      const done = new Set(
        (await trx('code_batch_rows')
          .where({ batch_id: batchId })
          .whereIn('row_no', numbers)
          .pluck('row_no')) as number[],
      );
      const left = rows.filter(({ rowNo }) => !done.has(rowNo));
      if (left.length === 0) return;
      orThrow(checkSealed(locked.batch));
      const clients = await clientsOf(trx, locked, left, prefixes);
      await lockClientCodes(trx, [...clients.values()]);
      for (const row of left) await fill(trx, { locked, row, clients, prefixes, draw, actor, at });
    });

/** The ids of the client codes that these rows name, by code. */
async function clientsOf(
  trx: Knex.Transaction,
  { row }: LockedBatch,
  rows: readonly BatchRow[],
  prefixes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const codes = rows.map(({ clientCode }) => readClientCode(clientCode, prefixes)?.code ?? '');
  const found: { id: string; code: string }[] = await trx('client_codes')
    .where({ issuer_id: row.issuer_id })
    .whereIn('code', codes)
    .select('id', 'code');
  return new Map(found.map(({ id, code }) => [code, id]));
}

interface Row {
  readonly locked: LockedBatch;
  readonly row: BatchRow;
  readonly clients: ReadonlyMap<string, string>;
  readonly prefixes: readonly string[];
  readonly draw: Filling['draw'];
  readonly actor: Actor;
  readonly at: Instant;
}

async function fill(trx: Knex.Transaction, asked: Row): Promise<void> {
  const { locked, row } = asked;
  const made = row.fault === null ? await codeFor(trx, asked) : { reason: row.fault };
  await trx('code_batch_rows').insert({
    batch_id: locked.batch.id,
    row_no: row.rowNo,
    client_code: row.clientCode.slice(0, 60),
    reason: 'reason' in made ? made.reason : null,
    activation_code_id: 'id' in made ? made.id : null,
  });
}

async function codeFor(
  trx: Knex.Transaction,
  asked: Row,
): Promise<{ readonly id: string } | { readonly reason: string }> {
  const { locked, row, clients, prefixes, actor, at } = asked;
  const read = readClientCode(row.clientCode, prefixes);
  if (read === null) return { reason: 'client-code.unknown-prefix' };
  const clientCodeId = clients.get(read.code);
  if (clientCodeId === undefined) return { reason: 'client-code.unknown' };
  const live = await trx('activation_codes')
    .where({ live_key: clientCodeId })
    .forUpdate()
    .first<ActivationCodeRow | undefined>();
  if (live?.batch_id === locked.batch.id) return { reason: 'code-batch.row-repeated' };
  if (live !== undefined && !row.supersedes) return { reason: 'activation-code.live' };
  const id = uuidv7();
  if (live !== undefined) {
    await endHold(trx, live.id, 'lost', actor, at);
    const ended = closeCode(await activationCodeFrom(trx, live), 'superseded', at);
    await writeCode(trx, ended, { event: 'superseded', facts: { by: id } }, actor, at);
  }
  await insert(trx, asked, id, clientCodeId);
  return { id };
}

async function insert(
  trx: Knex.Transaction,
  { locked: { row: batch, batch: made }, draw, actor, at }: Row,
  id: string,
  clientCodeId: string,
): Promise<void> {
  const { brand_id, issuer_id, policy_set_id } = batch;
  const code: ActivationCode = {
    ...{ id, brand: made.brand, issuerId: issuer_id, clientCodeId, version: 1, createdAt: at },
    terms: codeTerms(await documentPolicyOf(trx, policy_set_id)),
    ...{ announcedOn: null, endsAt: null, reminders: 0, used: null, closed: null },
  };
  const { codeHash, sealedCode } = draw(id);
  await trx('activation_codes').insert({
    ...{ id, brand_id, issuer_id, policy_set_id, client_code_id: clientCodeId, batch_id: batch.id },
    ...{ code_hash: codeHash, sealed_code: sealedCode, created_at: toDb(at) },
    ...activationCodeColumns(code),
  });
  await appendEvent(trx, {
    kind: 'activation-code.made',
    subjectType: 'activation-code',
    subjectId: id,
    companyId: null,
    actor,
    at,
    body: { version: 1, issuerId: issuer_id, clientCodeId, batchId: batch.id },
    wakes: { life: 'activation-code', id },
  });
}

/** The file has been read to its end. Once so, always so. */
export const finishCodeBatch =
  (knex: Knex) =>
  (batchId: string, actor: Actor, at: Instant): Promise<Owing<CodeBatch>> =>
    change(knex, null, async (trx) => {
      const { batch } = await lockBatch(trx, batchId);
      if (batch.filledAt !== null) return { ...batch, toTell: [] };
      const filled = { ...batch, version: batch.version + 1, filledAt: at };
      const wakes = { life: 'code-batch-of', id: batchId };
      return writeBatch(trx, filled, { kind: 'code-batch.filled', actor, wakes }, at);
    });
