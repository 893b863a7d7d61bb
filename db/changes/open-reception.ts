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
import { beginBackfill } from './begin-backfill.ts';
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

/** Uses the code into the account, and opens the reception of its client code there. Returns its id. */
export async function openReception(
  trx: Knex.Transaction,
  { row, code }: LockedCode,
  receiving: Receiving,
): Promise<string> {
  const { accountId, actor, at } = receiving;
  const received = { id: uuidv7(), brandId: row.brand_id, clientCodeId: code.clientCodeId, codeId: code.id };
  const told = { event: 'used', facts: { receptionId: received.id } };
  await writeCode(trx, consume(code, accountId, at), told, actor, at);
  return receiveClientCode(trx, received, receiving);
}

interface Received {
  readonly id: string;
  readonly brandId: string;
  readonly clientCodeId: string;
  /** Null: by an invitation (WF-34). */
  readonly codeId: string | null;
}

/** Records the consent with the version of its text, time and place. Returns the id of the reception. */
export async function receiveClientCode(
  trx: Knex.Transaction,
  { id, brandId, clientCodeId, codeId }: Received,
  { accountId, clientAddress, actor, at }: Receiving,
): Promise<string> {
  await lockOpenAccount(trx, accountId);
  const policySetId = await policySetInForce(trx, brandId, at);
  await trx('receptions').insert({
    ...{ id, brand_id: brandId, client_code_id: clientCodeId, account_id: accountId },
    ...{ activation_code_id: codeId, policy_set_id: policySetId },
    ...{ version: 1, consented_at: toDb(at), consent_text: consentText, consent_address: clientAddress },
    active_key: clientCodeId,
  });
  await beginBackfill(trx, { receptionId: id, brandId, policySetId, actor, at });
  await appendEvent(trx, {
    kind: 'reception.opted-in',
    subjectType: 'reception',
    subjectId: id,
    companyId: null,
    actor,
    at,
    body: { version: 1, clientCodeId, accountId, codeId, consentText },
    wakes: { life: 'channel-consent', id },
  });
  return id;
}
