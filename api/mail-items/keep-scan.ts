/** A scan that lies in memory becomes an item: its structure is checked, it is sealed, its row is written. */
import { createReadStream } from 'node:fs';
import { v7 as uuid } from 'uuid';
import { OutcomeUnknown } from '../../db/changes/change.ts';
import { keepCompanyKey } from '../../db/changes/keep-wrapped-key.ts';
import { receiveMailItem } from '../../db/changes/receive-mail-item.ts';
import type { ReceivedMailItem, ReceivedScan } from '../../db/changes/receive-mail-item.ts';
import type { IntakePostbox } from '../../db/queries/intake-postbox.ts';
import { companyKeyOf } from '../../db/queries/intake-terms.ts';
import { checkPdf } from '../../documents/check-pdf.ts';
import type { ScratchFile } from '../../documents/scratch.ts';
import type { Policy } from '../../domain/policy.ts';
import { Refused, refuseValue } from '../../domain/verdict.ts';
import type { Caller } from '../caller.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { RequestMark } from '../operation.ts';
import { Away } from '../refusal.ts';
import type { Letter } from './intake-schemas.ts';

/** Computing time and memory for the structure check: far more than the largest honest scan takes. */
const checkLimits = { seconds: 15, megabytes: 512 };

export interface Arrival {
  readonly caller: Caller;
  readonly letter: Letter;
  readonly box: IntakePostbox;
  readonly limits: Policy['intake'];
  readonly file: ScratchFile;
  readonly request: RequestMark;
}

/** The item that the scan has become, or had become before; when it is refused nothing is left of it. */
export async function keepScan(arrival: Arrival, deps: Deps): Promise<ReceivedMailItem> {
  const { letter, box, file } = arrival;
  const pageCount = await checkedPageCount(arrival, deps);
  const blob = await sealed(arrival, deps);
  return recorded(arrival, deps, {
    itemId: uuid(),
    siteId: box.siteId,
    postboxNumber: letter.postbox,
    siteReference: letter.siteReference,
    addresseeId: letter.addresseeId ?? null,
    senderLine: letter.senderLine ?? null,
    receivedAt: letter.receivedAt,
    weightGrams: letter.weightGrams,
    format: letter.format,
    pageCount,
    blob: { ...blob, sha256: file.sha256, bytes: file.bytes },
  });
}

async function checkedPageCount({ file, limits }: Arrival, { intake: { qpdfPath } }: Deps): Promise<number> {
  const { maxPages } = limits;
  const verdict = await checkPdf({ path: file.path, qpdfPath, limits: { ...checkLimits, pages: maxPages } });
  if (!verdict.ok) throw new Refused(refuseValue(verdict.reason, { maxPages }));
  return verdict.pageCount;
}

/** Sealed under a key of its own, wrapped by the company's, which is made with its first scan (SE-02). */
async function sealed(
  { box, file }: Arrival,
  { knex, vault, sealedStore, log }: Deps,
): Promise<{ id: string; wrappedKey: string }> {
  const { companyId } = box;
  const companyKey =
    (await companyKeyOf(knex, companyId)) ??
    (await keepCompanyKey(knex)(companyId, vault.newCompanyKey(companyId)));
  const id = uuid();
  const { dataKey, wrapped } = vault.newDataKey(companyKey, companyId, id);
  try {
    await sealedStore.putSealed(id, dataKey, createReadStream(file.path));
  } catch (error) {
    log.error({ err: error, blobId: id }, 'a scan could not be stored');
    throw new Away('object-store');
  }
  return { id, wrappedKey: wrapped };
}

/** The row, or else the object is removed again; it stays when nobody knows whether the row was written. */
async function recorded(
  { caller, request }: Arrival,
  deps: Deps,
  scan: ReceivedScan,
): Promise<ReceivedMailItem> {
  const remove = () =>
    deps.objectStore.remove(scan.blob.id).catch((error: unknown) => {
      // Without a row it is removed by the relay within a day (relay/orphans.ts).
      deps.log.warn({ err: error, blobId: scan.blob.id }, 'an object is left without a row');
    });
  try {
    const actor = eventActorOf(caller);
    const received = await receiveMailItem(deps.knex, deps.clock)(scan, actor, request);
    if (received.itemId !== scan.itemId) await remove();
    return received;
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) await remove();
    throw error;
  }
}
