import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import fc from 'fast-check';
import { createDiskStore } from '../../platform/disk-store.ts';
import { FRAME_BYTES, HEADER_BYTES, SEALED_FRAME_BYTES } from '../../platform/frames.ts';
import type { ByteRange, ObjectStore } from '../../platform/object-store.ts';
import { createSealedStore } from '../../platform/sealed-store.ts';
import { until } from '../support/wait.ts';

const dir = mkdtempSync(join(tmpdir(), 'mailroom-sealed-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const disk = await createDiskStore(dir);

let bytesRead = 0;
const counting: ObjectStore = {
  ...disk,
  read: (id, range) => {
    bytesRead += range === undefined ? Infinity : range.end - range.start;
    return disk.read(id, range);
  },
};
const store = createSealedStore(counting);

const pathOf = (id: string) => join(dir, id.slice(-2), id);
const dataKey = randomBytes(32);
async function put(plain: Buffer, id = randomUUID(), key: Buffer = dataKey): Promise<string> {
  expect(await store.putSealed(id, key, Readable.from([plain]))).toEqual({ bytes: plain.length });
  return id;
}
const read = async (id: string, range?: ByteRange, key = dataKey) =>
  buffer(await store.readSealed(id, key, range));

test('what is put is read again; on the disk nothing of it can be read', async () => {
  const plain = Buffer.from('Geachte mevrouw, '.repeat(10_000));
  const id = await put(plain);
  expect((await read(id)).equals(plain)).toBe(true);
  expect(await store.plainSize(id)).toBe(plain.length);
  expect(readFileSync(pathOf(id)).includes('Geachte')).toBe(false);
});

test('a range equals the slice', async () => {
  const plain = randomBytes(3 * FRAME_BYTES + 17);
  const id = await put(plain);
  const aPlace = fc.oneof(
    fc.integer({ min: 0, max: plain.length }),
    fc
      .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -2, max: 2 }))
      .map(([frames, beside]) => Math.max(0, frames * FRAME_BYTES + beside)),
  );
  await fc.assert(
    fc.asyncProperty(aPlace, aPlace, async (one, other) => {
      const [start, end] = [Math.min(one, other), Math.max(one, other)];
      expect((await read(id, { start, end })).equals(plain.subarray(start, end))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test.each([0, 1, FRAME_BYTES, 2 * FRAME_BYTES])('an object of %d bytes comes back whole', async (size) => {
  const plain = randomBytes(size);
  const id = await put(plain);
  expect((await read(id)).equals(plain)).toBe(true);
  expect((await read(id, { start: 0, end: size })).equals(plain)).toBe(true);
});

test('a range reads its frames, the header and the last frame, no more', async () => {
  const id = await put(randomBytes(10 * FRAME_BYTES));
  bytesRead = 0;
  await read(id, { start: 4 * FRAME_BYTES + 5, end: 4 * FRAME_BYTES + 10 });
  expect(bytesRead).toBe(HEADER_BYTES + 2 * SEALED_FRAME_BYTES);
});

test.each([
  [-1, 4],
  [5, 4],
  [0, 101],
])('the range %d to %d of 100 bytes is refused', async (start, end) => {
  const id = await put(randomBytes(100));
  await expect(store.readSealed(id, dataKey, { start, end })).rejects.toThrow(RangeError);
});

describe('on a disk that lies', () => {
  const plain = randomBytes(3 * FRAME_BYTES + 17);
  const early = { start: 0, end: 10 };

  test('an object that is missing is named before the first byte', async () => {
    await expect(store.readSealed(randomUUID(), dataKey)).rejects.toMatchObject({ reason: 'missing' });
  });

  test('two objects exchanged do not open, under one key or two', async () => {
    const otherKey = randomBytes(32);
    for (const key of [dataKey, otherKey]) {
      const [one, other] = [await put(plain), await put(plain, randomUUID(), key)];
      renameSync(pathOf(one), join(dir, 'kept'));
      writeFileSync(pathOf(one), readFileSync(pathOf(other)));
      renameSync(join(dir, 'kept'), pathOf(other));
      await expect(store.readSealed(one, dataKey, early)).rejects.toMatchObject({ name: 'FrameError' });
      await expect(store.readSealed(other, key, early)).rejects.toMatchObject({ name: 'FrameError' });
    }
  });

  test('an object cut off or made longer is found out before the first byte, even for an early range', async () => {
    const whole = readFileSync(pathOf(await put(plain)));
    for (const bytes of [0, 5, HEADER_BYTES, HEADER_BYTES + 2 * SEALED_FRAME_BYTES, whole.length - 1]) {
      const id = await put(plain);
      truncateSync(pathOf(id), bytes);
      await expect(store.readSealed(id, dataKey, early)).rejects.toMatchObject({ name: 'FrameError' });
    }
    const id = await put(plain);
    writeFileSync(pathOf(id), Buffer.concat([readFileSync(pathOf(id)), Buffer.alloc(1)]));
    await expect(store.readSealed(id, dataKey, early)).rejects.toMatchObject({ name: 'FrameError' });
  });

  test('one bit flipped in the middle ends the stream in an error, never in wrong bytes', async () => {
    const id = await put(plain);
    const stored = readFileSync(pathOf(id));
    const place = HEADER_BYTES + SEALED_FRAME_BYTES + 1000;
    stored.writeUInt8(stored.readUInt8(place) ^ 4, place);
    writeFileSync(pathOf(id), stored);
    await expect(read(id)).rejects.toMatchObject({ name: 'FrameError', reason: 'does-not-open' });
    await expect(read(id, { start: FRAME_BYTES, end: FRAME_BYTES + 1 })).rejects.toMatchObject({
      name: 'FrameError',
    });
    const untouched = await read(id, { start: 0, end: FRAME_BYTES });
    expect(untouched.equals(plain.subarray(0, FRAME_BYTES))).toBe(true);
  });

  test('a file that shrinks while it is read ends in an error', async () => {
    const id = await put(plain);
    const shrinking = createSealedStore({
      ...disk,
      read: (of, range) => {
        const asked = range ?? { start: 0, end: 0 };
        const isWhole = asked.end - asked.start > SEALED_FRAME_BYTES;
        return disk.read(of, isWhole ? { ...asked, end: HEADER_BYTES + 2 * SEALED_FRAME_BYTES } : asked);
      },
    });
    await expect(buffer(await shrinking.readSealed(id, dataKey))).rejects.toMatchObject({
      reason: 'cut-off',
    });
  });
});

test('another key does not open it', async () => {
  const id = await put(randomBytes(10));
  await expect(read(id, undefined, randomBytes(32))).rejects.toMatchObject({ reason: 'does-not-open' });
});

test('content that breaks off leaves nothing', async () => {
  async function* breaking() {
    yield randomBytes(200_000);
    await Promise.resolve();
    throw new Error('the sender went away');
  }
  const id = randomUUID();
  await expect(store.putSealed(id, dataKey, Readable.from(breaking()))).rejects.toThrow(
    'the sender went away',
  );
  expect(await disk.exists(id)).toBe(false);
});

test('a store that refuses ends the content too', async () => {
  const content = new Readable({ read: () => undefined });
  await expect(store.putSealed('no-uuid', dataKey, content)).rejects.toMatchObject({ reason: 'wrong-id' });
  expect(content.destroyed).toBe(true);
});

test('a reader that leaves closes the file', async () => {
  const sources: Readable[] = [];
  const watched = createSealedStore({
    ...disk,
    read: async (id, range) => {
      sources.push(await disk.read(id, range));
      return sources.at(-1) as Readable;
    },
  });
  const id = await put(randomBytes(50 * FRAME_BYTES));
  for await (const chunk of await watched.readSealed(id, dataKey)) {
    expect((chunk as Buffer).length).toBeGreaterThan(0);
    break;
  }
  expect(sources).toHaveLength(3);
  await until('all are closed', () => sources.every(({ destroyed }) => destroyed));
});
