/**
 * A delivery of many documents as it streams in: a tar archive in which the files of one document follow each other and bear one
 * name, `<name>.json` with `<name>.pdf`, or `<name>.xml` (docs/decisions/0060). Nothing touches a disk.
 */
import type { Readable } from 'node:stream';
import { extract } from 'tar-stream';

/** The files of one document, whole; or what is wrong with them. */
export interface DeliveredDocument {
  /** Its name in the delivery, without the ending: what it is known by when it is sent again. */
  readonly name: string;
  readonly json: Buffer | null;
  readonly pdf: Buffer | null;
  readonly xml: Buffer | null;
  readonly fault: DeliveryFault | null;
}

export const deliveryFaults = [
  'delivery.file-kind',
  'delivery.file-twice',
  'delivery.file-too-large',
] as const;
export type DeliveryFault = (typeof deliveryFaults)[number];

export interface DeliveryLimits {
  readonly pdfBytes: number;
  readonly xmlBytes: number;
  readonly jsonBytes: number;
}

/** The archive is none, or ends half-way: what came before it was read. */
export class DeliveryError extends Error {
  constructor(cause: unknown) {
    super('the delivery is no tar archive, or was cut off', { cause });
    this.name = 'DeliveryError';
  }
}

type Ending = 'json' | 'pdf' | 'xml';
const longestName = 200;

/** The documents in their order, at most one of them in memory. Throws DeliveryError, and the stream's own error. */
export async function* readDelivery(
  source: Readable,
  limits: DeliveryLimits,
): AsyncGenerator<DeliveredDocument> {
  const archive = extract();
  source.once('error', (error) => archive.destroy(error));
  source.pipe(archive);
  let open: DeliveredDocument | null = null;
  try {
    for await (const entry of archive) {
      const { name: path, type, size } = entry.header;
      if (type === 'directory' || isBeside(path)) {
        await skip(entry);
        continue;
      }
      const { name, ending } = partsOf(path);
      if (open !== null && open.name !== name) yield open;
      const before: DeliveredDocument = open?.name === name ? open : begun(name);
      const fault = before.fault ?? faultOf(before, { type, ending, size }, limits);
      open = { ...before, fault };
      if (fault === null && ending !== null)
        open = { ...open, [ending]: await bytesOf(entry as AsyncIterable<Buffer>) };
      else await skip(entry);
    }
  } catch (error) {
    throw source.errored ?? new DeliveryError(error);
  }
  if (open !== null) yield open;
}

const begun = (name: string): DeliveredDocument => ({ name, json: null, pdf: null, xml: null, fault: null });

function faultOf(
  open: DeliveredDocument,
  file: { readonly type: string; readonly ending: Ending | null; readonly size: number },
  limits: DeliveryLimits,
): DeliveryFault | null {
  const { type, ending, size } = file;
  if (type !== 'file' || ending === null || open.name === '' || open.name.length > longestName)
    return 'delivery.file-kind';
  if (open[ending] !== null) return 'delivery.file-twice';
  return size > limits[`${ending}Bytes`] ? 'delivery.file-too-large' : null;
}

/** What macOS and editors leave beside the files. */
function isBeside(path: string): boolean {
  return /(?:^|\/)\.[^/]*$/.test(path);
}

function partsOf(path: string): { readonly name: string; readonly ending: Ending | null } {
  const plain = path.replace(/^(?:\.\/)+/, '').replaceAll(/\p{Cc}/gu, '\uFFFD');
  const found = /^(.*)\.(json|pdf|xml)$/i.exec(plain);
  if (found === null) return { name: plain.slice(0, longestName), ending: null };
  return { name: found[1] ?? '', ending: found[2]?.toLowerCase() as Ending };
}

async function bytesOf(entry: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of entry) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function skip(entry: AsyncIterable<unknown>): Promise<void> {
  for await (const _chunk of entry);
}
