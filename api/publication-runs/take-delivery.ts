/**
 * A delivery as it streams in: some documents at a time are read, compared with what is there, checked, sealed and recorded in
 * one transaction. What was recorded before the stream broke stays (WF-33).
 */
import type { Delivered, DeliveryReport } from '../../db/changes/publish-documents.ts';
import { publishPart } from '../../db/changes/publish-documents.ts';
import { OutcomeUnknown } from '../../db/changes/change.ts';
import type { PublishingGround } from '../../db/queries/publishing.ts';
import { numbersHeld } from '../../db/queries/publishing.ts';
import type { DeliveredDocument } from '../../documents/read-delivery.ts';
import { readDelivery } from '../../documents/read-delivery.ts';
import { dayOf } from '../../domain/calendar.ts';
import { checkArchived, checkNumber } from '../../domain/issued-document.ts';
import type { PublicationRun, RunKind } from '../../domain/publication-run.ts';
import type { RefusalDetails } from '../../domain/verdict.ts';
import { orThrow, Refused } from '../../domain/verdict.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { givenJson } from '../given-json.ts';
import { deliveryMetadata } from '../issued-documents/delivery-schemas.ts';
import type { ReadDocument } from '../issued-documents/prepare.ts';
import { readDocument, removeBlobs, sealDocument } from '../issued-documents/prepare.ts';
import { maxFormBytes } from '../issued-documents/take-in.ts';
import type { Call } from '../operation.ts';
import { HttpRefusal } from '../refusal.ts';
import { validated } from '../validation.ts';

/** So many documents, or so many bytes of them, are one part: one transaction and one event. */
const most = { documents: 50, bytes: 32_000_000 };
/** Checked and sealed at once: each is a process of its own that looks into the PDF. */
const atOnce = 4;

type DeliveryCall = Call<{ readonly id: string }, unknown, undefined>;

/** Takes in all of the stream. Throws DeliveryError, and what the stream ends with. */
export async function takeDelivery(
  call: DeliveryCall,
  { id: runId, kind }: Pick<PublicationRun, 'id' | 'kind'>,
  ground: PublishingGround,
  deps: Deps,
): Promise<void> {
  const limits = { pdfBytes: ground.limits.maxBytes, xmlBytes: maxFormBytes, jsonBytes: 20_000 };
  const own = { ground, actor: eventActorOf(call.caller) };
  for await (const part of inParts(readDelivery(call.stream, limits)))
    await takePart(
      { part, kind },
      (delivered) => publishPart(deps.knex, deps.clock)(runId, delivered, own),
      ground,
      deps,
    );
}

async function* inParts(all: AsyncIterable<DeliveredDocument>): AsyncGenerator<readonly DeliveredDocument[]> {
  let part: DeliveredDocument[] = [];
  let bytes = 0;
  for await (const each of all) {
    part.push(each);
    bytes += (each.pdf?.length ?? 0) + (each.xml?.length ?? 0);
    if (part.length < most.documents && bytes < most.bytes) continue;
    yield part;
    [part, bytes] = [[], 0];
  }
  if (part.length > 0) yield part;
}

type Read = { readonly name: string } & ({ readonly document: ReadDocument } | { readonly refused: Why });
type Why = { readonly reason: string; readonly details: RefusalDetails };

async function takePart(
  { part, kind }: { readonly part: readonly DeliveredDocument[]; readonly kind: RunKind },
  record: (delivered: readonly Delivered[]) => Promise<readonly DeliveryReport[]>,
  ground: PublishingGround,
  deps: Deps,
): Promise<void> {
  const now = deps.clock();
  const read = part.map((each): Read => {
    const { name } = each;
    return attempt<Read>(
      () => ({ name, document: documentIn(each, kind, ground, now) }),
      (refused) => ({ name, refused }),
    );
  });
  const numbers = read.flatMap((each) => ('document' in each ? [each.document.data.number] : []));
  const held = await numbersHeld(deps.knex, ground.issuerId, numbers);
  const delivered: Delivered[] = [];
  try {
    for (let at = 0; at < read.length; at += atOnce)
      delivered.push(
        ...(await allOf(
          read.slice(at, at + atOnce).map((each) => deliveredFrom(each, held, ground, deps)),
          deps,
        )),
      );
    const reports = await record(delivered);
    const taken = new Set(reports.map(({ documentId }) => documentId));
    await removeBlobs(
      blobsOf(delivered, ({ documentId }) => !taken.has(documentId)),
      deps,
    );
  } catch (error) {
    if (!(error instanceof OutcomeUnknown))
      await removeBlobs(
        blobsOf(delivered, () => true),
        deps,
      );
    throw error;
  }
}

/** Waits for all of them: where one cannot be stored, the objects of the others are removed again. */
async function allOf(work: readonly Promise<Delivered>[], deps: Deps): Promise<readonly Delivered[]> {
  const settled = await Promise.allSettled(work);
  const done = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const failed = settled.find((each) => each.status === 'rejected');
  if (failed === undefined) return done;
  await removeBlobs(
    blobsOf(done, () => true),
    deps,
  );
  throw failed.reason;
}

function blobsOf(
  delivered: readonly Delivered[],
  isWanted: (prepared: { readonly documentId: string }) => boolean,
) {
  return delivered.flatMap((each) =>
    'prepared' in each && isWanted(each.prepared) ? [each.prepared.pdf, each.prepared.ubl] : [],
  );
}

function documentIn(
  each: DeliveredDocument,
  kind: RunKind,
  ground: PublishingGround,
  now: string,
): ReadDocument {
  if (each.fault !== null) throw new Refused({ ok: false, reason: each.fault, kind: 'value', details: {} });
  const metadata =
    each.json === null ? {} : validated(deliveryMetadata, givenJson(each.json.toString()), 'body');
  const document = readDocument({ metadata, pdf: each.pdf, ubl: each.xml }, ground, now);
  const { data, embargoUntil } = document;
  if (kind === 'archive') orThrow(checkArchived(data.issuedOn, embargoUntil, dayOf(now, ground.policy.zone)));
  return document;
}

async function deliveredFrom(
  each: Read,
  held: Awaited<ReturnType<typeof numbersHeld>>,
  ground: PublishingGround,
  deps: Deps,
): Promise<Delivered> {
  const { name } = each;
  if ('refused' in each) return { name, number: null, contentHash: null, refused: each.refused };
  const { contentHash, embargoUntil, data } = each.document;
  const { number } = data;
  const holder = held.get(number) ?? null;
  try {
    // What became of the same document since is asked where it is recorded, and whether its day is the same.
    if (holder?.contentHash === contentHash)
      return { name, number, knownId: holder.id, contentHash, embargoUntil };
    orThrow(checkNumber(holder, { contentHash, visibleFromAt: null }, deps.clock()));
    return { name, number, prepared: await sealDocument(each.document, ground, deps) };
  } catch (error) {
    return { name, number, contentHash, refused: whyOf(error) };
  }
}

function attempt<Result>(work: () => Result, otherwise: (why: Why) => Result): Result {
  try {
    return work();
  } catch (error) {
    return otherwise(whyOf(error));
  }
}

/** An expected "no" is a row of the report; anything else ends the delivery. */
function whyOf(error: unknown): Why {
  if (error instanceof Refused) return { reason: error.refusal.reason, details: error.refusal.details };
  if (error instanceof HttpRefusal && error.status < 500) {
    const fields = error.faults.map(({ field, reason }) => `${field} ${reason}`);
    return { reason: error.reason, details: fields.length > 0 ? { fields } : error.details };
  }
  throw error;
}
