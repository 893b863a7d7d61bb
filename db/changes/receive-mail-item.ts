import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import type { MailItemState } from '../../domain/mail-item.ts';
import type { Format } from '../../domain/policy.ts';
import { Refused, refuseState } from '../../domain/verdict.ts';
import { isDuplicateKey } from '../errors.ts';
import { toDb } from '../instants.ts';
import { mailItemContext } from '../mail-item-context.ts';
import type { MailItemRow } from '../mail-item-row.ts';
import { mailItemFrom } from '../mail-item-row.ts';
import { policySetInForce } from '../policy-sets.ts';
import type { IntakePostbox } from '../queries/intake-postbox.ts';
import { intakePostbox } from '../queries/intake-postbox.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { publishMailItem } from './publish-mail-item.ts';
import { stateOf } from './write-mail-item.ts';

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
  readonly blob: {
    readonly id: string;
    readonly wrappedKey: string;
    readonly sha256: string;
    readonly bytes: number;
  };
}

/** The answer to a site: which item the scan became, and whether it had been handed in before. */
export interface ReceivedMailItem {
  readonly itemId: string;
  readonly isNew: boolean;
  readonly state: MailItemState;
}

/**
 * A scan arrives (PP-06): row, document, event and mails owed in one transaction; its commit is the publication from
 * which the decision period counts, so the clock is read inside, after whatever had to be waited for and last before
 * the item is published. The same reference with the same content is the same item.
 * Refuses `intake.unknown-postbox`, `intake.closed-postbox`, `intake.unknown-addressee`, `intake.reference-taken`.
 */
export const receiveMailItem =
  (knex: Knex, clock: () => Instant) =>
  (scan: ReceivedScan, actor: Actor, request: ChangeRequest): Promise<ReceivedMailItem> =>
    change(knex, request, async (trx) => {
      const postbox = await intakePostbox(trx, { ...scan, siteIds: [scan.siteId] });
      const earlier = await sameReference(trx, scan);
      if (earlier) return earlier;
      if (!(await insertRows(trx, scan, postbox, clock()))) return handedInJustNow(trx, scan);
      const at = clock();
      const item = await publishMailItem(trx, scan.itemId, at);
      await appendEvent(trx, {
        kind: 'mail-item.received',
        subjectType: 'mail-item',
        subjectId: item.id,
        companyId: item.companyId,
        actor,
        at,
        body: {
          postboxId: item.postboxId,
          siteId: item.siteId,
          scanSha256: scan.blob.sha256,
          dueAt: item.dueAt,
        },
        wakes: { life: 'mail-item', id: item.id },
      });
      return { itemId: item.id, isNew: true, state: stateOf(item) };
    });

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

/** The other one of two uploads of one reference at once has committed: this scan is that item, or refused. */
async function handedInJustNow(trx: Knex.Transaction, scan: ReceivedScan): Promise<ReceivedMailItem> {
  const other = await sameReference(trx, scan);
  if (other === null) throw new Error(`the reference of mail item ${scan.itemId} is taken by no row`);
  return other;
}

/** False when the reference has been taken since it was looked for: then nothing is written. */
async function insertRows(
  trx: Knex.Transaction,
  scan: ReceivedScan,
  postbox: IntakePostbox,
  at: Instant,
): Promise<boolean> {
  try {
    await insertItem(trx, scan, postbox, at);
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
  await trx('blobs').insert({
    id: scan.blob.id,
    company_id: postbox.companyId,
    wrapped_key: scan.blob.wrappedKey,
    sha256: scan.blob.sha256,
    bytes: scan.blob.bytes,
    created_at: toDb(at),
  });
  await trx('documents').insert({
    id: uuidv7(),
    company_id: postbox.companyId,
    postbox_id: postbox.id,
    mail_item_id: scan.itemId,
    blob_id: scan.blob.id,
    page_count: scan.pageCount,
    location: 'inbox',
    version: 1,
    changed_at: toDb(at),
  });
  return true;
}

async function insertItem(
  trx: Knex.Transaction,
  scan: ReceivedScan,
  postbox: IntakePostbox,
  at: Instant,
): Promise<void> {
  await trx('mail_items').insert({
    id: scan.itemId,
    brand_id: postbox.brandId,
    company_id: postbox.companyId,
    postbox_id: postbox.id,
    site_id: scan.siteId,
    policy_set_id: await policySetInForce(trx, postbox.brandId, at),
    site_reference: scan.siteReference,
    scan_sha256: scan.blob.sha256,
    addressee_id: scan.addresseeId,
    sender_line: scan.senderLine,
    weight_grams: scan.weightGrams,
    format: scan.format,
    received_at: toDb(scan.receivedAt),
    published_at: toDb(at),
    primary_option: postbox.primaryOption,
    stage: 'undecided',
    version: 1,
    due_at: toDb(at),
    due_rule: '',
    undecided_since_at: toDb(at),
    next_period: 1,
    charged_periods: 0,
    cost_cents: 0,
  });
}
