/** I2: each charge once, equal to an independent answer. I3: the books balance. I9: nothing early, nothing undue. */
import type { Knex } from 'knex';
import { chargesOf, ledgerCheck } from '../../../db/queries/ledger.ts';
import { mailItemById } from '../../../db/queries/mail-item.ts';
import type { MailItem } from '../../../domain/mail-item.ts';
import type { Product } from '../product.ts';
import type { Said } from '../storage-reference.ts';
import { referenceCharges } from '../storage-reference.ts';
import { TOLERANCE_MS } from './lives.ts';

interface Told {
  readonly kind: string;
  readonly at: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each kind tells its own facts
  readonly body: any;
}

export async function checkMoney({ knex }: Product): Promise<string[]> {
  const { sumCents, unbalanced } = await ledgerCheck(knex);
  const wrong = unbalanced.map((key) => `I3: ${key} does not balance`);
  if (sumCents !== 0) wrong.push(`I3: the books sum to ${sumCents}`);
  const ids: string[] = await knex('mail_items').pluck('id');
  for (const id of ids) wrong.push(...(await faultsOf(knex, id)));
  return wrong;
}

async function faultsOf(knex: Knex, id: string): Promise<string[]> {
  const found = await mailItemById(knex, id);
  if (found === null) return [];
  const { item } = found;
  const told = await toldOf(knex, id);
  const { lines, totalCents } = await chargesOf(knex, 'mail-item', id);
  const reversed = new Set(lines.map(({ naturalKey }) => naturalKey.replace(/\/reversal$/, '')));
  const storage = lines.filter(({ kind, amountCents }) => kind === 'storage' && amountCents > 0);
  const kept = storage.filter(
    ({ naturalKey }) => !lines.some((line) => line.naturalKey === `${naturalKey}/reversal`),
  );
  const charged = kept.map(({ naturalKey }) => naturalKey.split('/').at(-1)).join();
  const expected = expectedOf(item, told).join();
  const wrong: string[] = [];
  if (charged !== expected)
    wrong.push(`I2: ${id} was charged for periods [${charged}], expected [${expected}]`);
  if (reversed.size + countOf(lines, '/reversal') !== lines.length)
    wrong.push(`I2: ${id} has a charge twice`);
  if (storage.some(({ amountCents }) => amountCents !== item.policy.storage.periodCents))
    wrong.push(`I2: ${id} was charged another price`);
  if (totalCents !== item.costCents)
    wrong.push(`I3: ${id} costs ${item.costCents}, its lines say ${totalCents}`);
  return [...wrong, ...undue(item, told, storage.length)];
}

const countOf = (lines: readonly { naturalKey: string }[], end: string) =>
  lines.filter(({ naturalKey }) => naturalKey.endsWith(end)).length;

/** The periods that should have been charged by now; a timer has a moment, and time given for our lateness runs on. */
function expectedOf(item: MailItem, told: readonly Told[]): number[] {
  const by = Date.now() - TOLERANCE_MS;
  const given = told.filter(
    ({ kind, body }) => kind === 'mail-item.storage-late' && Date.parse(body.until) > by,
  );
  return referenceCharges(item, told.flatMap(saidBy))
    .filter(({ start, period }) => start < by && !given.some(({ body }) => body.period === period))
    .map(({ period }) => period);
}

function saidBy({ kind, at, body }: Told): Said[] {
  switch (kind) {
    case 'mail-item.decided':
      return [{ kind: 'decision', at: Date.parse(body.receivedAt), asked: body.decision }];
    case 'mail-item.task-begun':
      return [{ kind: 'begin', at }];
    case 'mail-item.task-completed':
      return [{ kind: 'completion', at, happenedAt: Date.parse(body.happenedAt) }];
    case 'mail-item.storage-late':
      return [{ kind: 'back', at, awaySince: at - (Number(body.lateMinutes) + 1) * 60_000 }];
    default:
      return [];
  }
}

function undue(item: MailItem, told: readonly Told[], storageLines: number): string[] {
  const early = told.filter(({ kind, at, body }) => {
    return kind === 'mail-item.storage-charged' && at < Date.parse(body.startsAt);
  });
  const wrong = early.map(
    ({ body }) => `I9: ${item.id} was charged for period ${body.period} before it began`,
  );
  const decided = told.filter(({ kind }) => kind === 'mail-item.decided').at(-1)?.body;
  const isFree =
    ['forward-now', 'destroy'].includes(decided?.decision.kind) && decided.receivedAt <= item.dueAt;
  return isFree && storageLines > 0 ? [...wrong, `I9: ${item.id} was decided in time and charged`] : wrong;
}

async function toldOf(knex: Knex, id: string): Promise<Told[]> {
  const rows: { kind: string; occurred_at: Date; body: string }[] = await knex('events')
    .where({ subject_id: id })
    .orderBy('seq')
    .select('kind', 'occurred_at', 'body');
  return rows.map(({ kind, occurred_at, body }) => ({
    kind,
    at: occurred_at.getTime(),
    body: JSON.parse(body),
  }));
}
