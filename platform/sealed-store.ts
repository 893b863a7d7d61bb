import { pipeline, Readable, Transform } from 'node:stream';
import {
  decryptFrames,
  encryptStream,
  FRAME_BYTES,
  frameCountOf,
  HEADER_BYTES,
  openFrame,
  plainSizeOf,
  SEALED_FRAME_BYTES,
} from './frames.ts';
import type { SealedObject } from './frames.ts';
import type { ByteRange, ObjectStore } from './object-store.ts';

/** An object store that holds nothing readable: what goes in is sealed under a data key, see `frames.ts`. */
export interface SealedStore {
  /** Seals and stores; `bytes` is the plain size. When the content fails nothing is left. */
  putSealed(id: string, dataKey: Uint8Array, content: Readable): Promise<{ bytes: number }>;
  /**
   * The plain bytes, all or a range (end excluded), reading only the frames it needs. Before the first byte
   * it throws ObjectStoreError `missing`, RangeError for a range outside the object, or FrameError when
   * the object was cut off or exchanged, which its last frame shows; a frame damaged in between ends the
   * stream in a FrameError.
   */
  readSealed(id: string, dataKey: Uint8Array, range?: ByteRange): Promise<Readable>;
  /** Plain bytes of the stored object. */
  plainSize(id: string): Promise<number>;
}

/** Frames over the port; removing and listing are done on the store itself. */
export function createSealedStore(store: ObjectStore): SealedStore {
  return {
    async putSealed(id, dataKey, content) {
      const sealed = encryptStream(dataKey, id);
      const stored = store.put(id, sealed);
      pipeline(content, sealed, () => undefined); // a failure of the content reaches `put` through `sealed`
      return { bytes: plainSizeOf((await stored).bytes, id) };
    },

    async readSealed(id, dataKey, range) {
      const storedBytes = await store.size(id);
      const plainBytes = plainSizeOf(storedBytes, id);
      const { start, end } = range ?? { start: 0, end: plainBytes };
      if (start < 0 || end < start || end > plainBytes)
        throw new RangeError(`no bytes ${start} to ${end} among ${plainBytes} of object ${id}`);

      const header = await readAll(store, id, { start: 0, end: HEADER_BYTES });
      const object = { dataKey, objectId: id, header, frameCount: frameCountOf(storedBytes, id) };
      await checkLastFrame(store, object, storedBytes);
      if (start === end) return Readable.from([]);

      const first = Math.floor(start / FRAME_BYTES);
      const last = Math.floor((end - 1) / FRAME_BYTES);
      const frames = await store.read(id, {
        start: placeOf(first),
        end: Math.min(placeOf(last + 1), storedBytes),
      });
      const skip = start - first * FRAME_BYTES;
      return chain(frames, decryptFrames(object, first, last), cut(skip, end - start));
    },

    plainSize: async (id) => plainSizeOf(await store.size(id), id),
  };
}

/** Only the last frame of the whole object opens as the last: proof that nothing was cut off or added. */
async function checkLastFrame(store: ObjectStore, object: SealedObject, storedBytes: number): Promise<void> {
  const last = object.frameCount - 1;
  const range = { start: placeOf(last), end: storedBytes };
  openFrame(object, last, await readAll(store, object.objectId, range));
}

/** Where a frame begins among the stored bytes. */
function placeOf(frame: number): number {
  return HEADER_BYTES + frame * SEALED_FRAME_BYTES;
}

async function readAll(store: ObjectStore, id: string, range: ByteRange): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await store.read(id, range)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Leaves out the first `skip` bytes and what follows the next `take`. */
function cut(skip: number, take: number): Transform {
  let position = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const from = Math.max(skip - position, 0);
      const to = skip + take - position;
      position += chunk.length;
      done(null, chunk.subarray(from, Math.max(to, from)));
    },
  });
}

/** Pipes them together; an error of any, or the reader leaving, ends all. */
function chain(source: Readable, ...steps: readonly [Transform, Transform]): Readable {
  return pipeline(source, ...steps, () => undefined);
}
