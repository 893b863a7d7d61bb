/** The work of the sites: their list by day, and one task (WF-10). */
import type { Knex } from 'knex';
import type { CalendarDay, Instant, Zone } from '../../domain/calendar.ts';
import type { MailItem, TaskKind } from '../../domain/mail-item.ts';
import type { Reach } from '../../domain/reach.ts';
import type { FailureReason, TaskState } from '../../domain/site-task.ts';
import { fromDbOrNull } from '../instants.ts';
import type { ContextRow } from '../mail-item-context.ts';
import { contextColumns, contextFrom, joinContext } from '../mail-item-context.ts';
import type { MailItemRow } from '../mail-item-row.ts';
import { mailItemFrom } from '../mail-item-row.ts';
import { policyOf } from '../policy-sets.ts';

/** Where to send, as it was valid when the forwarding was released. */
export interface ShippingAddress {
  readonly recipient: string;
  readonly street: string;
  readonly extra: string | null;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

/** A task and the mail item it is about, as both now stand. */
export interface SiteTask {
  readonly id: string;
  readonly companyId: string;
  readonly postboxId: string;
  readonly siteId: string;
  readonly kind: TaskKind;
  readonly dueOn: CalendarDay;
  readonly state: TaskState;
  readonly isOpen: boolean;
  readonly address: ShippingAddress | null;
  readonly item: MailItem;
  readonly labels: { readonly siteReference: string; readonly postboxNumber: string };
  readonly begunAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly report: TaskReport;
}

/** How it ended, in the words of the site. */
export interface TaskReport {
  readonly happenedAt: Instant | null;
  readonly carrier: string | null;
  readonly tracking: string | null;
  readonly postageCents: number | null;
  readonly collectedBy: string | null;
  readonly destroyedHow: string | null;
  readonly failureReason: FailureReason | null;
  readonly note: string | null;
}

export interface SiteTaskFilter {
  /** Due on that day or before it, by the site's own calendar. */
  readonly dueBy: (siteZone: Zone) => CalendarDay;
  readonly kind: TaskKind | null;
  /** Null for all that are open: planned or begun. */
  readonly state: TaskState | null;
  readonly limit: number;
  readonly after: readonly [dueOn: CalendarDay, id: string] | null;
}

/** The work list within reach, by day, then in the order in which the tasks were made. */
export async function siteTasks(
  knex: Knex,
  reach: Reach,
  { dueBy, kind, state, limit, after }: SiteTaskFilter,
): Promise<readonly SiteTask[]> {
  const sites: { id: string; zone: Zone }[] = await knex('sites')
    .modify((query) => {
      if (!reach.everything) void query.whereIn('id', [...reach.siteIds]);
    })
    .select('id', 'zone');
  const rows = (await taskRows(knex)
    .where((any) => {
      any.whereRaw('FALSE');
      for (const { id, zone } of sites)
        any.orWhere((one) => void one.where('w.site_id', id).where('w.due_on', '<=', dueBy(zone)));
    })
    .modify((query) => {
      if (state === null) void query.whereNotNull('w.open_key');
      else void query.where('w.state', state);
      if (kind !== null) void query.where('w.kind', kind);
      if (after !== null) void query.whereRaw('(w.due_on, w.id) > (?, ?)', [...after]);
    })
    .orderBy([{ column: 'w.due_on' }, { column: 'w.id' }])
    .limit(limit)) as TaskRow[];
  return Promise.all(rows.map((row) => taskFrom(knex, row)));
}

/** The task of that id, or null. */
export async function siteTaskById(knex: Knex, id: string): Promise<SiteTask | null> {
  const row = await taskRows(knex).where('w.id', id).first<TaskRow | undefined>();
  return row === undefined ? null : taskFrom(knex, row);
}

type TaskRow = MailItemRow &
  ContextRow & {
    readonly w_id: string;
    readonly w_kind: TaskKind;
    readonly w_due_on: CalendarDay;
    readonly w_state: TaskState;
    readonly w_closed_at: Date | null;
    readonly address: string | null;
    readonly begun_at: Date | null;
    readonly happened_at: Date | null;
    readonly carrier: string | null;
    readonly tracking: string | null;
    readonly postage_cents: number | null;
    readonly collected_by: string | null;
    readonly destroyed_how: string | null;
    readonly failure_reason: FailureReason | null;
    readonly note: string | null;
    readonly postbox_number: string;
  };

function taskRows(knex: Knex): Knex.QueryBuilder {
  return joinContext(knex)
    .join('site_tasks as w', 'w.mail_item_id', 'i.id')
    .select('i.*', 'p.number as postbox_number', ...contextColumns(knex))
    .select('w.id as w_id', 'w.kind as w_kind', 'w.due_on as w_due_on', 'w.state as w_state')
    .select(
      'w.closed_at as w_closed_at',
      'w.address',
      'w.begun_at',
      'w.happened_at',
      'w.carrier',
      'w.tracking',
    )
    .select('w.postage_cents', 'w.collected_by', 'w.destroyed_how', 'w.failure_reason', 'w.note');
}

async function taskFrom(knex: Knex, row: TaskRow): Promise<SiteTask> {
  return {
    id: row.w_id,
    companyId: row.company_id,
    postboxId: row.postbox_id,
    siteId: row.site_id,
    kind: row.w_kind,
    dueOn: row.w_due_on,
    state: row.w_state,
    isOpen: row.w_closed_at === null,
    address: addressIn(row.address),
    item: mailItemFrom(row, contextFrom(row, row, await policyOf(knex, row.policy_set_id))),
    labels: { siteReference: row.site_reference, postboxNumber: row.postbox_number },
    begunAt: fromDbOrNull(row.begun_at),
    closedAt: fromDbOrNull(row.w_closed_at),
    report: {
      happenedAt: fromDbOrNull(row.happened_at),
      carrier: row.carrier,
      tracking: row.tracking,
      postageCents: row.postage_cents,
      collectedBy: row.collected_by,
      destroyedHow: row.destroyed_how,
      failureReason: row.failure_reason,
      note: row.note,
    },
  };
}

function addressIn(text: string | null): ShippingAddress | null {
  const found = JSON.parse(text ?? 'null') as
    (Omit<ShippingAddress, 'postalCode'> & { readonly postal_code: string }) | null;
  if (found === null) return null;
  const { recipient, street, extra, postal_code: postalCode, city, country } = found;
  return { recipient, street, extra, postalCode, city, country };
}
