import type { Knex } from 'knex';
import { carryOutCode, readCode } from '../db/changes/carry-out-code.ts';
import type { BatchCommand } from '../db/changes/command-code-batch.ts';
import { carryOutBatch, confirmPrinted, readBatch } from '../db/changes/command-code-batch.ts';
import type { ActivationCode, CodeAct } from '../domain/activation-code.ts';
import type { Instant } from '../domain/calendar.ts';
import type { CodeBatch } from '../domain/code-batch.ts';
import type { Owing } from '../domain/life-rows.ts';
import { refusable } from './refusals.ts';

export interface CodeActivityDeps {
  readonly knex: Knex;
}

/** What the lives of codes and of their batches may do; every one is harmless when repeated. */
export function codeActivities({ knex }: CodeActivityDeps) {
  return {
    carryOutCode: (id: string, kind: CodeAct['kind'], at: Instant): Promise<Owing<ActivationCode>> =>
      carryOutCode(knex)(id, kind, at),
    readCode: (id: string): Promise<Owing<ActivationCode>> => readCode(knex)(id),
    confirmPrinted: (command: BatchCommand): Promise<Owing<CodeBatch>> =>
      refusable(() => confirmPrinted(knex)(command)),
    carryOutBatch: (id: string, at: Instant): Promise<Owing<CodeBatch>> => carryOutBatch(knex)(id, at),
    readBatch: (id: string): Promise<Owing<CodeBatch>> => readBatch(knex)(id),
  };
}

export type CodeActivities = ReturnType<typeof codeActivities>;
