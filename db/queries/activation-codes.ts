/** Activation codes as their lives, their issuer and who enters them see them (WF-30). */
import type { Knex } from 'knex';
import type {
  ActivationCode,
  AnnouncementChannel,
  CodeStage,
  EntryFault,
} from '../../domain/activation-code.ts';
import type { CalendarDay, Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import type { Reach } from '../../domain/reach.ts';
import type { ActivationCodeRow } from '../activation-code-row.ts';
import { activationCodeFrom } from '../activation-code-row.ts';
import { fromDb } from '../instants.ts';
import { ofClientCode } from './issuers.ts';
import { withOwed } from './owed-mails.ts';

/** The code as it stands, or null. */
export async function activationCodeById(knex: Knex, id: string): Promise<Owing<ActivationCode> | null> {
  const row = await knex('activation_codes').where({ id }).first<ActivationCodeRow | undefined>();
  return row === undefined ? null : withOwed(knex, await activationCodeFrom(knex, row));
}

export interface SeenCode {
  readonly code: ActivationCode;
  readonly clientCode: string;
  readonly batchId: string;
}

type SeenRow = ActivationCodeRow & { readonly client_code: string };

const seen = async (knex: Knex, row: SeenRow): Promise<SeenCode> => ({
  code: await activationCodeFrom(knex, row),
  clientCode: row.client_code,
  batchId: row.batch_id,
});

const codes = (knex: Knex): Knex.QueryBuilder =>
  knex('activation_codes as a')
    .join('client_codes as c', 'c.id', 'a.client_code_id')
    .select('a.*', 'c.code as client_code');

export async function seenCode(knex: Knex, id: string): Promise<SeenCode | null> {
  const row = await codes(knex).where('a.id', id).first<SeenRow | undefined>();
  return row === undefined ? null : seen(knex, row);
}

export interface CodeFilter {
  readonly stage?: CodeStage | undefined;
  readonly clientCode?: string | undefined;
  readonly batchId?: string | undefined;
}

/** Within the reach, the latest first; `after` is where the page before ended. */
export async function seenCodes(
  knex: Knex,
  reach: Reach,
  { stage, clientCode, batchId }: CodeFilter,
  { limit, after }: { readonly limit: number; readonly after: string | null },
): Promise<readonly SeenCode[]> {
  const rows = (await codes(knex)
    .modify((query) => {
      if (!reach.everything) void query.whereIn('a.issuer_id', [...reach.issuerIds]);
      if (stage !== undefined) void query.where('a.stage', stage);
      if (clientCode !== undefined) void query.where('c.code', clientCode);
      if (batchId !== undefined) void query.where('a.batch_id', batchId);
      if (after !== null) void query.where('a.id', '<', after);
    })
    .orderBy('a.id', 'desc')
    .limit(limit)) as SeenRow[];
  return Promise.all(rows.map((row) => seen(knex, row)));
}

export interface SeenAnnouncement {
  readonly on: CalendarDay;
  readonly channel: AnnouncementChannel;
  readonly reportedAt: Instant;
}

/** In the order of their days. */
export async function announcementsOf(knex: Knex, codeId: string): Promise<readonly SeenAnnouncement[]> {
  const rows: { announced_on: string; channel: AnnouncementChannel; reported_at: Date }[] = await knex(
    'code_announcements',
  )
    .where({ code_id: codeId })
    .orderBy(['announced_on', 'channel'])
    .select('announced_on', 'channel', 'reported_at');
  return rows.map((row) => ({
    on: row.announced_on,
    channel: row.channel,
    reportedAt: fromDb(row.reported_at),
  }));
}

/** When the code was entered in vain of late, and why: the issuer can tell its customer what to do. */
export async function refusedEntriesOf(
  knex: Knex,
  codeId: string,
): Promise<readonly { readonly at: Instant; readonly reason: EntryFault }[]> {
  const rows: { occurred_at: Date; body: string }[] = await knex('events')
    .where({
      subject_type: 'activation-code',
      subject_id: codeId,
      kind: 'activation-code.entry-refused',
    })
    .orderBy('id', 'desc')
    .limit(20)
    .select('occurred_at', 'body');
  return rows.map(({ occurred_at: at, body }) => ({
    at: fromDb(at),
    reason: (JSON.parse(body) as { fault: EntryFault }).fault,
  }));
}

export interface EnteredCode {
  readonly code: ActivationCode;
  readonly brandId: string;
  readonly clientCode: string;
  readonly companyName: string;
  readonly language: string;
  readonly issuerName: string;
  /** In which account its client code is received by now. */
  readonly receivedIn: string | null;
}

/**
 * The code of these hashes with all that decides about it, in one statement whatever there is to be found: it takes no
 * longer to find out that there is none.
 */
export async function enteredCode(knex: Knex, hashes: readonly string[]): Promise<EnteredCode | null> {
  const row: (SeenRow & Record<string, string | null>) | undefined = await knex('activation_codes as a')
    .join('client_codes as c', 'c.id', 'a.client_code_id')
    .join('issuer_prefixes as p', ofClientCode)
    .leftJoin('receptions as r', 'r.active_key', 'c.id')
    .whereIn('a.code_hash', [...hashes])
    .first(
      'a.*',
      'c.code as client_code',
      'c.company_name',
      'c.language',
      'p.name',
      'r.account_id as received_in',
    );
  if (row === undefined) return null;
  return {
    code: await activationCodeFrom(knex, row),
    brandId: row.brand_id,
    clientCode: row.client_code,
    companyName: row['company_name'] ?? '',
    language: row['language'] ?? '',
    issuerName: row['name'] ?? '',
    receivedIn: row['received_in'] ?? null,
  };
}
