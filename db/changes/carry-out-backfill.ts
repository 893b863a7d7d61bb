/** The past of a reception comes page by page (WF-36): each page is one change, and what is interrupted goes on from its row. */
import type { Knex } from 'knex';
import type { CalendarDay, Instant } from '../../domain/calendar.ts';
import { dayOf } from '../../domain/calendar.ts';
import type { BackfillCommandName, HistoryBackfill, ShownPage } from '../../domain/history-backfill.ts';
import { backfillCommands, dropRest, planForBackfill, takePage } from '../../domain/history-backfill.ts';
import type { Sight } from '../../domain/issued-document.ts';
import { historyFloor } from '../../domain/issued-document.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import type { HistoryBackfillRow } from '../history-backfill-row.ts';
import { backfillColumns, backfillFrom } from '../history-backfill-row.ts';
import { documentPolicyInForce } from '../policy-sets.ts';
import { withOwed } from '../queries/owed-mails.ts';
import { readings } from '../queries/readers.ts';
import { sightsOf } from '../queries/sights.ts';
import { lifeActor } from './actors.ts';
import type { Actor, NewEvent } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { markAsRead, newlySeen } from './arrive-as-read.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { lockAccount } from './lock-accounts.ts';
import { operatorOnly } from './lock-member.ts';
import { owePersonMail } from './owe-person-mail.ts';

type State = Owing<HistoryBackfill>;

/** The life itself acts. */
const backfillLife = lifeActor('history-backfill');

/** A command of staff on a back-fill as it travels. */
export interface BackfillCommand {
  readonly backfillId: string;
  readonly actor: Actor;
  readonly request: ChangeRequest;
}

/**
 * One page: from where the last one ended to the day on which the policy's number of documents is reached. They arrive as
 * read, for the main contact and for everybody who has the number ticked. Asked again under lock whether one is due.
 */
export const showHistoryPage =
  (knex: Knex) =>
  (id: string, at: Instant): Promise<State> =>
    change(knex, null, async (trx) => {
      const locked = await lock(trx, id);
      const { backfill } = locked;
      if (planForBackfill(backfill) === null) return withOwed(trx, backfill);
      const page = await showPage(trx, locked, at);
      const done = takePage(backfill, page, at);
      const isOver = done.closed !== null;
      const mail = isOver && done.shown > 0 ? 'history-shown' : null;
      const told = { actor: backfillLife, event: isOver ? 'completed' : 'continued', mail };
      return write(trx, done, told, at);
    });

/** Staff pause it, let it go on, or drop what is left. Refuses `not-found`, `right.missing` and what `backfillCommands` refuse. */
export const commandBackfill =
  (knex: Knex, name: BackfillCommandName) =>
  (command: BackfillCommand): Promise<State> =>
    change(knex, command.request, async (trx) => {
      const { backfillId: id, actor, request } = command;
      const at = request.receivedAt;
      const { backfill } = await lock(trx, id);
      const { check, event, apply } = backfillCommands[name];
      orThrow(check(backfill));
      await operatorOnly(trx, actor, 'reception.backfill');
      const done = apply(backfill, at);
      const wakes = { life: 'history-backfill', id };
      const by = { actor, wakes, command: { update: name, updateId: request.id, args: command } };
      const mail = done.closed !== null && done.shown > 0 ? 'history-shown' : null;
      return write(trx, done, { ...by, event, mail }, at);
    });

/** The row as it stands: its reception has ended. */
export const readBackfill =
  (knex: Knex) =>
  (id: string): Promise<State> =>
    change(knex, null, async (trx) => withOwed(trx, (await lock(trx, id)).backfill));

/** With its reception ends what was still to come of it; what came stays. The reception is locked by the caller. */
export async function endBackfillOf(
  trx: Knex.Transaction,
  receptionId: string,
  actor: Actor,
  at: Instant,
): Promise<void> {
  const row = await trx('history_backfills')
    .where({ reception_id: receptionId, closed_at: null })
    .forUpdate()
    .first<HistoryBackfillRow | undefined>();
  if (row === undefined) return;
  const wakes = { life: 'history-backfill-of', id: row.id };
  const ended = dropRest(await backfillFrom(trx, row), at);
  await write(trx, ended, { actor, wakes, event: 'ended', mail: null }, at);
}

interface ReceptionRow {
  readonly id: string;
  readonly account_id: string;
  readonly client_code_id: string;
  readonly brand_id: string;
}

interface Locked {
  readonly backfill: HistoryBackfill;
  readonly reception: ReceptionRow;
  readonly mainContactId: string;
}

/** With its account and its reception locked before it: who ticks a number waits for the page, and the other way round. */
async function lock(trx: Knex.Transaction, id: string): Promise<Locked> {
  const found = await trx('history_backfills as h')
    .join('receptions as r', 'r.id', 'h.reception_id')
    .where('h.id', id)
    .first<{ account_id: string; reception_id: string } | undefined>('r.account_id', 'h.reception_id');
  if (found === undefined) throw new Refused(hidden);
  const before = await lockAccount(trx, found.account_id);
  const reception = await trx('receptions')
    .where({ id: found.reception_id })
    .forUpdate()
    .first<ReceptionRow>();
  // A merge that this has waited for may have moved it: its past comes to who has it now (WF-37).
  const account = reception.account_id === before.id ? before : await lockAccount(trx, reception.account_id);
  const row = await trx('history_backfills').where({ id }).forUpdate().first<HistoryBackfillRow>();
  return { backfill: await backfillFrom(trx, row), reception, mainContactId: account.main_contact_id };
}

async function showPage(
  trx: Knex.Transaction,
  { backfill, reception, mainContactId }: Locked,
  at: Instant,
): Promise<ShownPage> {
  const { pageDocuments } = backfill.terms;
  const whole = await wholeSight(trx, reception, at);
  const others = (await readersIn(trx, reception)).filter((id) => id !== mainContactId);
  const before = await sightsOf(trx, mainContactId, at);
  const toCome = () => newlySeen(trx, before, [whole], at);
  const [counted] = await toCome().count<{ n: number | string }[]>({ n: '*' });
  const remaining = Number(counted?.n ?? 0);
  const last: { issued_on: CalendarDay } | undefined = await toCome()
    .orderBy([{ column: 'd.issued_on', order: 'desc' }])
    .offset(pageDocuments - 1)
    .first('d.issued_on');
  const reachedOn = remaining <= pageDocuments ? whole.floorOn : (last?.issued_on ?? whole.floorOn);
  const shown: { id: string; issued_on: CalendarDay }[] = await toCome()
    .where('d.issued_on', '>=', reachedOn)
    .orderBy('d.issued_on')
    .select('d.id', 'd.issued_on');
  await markAsRead(
    trx,
    mainContactId,
    shown.map((each) => each.id),
    at,
  );
  for (const userId of others) {
    const seen = newlySeen(trx, await sightsOf(trx, userId, at), [{ ...whole, floorOn: reachedOn }], at);
    await markAsRead(trx, userId, await seen.pluck('d.id'), at);
  }
  return { count: shown.length, oldestOn: shown[0]?.issued_on ?? null, remaining, reachedOn };
}

/** Everything that will be seen through this reception once its whole past has come. */
async function wholeSight(trx: Knex.Transaction, reception: ReceptionRow, at: Instant): Promise<Sight> {
  const { brand_id: brandId, client_code_id: clientCodeId } = reception;
  const { history, zone } = await documentPolicyInForce(trx, brandId, at);
  const client = await trx('client_codes')
    .where({ id: clientCodeId })
    .first<{ contract_started_on: CalendarDay | null }>('contract_started_on');
  const floorOn = historyFloor(history, client.contract_started_on, dayOf(at, zone));
  return { clientCodeId, floorOn, endedAt: null, history: null };
}

/** Everybody who reads this number through the account. */
async function readersIn(
  trx: Knex.Transaction,
  { account_id: accountId, client_code_id: code }: ReceptionRow,
): Promise<readonly string[]> {
  const through = await readings(trx, [code]);
  return [
    ...new Set(through.filter((each) => each.accountId === accountId).map(({ userId }) => userId)),
  ].sort();
}

async function write(
  trx: Knex.Transaction,
  backfill: HistoryBackfill,
  told: Pick<NewEvent, 'actor' | 'wakes' | 'command'> & {
    readonly event: string;
    readonly mail: string | null;
  },
  at: Instant,
): Promise<State> {
  const { event, mail, ...by } = told;
  const { id, receptionId, version, shown, reachedOn } = backfill;
  await trx('history_backfills').where({ id }).update(backfillColumns(backfill));
  if (mail !== null) await owePersonMail(trx, { life: 'history-backfill', lifeId: id, kind: mail }, at);
  await appendEvent(trx, {
    ...by,
    kind: `history-backfill.${event}`,
    subjectType: 'history-backfill',
    subjectId: id,
    companyId: null,
    at,
    body: { version, receptionId, shown, reachedOn },
  });
  return withOwed(trx, backfill);
}
