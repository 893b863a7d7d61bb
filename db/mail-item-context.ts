/** What a mail item's rules need beside its own row: policy, site calendar, box settings, address, task, mails owed. */
import type { Knex } from 'knex';
import type { SiteCalendar } from '../domain/calendar.ts';
import type { DecisionKind, MailItem, Notice, NoticeKind, Task, TaskKind } from '../domain/mail-item.ts';
import type { Policy } from '../domain/policy.ts';
import { policyOf } from './policy-sets.ts';

export interface MailItemContext {
  readonly brand: string;
  readonly policy: Policy;
  readonly site: MailItem['site'];
  readonly allowed: readonly DecisionKind[];
  readonly destinationCountry: string | null;
  readonly task: Task | null;
  readonly remindedFor: readonly string[];
  readonly toTell: readonly Notice[];
}

export interface ContextRow {
  readonly brand_key: string;
  readonly site_zone: string;
  readonly site_country: string;
  readonly cut_off: string;
  readonly working_weekdays: string;
  readonly closed_days: string | null;
  readonly allowed_decisions: string;
  readonly destination_country: string | null;
  readonly task_address: string | null;
  readonly task_kind: TaskKind | null;
  readonly task_due_on: string | null;
  readonly task_state: 'planned' | 'begun' | null;
  readonly owed: string | null;
}

/** What must be known of the item's own row. */
interface OwnRow {
  readonly id: string;
  readonly policy_set_id: string;
}

/** One query: in a command it runs under the row's lock, and every round trip there is paid by all who wait. */
export async function mailItemContext(knex: Knex, row: OwnRow): Promise<MailItemContext> {
  const found = await joinContext(knex)
    .where('i.id', row.id)
    .first<ContextRow | undefined>(...contextColumns(knex));
  if (found === undefined) throw new Error(`mail item ${row.id} has no brand, site or postbox`);
  return contextFrom(row, found, await policyOf(knex, row.policy_set_id));
}

/** The context as it was read by `contextColumns`. */
export function contextFrom({ id }: OwnRow, found: ContextRow, policy: Policy): MailItemContext {
  const notices = noticesIn(found.owed, id);
  return {
    brand: found.brand_key,
    policy,
    site: siteCalendarFrom(found),
    allowed: found.allowed_decisions.split(',') as DecisionKind[],
    destinationCountry: fixedCountry(found) ?? found.destination_country,
    task:
      found.task_kind === null || found.task_due_on === null || found.task_state === null
        ? null
        : { kind: found.task_kind, dueOn: found.task_due_on, state: found.task_state },
    remindedFor: notices.filter(({ kind }) => kind === 'reminder').map(({ detail }) => detail),
    toTell: notices.filter(({ isTold }) => !isTold).map(({ key, kind }) => ({ key, kind })),
  };
}

/** `mail_items` as `i` with what surrounds it: brand `b`, site `s`, postbox `p`, forwarding address `a`, open task `t`. */
export function joinContext(knex: Knex): Knex.QueryBuilder {
  return knex('mail_items as i')
    .join('brands as b', 'b.id', 'i.brand_id')
    .join('sites as s', 's.id', 'i.site_id')
    .join('postboxes as p', 'p.id', 'i.postbox_id')
    .leftJoin('postbox_addresses as a', (on) => {
      on.on('a.postbox_id', 'i.postbox_id').andOnVal('a.kind', 'forwarding');
    })
    .leftJoin('site_tasks as t', 't.open_key', 'i.id');
}

/**
 * All closed days that are known from the day of publication on: holds may make a life last longer than any bound one
 * could set. The day before belongs to it, for west of UTC the site's day of publication is still that one.
 */
export function contextColumns(knex: Knex): readonly (string | Knex.Raw)[] {
  return [
    'b.brand_key',
    's.zone as site_zone',
    's.country as site_country',
    's.cut_off',
    's.working_weekdays',
    'p.allowed_decisions',
    'a.country as destination_country',
    't.address as task_address',
    't.kind as task_kind',
    't.due_on as task_due_on',
    't.state as task_state',
    knex.raw(
      `(SELECT GROUP_CONCAT(d.closed_on ORDER BY d.closed_on) FROM site_closed_days d
         WHERE d.site_id = i.site_id
           AND d.closed_on >= DATE(i.published_at) - INTERVAL 1 DAY) AS closed_days`,
    ),
    knex.raw(
      `(SELECT GROUP_CONCAT(CONCAT(IF(n.told_at IS NULL, '-', '+'), n.notice_key) ORDER BY n.owed_at, n.notice_key)
          FROM notices n WHERE n.mail_item_id = i.id AND (n.told_at IS NULL OR n.kind = 'reminder')) AS owed`,
    ),
  ];
}

/** From the release on the address on the task counts, whatever becomes of the box's (PP-10). */
function fixedCountry({ task_address: address }: ContextRow): string | null {
  if (address === null) return null;
  return (JSON.parse(address) as { readonly country?: string } | null)?.country ?? null;
}

function siteCalendarFrom(found: ContextRow): SiteCalendar & { readonly country: string } {
  return {
    zone: found.site_zone,
    country: found.site_country,
    cutOff: found.cut_off,
    workingWeekdays: found.working_weekdays.split(',').map(Number),
    closedDays: found.closed_days?.split(',') ?? [],
  };
}

interface OwedNotice extends Notice {
  readonly isTold: boolean;
  readonly detail: string;
}

/** A key reads `mail-item/<id>/<kind>/<detail>`; the mark in front tells whether it has been told. */
function noticesIn(owed: string | null, itemId: string): readonly OwedNotice[] {
  if (owed === null) return [];
  const prefix = `mail-item/${itemId}/`.length;
  return owed.split(',').map((marked) => {
    const key = marked.slice(1);
    const [kind = '', ...detail] = key.slice(prefix).split('/');
    return { key, kind: kind as NoticeKind, isTold: marked.startsWith('+'), detail: detail.join('/') };
  });
}
