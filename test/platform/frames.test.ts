import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import {
  decryptFrames,
  encryptStream,
  FRAME_BYTES,
  frameCountOf,
  FrameError,
  HEADER_BYTES,
  plainSizeOf,
  SEALED_FRAME_BYTES,
} from '../../platform/frames.ts';

const key = randomBytes(32);
const id = '0192f0c1-0000-7000-8000-00000000000a';

const run = (bytes: Buffer, step: Transform, chunk = bytes.length) => {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunk) chunks.push(bytes.subarray(at, at + chunk));
  return buffer(Readable.from(chunks).pipe(step));
};

const sealed = (plain: Buffer, dataKey = key, objectId = id) => run(plain, encryptStream(dataKey, objectId));

/** Opens a whole object as the sealed store does: the number of frames follows from its size. */
async function opened(stored: Buffer, dataKey = key, objectId = id, chunk?: number): Promise<Buffer> {
  const object = {
    dataKey,
    objectId,
    header: stored.subarray(0, HEADER_BYTES),
    frameCount: frameCountOf(stored.length),
  };
  return run(stored.subarray(HEADER_BYTES), decryptFrames(object), chunk);
}

/** Sizes around the bounds of frames, where mistakes live. */
const aSize = fc.oneof(
  fc.integer({ min: 0, max: 3 * FRAME_BYTES }),
  fc
    .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -2, max: 2 }))
    .map(([frames, beside]) => Math.max(0, frames * FRAME_BYTES + beside)),
);

test('what is sealed opens again, whatever its size and however it arrives', async () => {
  await fc.assert(
    fc.asyncProperty(aSize, fc.integer({ min: 1000, max: 200_000 }), async (size, chunk) => {
      const plain = randomBytes(size);
      const stored = await run(plain, encryptStream(key, id), chunk);
      expect(plainSizeOf(stored.length)).toBe(size);
      expect((await opened(stored, key, id, chunk)).equals(plain)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('frames are sealed while they arrive: tiny pieces cost no more than big ones', async () => {
  const plain = randomBytes(2 * FRAME_BYTES + 1);
  const stored = await run(plain, encryptStream(key, id), 3);
  expect((await opened(stored, key, id, 7)).equals(plain)).toBe(true);
});

test('any single bit flipped is detected', async () => {
  const stored = await sealed(randomBytes(FRAME_BYTES + 100));
  const aPlace = fc.oneof(
    fc.integer({ min: 0, max: stored.length - 1 }),
    fc.constantFrom(...Array.from({ length: HEADER_BYTES }, (_, at) => at)),
    fc.constantFrom(HEADER_BYTES + FRAME_BYTES, HEADER_BYTES + SEALED_FRAME_BYTES, stored.length - 1),
  );
  await fc.assert(
    fc.asyncProperty(aPlace, fc.integer({ min: 0, max: 7 }), async (place, bit) => {
      const flipped = Buffer.from(stored);
      flipped.writeUInt8(flipped.readUInt8(place) ^ (1 << bit), place);
      await expect(opened(flipped)).rejects.toThrow(FrameError);
    }),
    { numRuns: 200 },
  );
});

test('every bit of a small object counts', async () => {
  const stored = await sealed(Buffer.from('a short letter'));
  for (let bit = 0; bit < stored.length * 8; bit++) {
    const flipped = Buffer.from(stored);
    flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    await expect(opened(flipped)).rejects.toThrow(FrameError);
  }
});

test.each([1, FRAME_BYTES, FRAME_BYTES + 1, 3 * FRAME_BYTES, 3 * FRAME_BYTES + 5])(
  'an object of %d bytes cut off anywhere near the edge of a frame is detected',
  async (size) => {
    const stored = await sealed(randomBytes(size));
    for (let edge = 0; edge <= stored.length; edge += SEALED_FRAME_BYTES)
      for (const beside of [-1, 0, 1, HEADER_BYTES - 1, HEADER_BYTES, HEADER_BYTES + 1, HEADER_BYTES + 16]) {
        const bytes = edge + beside;
        if (bytes >= 0 && bytes < stored.length)
          await expect(opened(stored.subarray(0, bytes))).rejects.toThrow(FrameError);
      }
  },
);

describe('frames of three', () => {
  const plain = randomBytes(3 * FRAME_BYTES);
  const frame = (stored: Buffer, index: number) =>
    stored.subarray(HEADER_BYTES + index * SEALED_FRAME_BYTES).subarray(0, SEALED_FRAME_BYTES);
  const together = (stored: Buffer, ...frames: Buffer[]) =>
    Buffer.concat([stored.subarray(0, HEADER_BYTES), ...frames]);

  test('moved, left out, doubled or added frames are detected', async () => {
    const stored = await sealed(plain);
    const [one, two, three] = [frame(stored, 0), frame(stored, 1), frame(stored, 2)];
    expect((await opened(together(stored, one, two, three))).equals(plain)).toBe(true);
    for (const frames of [
      [two, one, three],
      [one, three],
      [two, three],
      [one, two],
      [one, two, two, three],
      [one, two, three, three],
      [one, two, three, Buffer.alloc(16)],
    ])
      await expect(opened(together(stored, ...frames))).rejects.toThrow(FrameError);
  });

  test('a frame of another sealing under the same key does not fit', async () => {
    const [stored, other] = [await sealed(plain), await sealed(plain)];
    const mixed = together(stored, frame(stored, 0), frame(other, 1), frame(stored, 2));
    await expect(opened(mixed)).rejects.toThrow(FrameError);
  });

  test('another object, or another key, does not open it', async () => {
    const stored = await sealed(plain);
    await expect(opened(stored, key, id.replace('a', 'b'))).rejects.toThrow(FrameError);
    await expect(opened(stored, randomBytes(32))).rejects.toThrow(FrameError);
  });

  test('nothing of a damaged frame is emitted, nor anything after it', async () => {
    const stored = await sealed(plain);
    const place = HEADER_BYTES + SEALED_FRAME_BYTES + 9;
    stored.writeUInt8(stored.readUInt8(place) ^ 1, place);
    const object = { dataKey: key, objectId: id, header: stored.subarray(0, HEADER_BYTES), frameCount: 3 };
    const emitted: Buffer[] = [];
    const reading = async () => {
      const step = Readable.from([frame(stored, 0), frame(stored, 1), frame(stored, 2)]).pipe(
        decryptFrames(object),
      );
      for await (const piece of step) emitted.push(piece as Buffer);
    };
    await expect(reading()).rejects.toMatchObject({ name: 'FrameError', reason: 'does-not-open' });
    const bytes = Buffer.concat(emitted);
    expect(bytes.length).toBeLessThanOrEqual(FRAME_BYTES);
    expect(bytes.equals(plain.subarray(0, bytes.length))).toBe(true);
  });

  test('frames in the middle open alone, but not fewer or more than asked for', async () => {
    const stored = await sealed(plain);
    const object = { dataKey: key, objectId: id, header: stored.subarray(0, HEADER_BYTES), frameCount: 3 };
    const middle = run(frame(stored, 1), decryptFrames(object, 1, 1));
    expect((await middle).equals(plain.subarray(FRAME_BYTES, 2 * FRAME_BYTES))).toBe(true);
    await expect(run(frame(stored, 1), decryptFrames(object, 1, 2))).rejects.toThrow('cut-off');
    const two = Buffer.concat([frame(stored, 1), frame(stored, 2)]);
    await expect(run(two, decryptFrames(object, 1, 1))).rejects.toThrow('cut-off');
    await expect(run(Buffer.alloc(0), decryptFrames(object, 1, 1))).rejects.toThrow(FrameError);
  });
});

test('sizes that no sealing produces are no objects', () => {
  const whole = HEADER_BYTES + SEALED_FRAME_BYTES;
  for (const bytes of [0, HEADER_BYTES, HEADER_BYTES + 15, whole + 1, whole + 15, whole + 16])
    expect(() => frameCountOf(bytes)).toThrow('cut-off');
  for (const bytes of [HEADER_BYTES + 16, whole, whole + 17]) expect(() => frameCountOf(bytes)).not.toThrow();
});

test('what is no sealed object is called so', async () => {
  await expect(opened(Buffer.from('%PDF-1.7 '.repeat(20)))).rejects.toMatchObject({ reason: 'not-sealed' });
});

test('no two sealings start alike', async () => {
  const starts = new Set<string>();
  for (let time = 0; time < 2000; time++)
    starts.add((await sealed(Buffer.alloc(1))).toString('hex', 0, HEADER_BYTES));
  expect(starts.size).toBe(2000);
});
