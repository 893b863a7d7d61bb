import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import { endOfDaysAfter } from '../../domain/calendar.ts';
import { takeDecision } from '../../domain/decision.ts';
import type { MailItem, MailItemState } from '../../domain/mail-item.ts';
import { owing } from '../../domain/outcome.ts';
import type { Format } from '../../domain/policy.ts';
import { hidden, orThrow, Refused, refuseState, refuseValue } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import type { MailItemContext } from '../mail-item-context.ts';
import { mailItemContext } from '../mail-item-context.ts';
import type { MailItemRow } from '../mail-item-row.ts';
import { columnsOf, mailItemFrom } from '../mail-item-row.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { stateOf } from './write-mail-item.ts';
import { syncSiteTask } from './sync-site-task.ts';

/** A scan that has been checked, sealed and stored; instants in UTC, weight in grams. */
export interface ReceivedScan {
  readonly itemId: string;
  readonly siteId: string;
  readonly postboxNumber: string;
  readonly siteReference: string;
  readonly addresseeId: string | null;
  readonly senderLine: string | null;
  readonly receivedAt: Instant;
  readonly weightGrams: number;
  readonly format: Format;
  readonly pageCount: number;
  readonly blob: { readonly id: string; readonly wrappedKey: string; readonly sha256: string; readonly bytes: number };
}

/** The answer to a site: which item the scan became, and whether it had been handed in before. */
export interface ReceivedMailItem {
  readonly itemId: string;
  readonly isNew: boolean;
  readonly state: MailItemState;
}

/**
 * A scan arrives (PP-06): row, document, event and mails owed in one transaction; the commit is the publication from
 * which the decision period counts. The same reference with the same content is the same item.
 * Refuses `intake.unknown-postbox`, `intake.closed-postbox`, `intake.unknown-addressee`, `intake.reference-taken`.
 */
export const receiveMailItem =
  (knex: Knex) =>
  (scan: ReceivedScan, actor: Actor, at: Instant, request: ChangeRequest): Promise<ReceivedMailItem> =>
    change(knex, request, async (trx) => {
      const postbox = await openPostbox(trx, scan);
      const earlier = await sameReference(trx, scan);
      if (earlier) return earlier;
      await insertRows(trx, scan, postbox, at);
      const item = await publish(trx, scan, at);
      await appendEvent(trx, {
        kind: 'mail-item.received',
        subjectType: 'mail-item',
        subjectId: item.id,
        companyId: item.companyId,
        actor,
        at,
        body: { postboxId: item.postboxId, siteId: item.siteId, scanSha256: scan.blob.sha256, dueAt: item.dueAt },
        wakes: { life: 'mail-item', id: item.id },
      });
      return { itemId: item.id, isNew: true, state: stateOf(item) };
    });

interface PostboxRow {
  readonly id: string;
  readonly brand_id: string;
  readonly company_id: string;
  readonly primary_option: MailItem['primaryOption'];
  readonly default_manner: string;
  readonly closed_at: Date | null;
}

/** Boxes of another site's brand are as unknown to a site as those that do not exist. */
async function openPostbox(trx: Knex.Transaction, scan: ReceivedScan): Promise<PostboxRow> {
  const postbox = await trx('postboxes')
    .where({ number: scan.postboxNumber, site_id: scan.siteId })
    .first<PostboxRow | undefined>();
  if (!postbox) throw new Refused(refuseValue('intake.unknown-postbox', { field: 'postbox' }));
  if (postbox.closed_at) throw new Refused(refuseState('intake.closed-postbox', { field: 'postbox' }));
  if (scan.addresseeId === null) return postbox;
  const addressee = await trx('addressees')
    .where({ id: scan.addresseeId, postbox_id: postbox.id, removed_at: null })
    .first('id');
  orThrow(addressee ? { ok: true } : refuseValue('intake.unknown-addressee', { field: 'addresseeId' }));
  return postbox;
}

async function sameReference(trx: Knex.Transaction, scan: ReceivedScan): Promise<ReceivedMailItem | null> {
  const row = await trx('mail_items')
    .where({ site_id: scan.siteId, site_reference: scan.siteReference })
    .first<MailItemRow | undefined>();
  if (!row) return null;
  if (row.scan_sha256 !== scan.blob.sha256) {
    throw new Refused(refuseState('intake.reference-taken', { field: 'siteReference', mailItemId: row.id }));
  }
  const item = mailItemFrom(row, await mailItemContext(trx, row));
  return { itemId: row.id, isNew: false, state: stateOf(item) };
}

async function insertRows(trx: Knex.Transaction, scan: ReceivedScan, postbox: PostboxRow, at: Instant): Promise<void> {
  const policySet = await trx('policy_sets')
    .where({ brand_id: postbox.brand_id })
    .where('effective_from_at', '<=', toDb(at))
    .orderBy('effective_from_at', 'desc')
    .first<{ id: string; version: number; policy: string } | undefined>();
  if (!policySet) throw new Error(`brand ${postbox.brand_id} has no policy in force`);
  await trx('blobs').insert({
    id: scan.blob.id,
    company_id: postbox.company_id,
    wrapped_key: scan.blob.wrappedKey,
    sha256: scan.blob.sha256,
    bytes: scan.blob.bytes,
    created_at: toDb(at),
  });
  await trx('mail_items').insert({
    id: scan.itemId,
    brand_id: postbox.brand_id,
    company_id: postbox.company_id,
    postbox_id: postbox.id,
    site_id: scan.siteId,
    policy_set_id: policySet.id,
    site_reference: scan.siteReference,
    scan_sha256: scan.blob.sha256,
    addressee_id: scan.addresseeId,
    sender_line: scan.senderLine,
    weight_grams: scan.weightGrams,
    format: scan.format,
    received_at: toDb(scan.receivedAt),
    published_at: toDb(at),
    primary_option: postbox.primary_option,
    stage: 'undecided',
    version: 1,
    due_at: toDb(at),
    due_rule: '',
    undecided_since_at: toDb(at),
    next_period: 1,
    charged_periods: 0,
    cost_cents: 0,
  });
  await trx('documents').insert({
    id: uuidv7(),
    company_id: postbox.company_id,
    postbox_id: postbox.id,
    mail_item_id: scan.itemId,
    blob_id: scan.blob.id,
    page_count: scan.pageCount,
    location: 'inbox',
    version: 1,
    changed_at: toDb(at),
  });
}

/** Starts the clock: due instant with the rule behind it, the box's primary option, the arrival mail. */
async function publish(trx: Knex.Transaction, scan: ReceivedScan, at: Instant): Promise<MailItem> {
  const row = await trx('mail_items').where({ id: scan.itemId }).first<MailItemRow | undefined>();
  if (!row) throw new Refused(hidden);
  const context = await mailItemContext(trx, row);
  const blank = mailItemFrom(row, context);
  const { decisionDays, zone, version } = context.policy;
  const due = { ...blank, dueAt: endOfDaysAfter(at, decisionDays, zone) };
  const item = owing(await withPrimaryOption(trx, due, context, at), 'arrived', 1);
  await trx('mail_items')
    .where({ id: item.id })
    .update({ ...columnsOf(item), due_rule: `PP-09: ${String(decisionDays)} calendar days, ${zone}, policy ${String(version)}` });
  await syncSiteTask(trx, blank, item, at);
  await trx('notices').insert(
    item.toTell.map(({ key, kind }) => ({ notice_key: key, mail_item_id: item.id, kind, owed_at: toDb(at) })),
  );
  return item;
}

/** Boxes that forward everything have their decision recorded at intake, changeable until its cut-off (PP-02). */
async function withPrimaryOption(
  trx: Knex.Transaction,
  item: MailItem,
  context: MailItemContext,
  at: Instant,
): Promise<MailItem> {
  if (item.primaryOption !== 'forward') return item;
  const [manner] = context.policy.manners;
  const box = await trx('postboxes')
    .where({ id: item.postboxId })
    .first<{ default_manner: typeof manner } | undefined>('default_manner');
  const chosen = box?.default_manner ?? manner ?? 'standard';
  const { item: decided } = takeDecision(item, { kind: 'forward-now', manner: chosen }, at);
  return { ...decided, version: item.version };
}
