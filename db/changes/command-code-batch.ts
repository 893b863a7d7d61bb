import type { Knex } from 'knex';
import type { CodeBatch } from '../../domain/code-batch.ts';
import { checkReady, closeBatch, planForBatch } from '../../domain/code-batch.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { isActDue } from '../../domain/next-act.ts';
import { orThrow } from '../../domain/verdict.ts';
import type { Actor } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { batchLife, lockBatch, writeBatch } from './write-code-batch.ts';

/** A command on a batch as it travels. */
export interface BatchCommand {
  readonly batchId: string;
  readonly actor: Actor;
  readonly request: ChangeRequest;
}

/** The letters are printed: the key is destroyed with this commit. Refuses `not-found` and what `checkReady` refuses. */
export const confirmPrinted =
  (knex: Knex) =>
  (command: BatchCommand): Promise<Owing<CodeBatch>> =>
    change(knex, command.request, async (trx) => {
      const { batchId: id, actor, request } = command;
      const { batch } = await lockBatch(trx, id);
      orThrow(checkReady(batch));
      const at = request.receivedAt;
      const wakes = { life: 'code-batch', id };
      const event = { update: 'confirmPrinted', updateId: request.id, args: command };
      const told = { kind: 'code-batch.printed', actor, wakes, command: event };
      return writeBatch(trx, closeBatch(batch, 'printed', at), told, at);
    });

/** Nobody said in time that they are printed: asked again under lock. Returns the row as it stands. */
export const carryOutBatch =
  (knex: Knex) =>
  (id: string, at: Instant): Promise<Owing<CodeBatch>> =>
    change(knex, null, async (trx) => {
      const { batch } = await lockBatch(trx, id);
      if (!isActDue(planForBatch(batch), 'destroy-key', at)) return { ...batch, toTell: [] };
      const told = { kind: 'code-batch.key-destroyed', actor: batchLife };
      return writeBatch(trx, closeBatch(batch, 'lapsed', at), told, at);
    });

/** The row as it stands. */
export const readBatch =
  (knex: Knex) =>
  (id: string): Promise<Owing<CodeBatch>> =>
    change(knex, null, async (trx) => ({ ...(await lockBatch(trx, id)).batch, toTell: [] }));
