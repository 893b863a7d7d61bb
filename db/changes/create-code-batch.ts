import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { CodeBatch } from '../../domain/code-batch.ts';
import { batchTerms, checkBrand, checkSameFile, keyEndsAt } from '../../domain/code-batch.ts';
import { orThrow } from '../../domain/verdict.ts';
import { brandKeyOf } from '../brand-keys.ts';
import type { CodeBatchRow } from '../code-batch-row.ts';
import { codeBatchColumns, codeBatchFrom } from '../code-batch-row.ts';
import { toDb } from '../instants.ts';
import { documentPolicyInForce, documentPolicyOf, policySetInForce } from '../policy-sets.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';
import { lockIssuer } from './lock-issuer.ts';

export interface NewBatch {
  readonly id: string;
  readonly issuerId: string;
  readonly reference: string;
  /** SHA-256 in hexadecimal of the file as it came. */
  readonly fileHash: string;
  /** Of this batch alone, wrapped. */
  readonly wrappedKey: string;
}

export interface OpenBatch {
  readonly batch: CodeBatch;
  /** Null once it is destroyed. */
  readonly wrappedKey: string | null;
}

/**
 * The birth of a batch, or the batch that this file has become before (decided.md: issuer and reference are its key). Refuses
 * `code-batch.reference-taken` for another file under the reference, and `code-batch.by-invitation`.
 */
export const createCodeBatch =
  (knex: Knex) =>
  (made: NewBatch, actor: Actor, at: Instant): Promise<OpenBatch> =>
    change(knex, null, async (trx) => {
      const { issuerId, reference, fileHash } = made;
      const issuer = await lockIssuer(trx, issuerId);
      const row = await trx('code_batches')
        .where({ issuer_id: issuerId, reference })
        .first<CodeBatchRow | undefined>();
      if (row !== undefined) {
        orThrow(checkSameFile({ fileHash: row.file_hash }, fileHash));
        return { batch: await codeBatchFrom(trx, row), wrappedKey: row.wrapped_key };
      }
      return { batch: await insert(trx, made, issuer.brand_id, actor, at), wrappedKey: made.wrappedKey };
    });

async function insert(
  trx: Knex.Transaction,
  { id, issuerId, reference, fileHash, wrappedKey }: NewBatch,
  brandId: string,
  actor: Actor,
  at: Instant,
): Promise<CodeBatch> {
  orThrow(checkBrand(await documentPolicyInForce(trx, brandId, at)));
  const policySetId = await policySetInForce(trx, brandId, at);
  const terms = batchTerms(await documentPolicyOf(trx, policySetId));
  const batch: CodeBatch = {
    ...{ id, brand: await brandKeyOf(trx, brandId), issuerId, terms, version: 1, createdAt: at },
    ...{ filledAt: null, keyEndsAt: keyEndsAt(at, terms), closed: null },
  };
  await trx('code_batches').insert({
    ...{ id, brand_id: brandId, issuer_id: issuerId, policy_set_id: policySetId, reference },
    ...{ file_hash: fileHash, wrapped_key: wrappedKey, created_at: toDb(at) },
    ...codeBatchColumns(batch),
  });
  await appendEvent(trx, {
    kind: 'code-batch.created',
    subjectType: 'code-batch',
    subjectId: id,
    companyId: null,
    actor,
    at,
    body: { version: 1, issuerId, reference, fileHash },
    wakes: { life: 'code-batch', id },
  });
  return batch;
}
