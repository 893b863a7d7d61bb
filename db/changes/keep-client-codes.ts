/** What an issuer knows of its customers: made or brought up to date by the code (UP-04). */
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import type { ClientFacts } from '../../domain/client-code.ts';
import { mailboxOf } from '../../domain/mailbox.ts';
import { Refused, refuseState } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { lockIssuer } from './lock-issuer.ts';
import { endInvitationOf } from './write-invitation.ts';

export type Kept = 'made' | 'changed' | 'unchanged';

interface ClientRow extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly version: number;
  readonly email: string | null;
}

/** A new customer. Refuses `client-code.known` when there is one of that code. Returns its id. */
export const createClientCode =
  (knex: Knex) =>
  (issuerId: string, facts: ClientFacts, actor: Actor, request: ChangeRequest): Promise<string> =>
    change(knex, request, async (trx) => {
      const { code } = facts;
      await lockIssuer(trx, issuerId);
      const known = await trx('client_codes')
        .where({ issuer_id: issuerId, code })
        .first<{ id: string } | undefined>('id');
      if (known !== undefined)
        throw new Refused(refuseState('client-code.known', { field: 'code', id: known.id }));
      return insert(trx, issuerId, facts, actor, request.receivedAt);
    });

/** Rows of a file: each is made, changed or found as it is, in the order in which they came. */
export const keepClientCodes =
  (knex: Knex) =>
  (issuerId: string, rows: readonly ClientFacts[], actor: Actor, at: Instant): Promise<readonly Kept[]> =>
    change(knex, null, async (trx) => {
      await lockIssuer(trx, issuerId);
      const kept: Kept[] = [];
      for (const facts of rows) kept.push(await keep(trx, issuerId, facts, actor, at));
      return kept;
    });

async function keep(
  trx: Knex.Transaction,
  issuerId: string,
  facts: ClientFacts,
  actor: Actor,
  at: Instant,
): Promise<Kept> {
  const row = await trx('client_codes')
    .where({ issuer_id: issuerId, code: facts.code })
    .forUpdate()
    .first<ClientRow | undefined>();
  if (row === undefined) {
    await insert(trx, issuerId, facts, actor, at);
    return 'made';
  }
  const columns = columnsOf(facts);
  const changed = Object.keys(columns).filter((name) => row[name] !== columns[name]);
  if (changed.length === 0) return 'unchanged';
  // A link that went to an address which the issuer has taken back lets nobody in; the next document writes to the other (WF-34).
  if (mailboxOf(row.email ?? '') !== mailboxOf(facts.email ?? ''))
    await endInvitationOf(trx, row.id, 'replaced', actor, at);
  const version = row.version + 1;
  await trx('client_codes')
    .where({ id: row.id })
    .update({ ...columns, version });
  await told(trx, 'changed', { id: row.id, version, issuerId, changed }, actor, at);
  return 'changed';
}

async function insert(
  trx: Knex.Transaction,
  issuerId: string,
  facts: ClientFacts,
  actor: Actor,
  at: Instant,
): Promise<string> {
  const id = uuidv7();
  const { code, prefix, customerNumber } = facts;
  await trx('client_codes').insert({
    ...{ id, issuer_id: issuerId, code, prefix, customer_number: customerNumber },
    ...columnsOf(facts),
    created_at: toDb(at),
  });
  await told(trx, 'made', { id, version: 1, issuerId, prefix }, actor, at);
  return id;
}

async function told(
  trx: Knex.Transaction,
  event: string,
  { id, ...body }: { readonly id: string } & Readonly<Record<string, unknown>>,
  actor: Actor,
  at: Instant,
): Promise<void> {
  const subject = { subjectType: 'client-code', subjectId: id, companyId: null };
  await appendEvent(trx, { kind: `client-code.${event}`, ...subject, actor, at, body });
}

function columnsOf(facts: ClientFacts): Readonly<Record<string, unknown>> {
  return {
    company_name: facts.companyName,
    language: facts.language,
    email: facts.email,
    street: facts.street,
    postal_code: facts.postalCode,
    city: facts.city,
    country: facts.country,
    contract_started_on: facts.contractStartedOn,
    form_channel: facts.formChannel,
  };
}
