/** What is sealed where it lies is plain only on its way out (SE-02): opened, proven, or refused with an alarm. */
import { Readable } from 'node:stream';
import type { SealedScan } from '../../db/queries/documents.ts';
import { sealedScanOf } from '../../db/queries/documents.ts';
import { Refused, refuseState } from '../../domain/verdict.ts';
import type { FrameError } from '../../platform/frames.ts';
import type { VaultError } from '../../platform/key-ring.ts';
import type { ByteRange, ObjectStoreError } from '../../platform/object-store.ts';
import type { Deps } from '../deps.ts';
import { Away, HttpRefusal } from '../refusal.ts';

/**
 * Read and proven before the answer begins, so that damage there is told as a problem; damage further on in a larger
 * scan ends the answer early, which its length shows. Bytes that are not proven never leave.
 */
const provenFirst = 1_048_576;

/** What says that the object or its key is not what was stored. */
const damages: readonly string[] = [
  'not-sealed',
  'cut-off',
  'does-not-open',
  'key-unknown',
  'missing',
] satisfies (FrameError['reason'] | VaultError['reason'] | ObjectStoreError['reason'])[];

/** A sealed object on its way out, whoever it belongs to. */
export interface Sealed {
  readonly blobId: string;
  readonly dataKey: () => Buffer;
  /** What operations are told with an alarm: ids only, for what a document says concerns no log. */
  readonly facts: Readonly<Record<string, string>>;
  /** Said when it has been destroyed since its keys were read. */
  readonly destroyed: Refused;
  readonly isDestroyed: () => Promise<boolean>;
}

/** The plain bytes of the range. Refuses `document.purged`, `scan.unreadable` and, with 503, a store that is away. */
export async function openScan(scan: SealedScan, range: ByteRange, deps: Deps): Promise<Readable> {
  const { documentId, blobId, companyId, keys } = scan;
  const destroyed = new Refused(refuseState('document.purged'));
  if (keys === null) throw destroyed;
  return openSealed(
    {
      blobId,
      dataKey: () => deps.vault.openDataKey(keys.company, companyId, keys.data, blobId),
      facts: { documentId, blobId, companyId },
      destroyed,
      isDestroyed: async () => (await sealedScanOf(deps.knex, documentId)).keys === null,
    },
    range,
    deps,
  );
}

/** The same for any sealed object. Refuses what it says when it is destroyed. */
export async function openSealed(sealed: Sealed, range: ByteRange, deps: Deps): Promise<Readable> {
  try {
    const content = await deps.sealedStore.readSealed(sealed.blobId, sealed.dataKey(), range);
    return await proven(content, (error) => alarm(sealed, error, deps));
  } catch (error) {
    throw await refusalFor(error, sealed, deps);
  }
}

async function proven(content: Readable, onDamage: (error: unknown) => void): Promise<Readable> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of content.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes < provenFirst) continue;
    content.on('error', onDamage);
    content.unshift(Buffer.concat(chunks));
    return content;
  }
  return Readable.from([Buffer.concat(chunks)]);
}

async function refusalFor(error: unknown, sealed: Sealed, deps: Deps): Promise<Error> {
  if (damageIn(error) === null) {
    deps.log.error({ err: error, blobId: sealed.blobId }, 'a scan could not be fetched');
    return new Away('object-store');
  }
  // Destroyed since the keys were read: nothing is wrong.
  if (await sealed.isDestroyed()) return sealed.destroyed;
  alarm(sealed, error, deps);
  return new HttpRefusal(500, 'scan.unreadable');
}

function alarm({ facts }: Sealed, error: unknown, { log }: Deps): void {
  const damage = damageIn(error);
  if (damage === null) return;
  log.error({ alarm: 'scan.unreadable', ...facts, damage }, 'a scan cannot be read');
}

function damageIn(error: unknown): string | null {
  if (error instanceof RangeError) return 'cut-off';
  const reason = error instanceof Error && 'reason' in error ? error.reason : null;
  return typeof reason === 'string' && damages.includes(reason) ? reason : null;
}
