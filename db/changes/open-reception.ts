/** A client code is received electronically from now on, in one account at most: `active_key` is unique (UP-09, UP-11). */
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { consume } from '../../domain/activation-code.ts';
import type { Instant } from '../../domain/calendar.ts';
import { consentText } from '../../domain/sign-up.ts';
import { toDb } from '../instants.ts';
import { policySetInForce } from '../policy-sets.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { lockOpenAccount } from './lock-accounts.ts';
import type { LockedCode } from './write-activation-code.ts';
import { writeCode } from './write-activation-code.ts';

/** The account in which a client code is received by now; null while it is on paper. */
export async function receiverOf(trx: Knex.Transaction, clientCodeId: string): Promise<string | null> {
  const row = await trx('receptions')
    .where({ active_key: clientCodeId })
    .first<{ account_id: string } | undefined>('account_id');
  return row?.account_id ?? null;
}

interface Receiving {
  readonly accountId: string;
  /** From where the consent came. */
  readonly clientAddress: string;
  readonly actor: Actor;
  readonly at: Instant;
}

/**
 * Uses the code into the account, and records the consent with the version of its text, time and place. Refuses
 * `recipient-account.none` for an account that was closed meanwhile. Returns its id.
 */
export async function openReception(
  trx: Knex.Transaction,
  { row, code }: LockedCode,
  { accountId, clientAddress, actor, at }: Receiving,
): Promise<string> {
  await lockOpenAccount(trx, accountId);
  const id = uuidv7();
  const { clientCodeId } = code;
  await trx('receptions').insert({
    ...{ id, brand_id: row.brand_id, client_code_id: clientCodeId, account_id: accountId },
    ...{ activation_code_id: code.id, policy_set_id: await policySetInForce(trx, row.brand_id, at) },
    ...{ version: 1, consented_at: toDb(at), consent_text: consentText, consent_address: clientAddress },
    active_key: clientCodeId,
  });
  await writeCode(
    trx,
    consume(code, accountId, at),
    { event: 'used', facts: { receptionId: id } },
    actor,
    at,
  );
  await appendEvent(trx, {
    kind: 'reception.opted-in',
    subjectType: 'reception',
    subjectId: id,
    companyId: null,
    actor,
    at,
    body: { version: 1, clientCodeId, accountId, codeId: code.id, consentText },
    wakes: { life: 'channel-consent', id },
  });
  return id;
}
