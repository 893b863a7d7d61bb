import { randomBytes } from 'node:crypto';
import { Transform } from 'node:stream';
import { contextBytes, NONCE_BYTES, open, seal, TAG_BYTES } from './aead.ts';

/**
 * A sealed object is a header and frames of 64 KiB of plain text, each AES-256-GCM. This is the STREAM
 * construction (Hoang, Reyhanitabar, Rogaway, Vizár: Online Authenticated-Encryption and its Nonce-Reuse
 * Misuse-Resistance, 2015): the nonce is prefix (7 random bytes) ‖ frame number (4) ‖ 1 for the last frame,
 * and the object's id is authenticated with each. So a frame changed, moved, left out, added or taken from
 * another object does not open. A data key seals one object once.
 *
 *     stored = "MRF1" prefix (ciphertext tag)+        the last frame has 0 to 65,536 bytes, the others 65,536
 */
export const FRAME_BYTES = 65_536;
export const SEALED_FRAME_BYTES = FRAME_BYTES + TAG_BYTES;
const magic = Buffer.from('MRF1');
const prefixBytes = 7;
export const HEADER_BYTES = magic.length + prefixBytes;

/** `not-sealed`: no sealed object at all. `cut-off`: it ends too early. `does-not-open`: key, id or content differ. */
export class FrameError extends Error {
  readonly reason: 'not-sealed' | 'cut-off' | 'does-not-open';
  constructor(reason: FrameError['reason'], objectId: string) {
    super(`sealed object ${objectId}: ${reason}`);
    this.name = 'FrameError';
    this.reason = reason;
  }
}

/** How many frames an object of so many stored bytes has; throws FrameError `cut-off` when none has that size. */
export function frameCountOf(storedBytes: number, objectId = 'of unknown id'): number {
  const sealed = storedBytes - HEADER_BYTES;
  const count = Math.ceil(sealed / SEALED_FRAME_BYTES);
  const last = sealed - (count - 1) * SEALED_FRAME_BYTES - TAG_BYTES;
  if (count < 1 || last < 0 || (last === 0 && count > 1)) throw new FrameError('cut-off', objectId);
  return count;
}

/** Plain bytes of an object of so many stored bytes; throws FrameError `cut-off`. */
export function plainSizeOf(storedBytes: number, objectId?: string): number {
  return storedBytes - HEADER_BYTES - frameCountOf(storedBytes, objectId) * TAG_BYTES;
}

/** Plain bytes in, header and sealed frames out. Holds one frame in memory. */
export function encryptStream(dataKey: Uint8Array, objectId: string): Transform {
  const prefix = randomBytes(prefixBytes);
  const aad = contextBytes(['frame', objectId]);
  const sealFrame = (index: number, plain: Buffer, isLast: boolean) =>
    seal(dataKey, nonceOf(prefix, index, isLast), plain, aad);
  const stream = frameTransform(FRAME_BYTES, 0, sealFrame);
  stream.push(Buffer.concat([magic, prefix]));
  return stream;
}

/** What `openFrame` needs to know of an object beside the frame. */
export interface SealedObject {
  readonly dataKey: Uint8Array;
  readonly objectId: string;
  /** The first `HEADER_BYTES` stored bytes. */
  readonly header: Buffer;
  readonly frameCount: number;
}

/** The plain bytes of one frame; throws FrameError. */
export function openFrame(object: SealedObject, index: number, sealed: Buffer): Buffer {
  const { dataKey, objectId, header, frameCount } = object;
  if (header.length < HEADER_BYTES) throw new FrameError('cut-off', objectId);
  if (!header.subarray(0, magic.length).equals(magic)) throw new FrameError('not-sealed', objectId);
  const nonce = nonceOf(header.subarray(magic.length, HEADER_BYTES), index, index === frameCount - 1);
  const plain = open(dataKey, nonce, sealed, contextBytes(['frame', objectId]));
  if (plain === undefined) throw new FrameError('does-not-open', objectId);
  return plain;
}

/**
 * Sealed frames `first` to `last` in, their plain bytes out. Only what has been authenticated is ever
 * emitted; the stream ends in a FrameError at the first frame that does not open or is not there.
 */
export function decryptFrames(object: SealedObject, first = 0, last = object.frameCount - 1): Transform {
  return frameTransform(SEALED_FRAME_BYTES, first, (index, sealed, isLast) => {
    if (isLast !== (index === last)) throw new FrameError('cut-off', object.objectId);
    return openFrame(object, index, sealed);
  });
}

/** Cuts what flows through into pieces of `bytes`, the last of 0 to `bytes`, and emits each piece turned. */
function frameTransform(
  bytes: number,
  first: number,
  turn: (index: number, piece: Buffer, isLast: boolean) => Buffer,
): Transform {
  let index = first;
  let held: Buffer[] = [];
  let heldBytes = 0;
  const attempt = (work: () => void, done: (error?: Error) => void) => {
    try {
      work();
    } catch (error) {
      done(error as Error);
      return;
    }
    done();
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      held.push(chunk);
      heldBytes += chunk.length;
      if (heldBytes <= bytes) {
        done();
        return;
      }
      attempt(() => {
        let rest = Buffer.concat(held);
        for (; rest.length > bytes; rest = rest.subarray(bytes))
          this.push(turn(index++, rest.subarray(0, bytes), false));
        held = [rest];
        heldBytes = rest.length;
      }, done);
    },
    flush(done) {
      attempt(() => this.push(turn(index, Buffer.concat(held), true)), done);
    },
  });
}

function nonceOf(prefix: Buffer, index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  prefix.copy(nonce);
  nonce.writeUInt32BE(index, prefixBytes);
  nonce.writeUInt8(isLast ? 1 : 0, NONCE_BYTES - 1);
  return nonce;
}
