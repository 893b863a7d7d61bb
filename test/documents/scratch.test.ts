import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { checkScratchDir, withScratchFile } from '../../documents/scratch.ts';

const isLinux = process.platform === 'linux';
const dir = mkdtempSync(join(isLinux ? '/dev/shm' : tmpdir(), 'mailroom-scratch-'));
const onDisk = mkdtempSync(join(tmpdir(), 'mailroom-on-disk-'));
afterAll(() => [dir, onDisk].forEach((folder) => rmSync(folder, { recursive: true, force: true })));
afterEach(() => expect(readdirSync(dir)).toEqual([]));

const content = randomBytes(300_000);
const stream = () =>
  Readable.from([content.subarray(0, 1), content.subarray(1, 200_000), content.subarray(200_000)]);
/** Work that must not be done. */
const never = () => Promise.reject(new Error('the work was begun'));
const limits = { dir, maxBytes: 300_000 };

test('the work gets the content, its size and hash; other programs can read it; afterwards it is gone', async () => {
  const path = await withScratchFile(stream(), limits, (file) => {
    expect(file.bytes).toBe(300_000);
    expect(file.sha256).toBe(createHash('sha256').update(content).digest('hex'));
    expect(readFileSync(file.path).equals(content)).toBe(true);
    expect(execFileSync('cat', [file.path]).equals(content)).toBe(true);
    return Promise.resolve(file.path);
  });
  expect(existsSync(path)).toBe(false);
});

(isLinux ? test : test.skip)(
  'the file has no name while the work lasts: nothing can be left behind',
  async () => {
    await withScratchFile(stream(), limits, () => {
      expect(readdirSync(dir)).toEqual([]);
      return Promise.resolve();
    });
  },
);

test('what the work returns or throws comes out, and the file is gone in both cases', async () => {
  expect(await withScratchFile(stream(), limits, () => Promise.resolve(7))).toBe(7);
  const failing = withScratchFile(stream(), limits, () => Promise.reject(new Error('of the work')));
  await expect(failing).rejects.toThrow('of the work');
});

test('one byte too many is refused, without waiting for the rest; the sender can still be answered', async () => {
  const endless = new Readable({
    read() {
      this.push(Buffer.alloc(65_536));
    },
  });
  await expect(withScratchFile(endless, limits, never)).rejects.toMatchObject({
    name: 'Refused',
    refusal: { reason: 'scan.too-large', details: { maxBytes: 300_000 } },
  });
  expect(endless.destroyed).toBe(false);
  endless.destroy();
  await expect(withScratchFile(stream(), { dir, maxBytes: 299_999 }, never)).rejects.toThrow(
    'scan.too-large',
  );
});

test('content that breaks off never reaches the work', async () => {
  const broken = new Readable({ read: () => undefined });
  broken.push(content);
  setImmediate(() => broken.destroy(new Error('the sender went away')));
  await expect(withScratchFile(broken, limits, never)).rejects.toThrow('the sender went away');

  const brokenAtOnce = new Readable({ read: () => undefined });
  const writing = withScratchFile(brokenAtOnce, limits, never);
  brokenAtOnce.destroy(new Error('the sender went away'));
  await expect(writing).rejects.toThrow('the sender went away');
});

(isLinux ? test : test.skip)('a folder on a disk is refused by name', async () => {
  await checkScratchDir(dir);
  await expect(checkScratchDir(onDisk)).rejects.toMatchObject({
    name: 'ScratchError',
    reason: 'not-in-memory',
  });
  await expect(withScratchFile(stream(), { dir: onDisk, maxBytes: 300_000 }, never)).rejects.toMatchObject({
    reason: 'not-in-memory',
  });
  expect(readdirSync(onDisk)).toEqual([]);
});

test('a folder that is not there is named', async () => {
  await expect(checkScratchDir(join(dir, 'nowhere'))).rejects.toMatchObject({ reason: 'not-there' });
});
