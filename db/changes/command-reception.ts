import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { ChannelConsent, ConsentCommandName, ConsentOutcome } from '../../domain/channel-consent.ts';
import {
  consentCommands,
  consentEndsAt,
  endConsent,
  planForConsent,
  keepElectronic,
  takeBounce,
} from '../../domain/channel-consent.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { isActDue } from '../../domain/next-act.ts';
import type { Action } from '../../domain/action-rules.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import { fromDbOrNull, toDb } from '../instants.ts';
import { withOwed } from '../queries/owed-mails.ts';
import type { ReceptionRow } from '../reception-row.ts';
import { consentColumns, consentFrom } from '../reception-row.ts';
import { lifeActor } from './actors.ts';
import type { Actor, NewEvent } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { endBackfillOf } from './carry-out-backfill.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { stillStaff } from './lock-member.ts';
import { owePersonMail } from './owe-person-mail.ts';
import { lockClientCodes } from './write-activation-code.ts';

type State = Owing<ChannelConsent>;

/** A command on a reception as it travels. */
export interface ConsentCommand {
  readonly receptionId: string;
  readonly actor: Actor;
  readonly request: ChangeRequest;
}

/** The life itself acts. */
const consentLife = lifeActor('channel-consent');

/** The mail server has refused a mail for good. */
const mailServer: Actor = { type: 'system', id: 'mail-server' };

/** Goes back to paper, stays, is deactivated, or notes that a mail came back. Refuses `not-found`, `right.missing` and what `consentCommands` refuse. */
export const commandReception =
  (knex: Knex, name: ConsentCommandName) =>
  (command: ConsentCommand): Promise<State> =>
    change(knex, command.request, async (trx) => {
      const { receptionId: id, actor, request } = command;
      const at = request.receivedAt;
      const consent = await lock(trx, id);
      const { check, event } = consentCommands[name];
      orThrow(check(consent));
      const action = byStaff[name];
      if (action !== undefined) await stillStaff(trx, actor, action, { kind: 'reception' });
      const done = await commands[name](trx, consent, at);
      const isAsked = consent.asked === null && done.asked !== null;
      const wakes = { life: 'channel-consent', id };
      const by = { actor, wakes, command: { update: name, updateId: request.id, args: command } };
      return write(trx, done, { ...by, event, mail: mailOf(done, isAsked) }, at);
    });

/** What staff do, or an issuer with them; the rest is the customer's own. */
const byStaff: Readonly<Partial<Record<ConsentCommandName, Action>>> = {
  deactivate: 'client-code.deactivate',
  reportBounce: 'reception.report',
};

const commands: Readonly<
  Record<
    ConsentCommandName,
    (trx: Knex.Transaction, consent: ChannelConsent, at: Instant) => Promise<ChannelConsent>
  >
> = {
  optOut: (trx, consent, at) => end(trx, consent, 'opted-out', at),
  deactivate: (trx, consent, at) => end(trx, consent, 'deactivated', at),
  keep: async (trx, consent) => {
    await trx('reception_bounces').where({ reception_id: consent.id }).delete();
    return keepElectronic(consent);
  },
  reportBounce: async (trx, consent, at) => {
    await trx('reception_bounces').insert({ reception_id: consent.id, bounced_at: toDb(at) });
    return takeBounce(consent, at);
  },
};

/**
 * A mail about its documents was refused for good: a mail that came back, once for each mail by the notice's key. From outside its
 * life, which is told so; of a reception that is over nothing is noted.
 */
export const noteRefusedMail =
  (knex: Knex) =>
  (id: string, noticeKey: string, at: Instant): Promise<null> => {
    const once = createHash('sha256').update(`refused ${noticeKey} ${id}`).digest('hex');
    return change(knex, { id: once, bodyHash: once, receivedAt: at }, async (trx) => {
      const consent = await lock(trx, id);
      const { check, event } = consentCommands.reportBounce;
      if (!check(consent).ok) return null;
      const done = await commands.reportBounce(trx, consent, at);
      const wakes = { life: 'channel-consent-of', id };
      const mail = mailOf(done, consent.asked === null && done.asked !== null);
      await write(trx, done, { actor: mailServer, wakes, event, mail }, at);
      return null;
    });
  };

/** Nobody answered in time: back to paper. Asked again under lock. Returns the row as it stands. */
export const returnToPaper =
  (knex: Knex) =>
  (id: string, at: Instant): Promise<State> =>
    change(knex, null, async (trx) => {
      const consent = await lock(trx, id);
      if (!isActDue(planForConsent(consent), 'return-to-paper', at)) return withOwed(trx, consent);
      const done = await end(trx, consent, 'undeliverable', at);
      return write(trx, done, { actor: consentLife, event: 'undeliverable', mail: 'reception-ended' }, at);
    });

/** Ends the reception of a client code that is locked, if there is one, from outside its life (WF-34): it is told so. */
export async function endReceptionOf(
  trx: Knex.Transaction,
  clientCodeId: string,
  outcome: ConsentOutcome & 'replaced',
  actor: Actor,
  at: Instant,
): Promise<void> {
  const row = await trx('receptions')
    .where({ active_key: clientCodeId })
    .forUpdate()
    .first<ReceptionRow | undefined>();
  if (row === undefined) return;
  const done = await end(trx, await consentFrom(trx, row), outcome, at);
  const wakes = { life: 'channel-consent-of', id: row.id };
  await write(trx, done, { actor, wakes, event: outcome, mail: `reception-${outcome}` }, at);
}

/** The row as it stands. */
export const readReception =
  (knex: Knex) =>
  (id: string): Promise<State> =>
    change(knex, null, async (trx) => withOwed(trx, await lock(trx, id)));

/** Its client code is locked: whatever goes out from here on goes out on paper (insert-documents.ts). */
async function end(
  trx: Knex.Transaction,
  consent: ChannelConsent,
  outcome: ConsentOutcome,
  at: Instant,
): Promise<ChannelConsent> {
  const sent = await trx('issued_documents')
    .where({ client_code_id: consent.clientCodeId, channel: 'electronic' })
    .where('published_at', '>', toDb(at))
    .max<{ last: Date | null }[]>({ last: 'published_at' });
  return endConsent(consent, outcome, consentEndsAt(at, fromDbOrNull(sent[0]?.last ?? null)));
}

/** With its client code locked before it: whatever concerns one customer of an issuer waits its turn there. */
async function lock(trx: Knex.Transaction, id: string): Promise<ChannelConsent> {
  const found = await trx('receptions')
    .where({ id })
    .first<{ client_code_id: string } | undefined>('client_code_id');
  if (found === undefined) throw new Refused(hidden);
  await lockClientCodes(trx, [found.client_code_id]);
  return consentFrom(trx, await trx('receptions').where({ id }).forUpdate().first<ReceptionRow>());
}

function mailOf({ closed }: ChannelConsent, isAsked: boolean): string | null {
  if (closed !== null) return closed.outcome === 'deactivated' ? 'reception-deactivated' : 'reception-ended';
  return isAsked ? 'reception-bounced' : null;
}

async function write(
  trx: Knex.Transaction,
  consent: ChannelConsent,
  {
    event,
    mail,
    ...by
  }: Pick<NewEvent, 'actor' | 'wakes' | 'command'> & { readonly event: string; readonly mail: string | null },
  at: Instant,
): Promise<State> {
  const { id, version, clientCodeId, accountId } = consent;
  await trx('receptions').where({ id }).update(consentColumns(consent));
  if (consent.closed !== null) await endBackfillOf(trx, id, by.actor, at);
  if (mail !== null)
    await owePersonMail(trx, { life: 'channel-consent', lifeId: id, kind: mail, which: version }, at);
  await appendEvent(trx, {
    ...by,
    kind: `reception.${event}`,
    subjectType: 'reception',
    subjectId: id,
    companyId: null,
    at,
    body: { version, clientCodeId, accountId },
  });
  return withOwed(trx, consent);
}
