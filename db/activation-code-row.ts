/** Between the `activation_codes` row and the domain's code. */
import type { Knex } from 'knex';
import type { ActivationCode, CodeOutcome } from '../domain/activation-code.ts';
import { codeStage, codeTerms, nextOfCode } from '../domain/activation-code.ts';
import { daysRule } from '../domain/policy.ts';
import { brandKeyOf } from './brand-keys.ts';
import { fromDb, fromDbOrNull, toDbOrNull } from './instants.ts';
import { outcomeAt } from './outcome-at.ts';
import { documentPolicyOf } from './policy-sets.ts';

export interface ActivationCodeRow {
  readonly id: string;
  readonly brand_id: string;
  readonly issuer_id: string;
  readonly client_code_id: string;
  readonly batch_id: string;
  readonly policy_set_id: string;
  readonly sealed_code: string | null;
  readonly version: number;
  readonly created_at: Date;
  readonly announced_on: string | null;
  readonly ends_at: Date | null;
  readonly reminders: number;
  readonly account_id: string | null;
  readonly used_at: Date | null;
  readonly outcome: CodeOutcome | null;
  readonly closed_at: Date | null;
}

export async function activationCodeFrom(knex: Knex, row: ActivationCodeRow): Promise<ActivationCode> {
  const usedAt = fromDbOrNull(row.used_at);
  return {
    id: row.id,
    brand: await brandKeyOf(knex, row.brand_id),
    issuerId: row.issuer_id,
    clientCodeId: row.client_code_id,
    terms: codeTerms(await documentPolicyOf(knex, row.policy_set_id)),
    version: row.version,
    createdAt: fromDb(row.created_at),
    announcedOn: row.announced_on,
    endsAt: fromDbOrNull(row.ends_at),
    reminders: row.reminders,
    used: row.account_id !== null && usedAt !== null ? { accountId: row.account_id, at: usedAt } : null,
    closed: outcomeAt(row.outcome, row.closed_at),
  };
}

/** The columns that change while a code lives; a code that is over is no longer kept in the clear either. */
export function activationCodeColumns(code: ActivationCode): Record<string, unknown> {
  return {
    version: code.version,
    announced_on: code.announcedOn,
    ends_at: toDbOrNull(code.endsAt),
    ends_rule: code.endsAt === null ? null : daysRule('UP-18', code.terms.validDays, code.terms),
    reminders: code.reminders,
    account_id: code.used?.accountId ?? null,
    used_at: toDbOrNull(code.used?.at),
    stage: codeStage(code),
    next_act_at: toDbOrNull(nextOfCode(code)?.at),
    outcome: code.closed?.outcome ?? null,
    closed_at: toDbOrNull(code.closed?.at),
    live_key: code.closed === null ? code.clientCodeId : null,
    ...(code.closed === null ? {} : { sealed_code: null }),
  };
}
