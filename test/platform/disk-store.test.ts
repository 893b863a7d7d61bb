import { execFileSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createDiskStore } from '../../platform/disk-store.ts';

const dir = mkdtempSync(join(tmpdir(), 'mailroom-store-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const store = await createDiskStore(dir);

const files = (folder = dir) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const put = (content: Buffer, id = randomUUID()) => store.put(id, Readable.from([content])).then(() => id);
const ids = async () => {
  const found: string[] = [];
  for await (const { id } of store.list()) found.push(id);
  return found;
};

test('what is put is read again, whole or a range of it', async () => {
  const content = randomBytes(200_000);
  const id = randomUUID();
  expect(await store.put(id, Readable.from([content.subarray(0, 7), content.subarray(7)]))).toEqual({
    bytes: 200_000,
  });
  expect(await store.size(id)).toBe(200_000);
  expect(await store.exists(id)).toBe(true);
  expect((await buffer(await store.read(id))).equals(content)).toBe(true);
  for (const [start, end] of [
    [0, 200_000],
    [0, 1],
    [70_000, 130_001],
    [199_999, 200_000],
    [5, 5],
  ] as const)
    expect((await buffer(await store.read(id, { start, end }))).equals(content.subarray(start, end))).toBe(
      true,
    );
});

test('putting again replaces', async () => {
  const id = await put(Buffer.from('old and long'));
  await put(Buffer.from('new'), id);
  expect((await buffer(await store.read(id))).toString()).toBe('new');
});

test('the files can be read by this user only', async () => {
  const id = await put(Buffer.from('x'));
  expect(statSync(join(dir, id.slice(-2), id)).mode & 0o077).toBe(0);
  expect(statSync(join(dir, id.slice(-2))).mode & 0o077).toBe(0);
});

test('an object that is not there is missing, and may be removed again and again', async () => {
  const id = await put(Buffer.from('x'));
  await store.remove(id);
  await store.remove(id);
  await store.remove(randomUUID());
  expect(await store.exists(id)).toBe(false);
  await expect(store.read(id)).rejects.toMatchObject({ name: 'ObjectStoreError', reason: 'missing' });
  await expect(store.size(id)).rejects.toMatchObject({ reason: 'missing' });
});

test.each(['', 'a', '../../etc/passwd', `${randomUUID()}/..`, randomUUID().toUpperCase(), '..'])(
  'the id %j is refused everywhere',
  async (id) => {
    const wrong = { name: 'ObjectStoreError', reason: 'wrong-id' };
    await expect(store.put(id, Readable.from([Buffer.from('x')]))).rejects.toMatchObject(wrong);
    await expect(store.read(id)).rejects.toMatchObject(wrong);
    await expect(store.size(id)).rejects.toMatchObject(wrong);
    await expect(store.exists(id)).rejects.toMatchObject(wrong);
    await expect(store.remove(id)).rejects.toMatchObject(wrong);
  },
);

test('content that breaks off leaves nothing; its own error comes out', async () => {
  const before = files().length;
  async function* breaking() {
    yield randomBytes(100_000);
    await Promise.resolve();
    throw new Error('the sender went away');
  }
  const id = randomUUID();
  await expect(store.put(id, Readable.from(breaking()))).rejects.toThrow('the sender went away');
  expect(await store.exists(id)).toBe(false);
  expect(files()).toHaveLength(before);
});

test('a put that breaks off does not touch what was there', async () => {
  const id = await put(Buffer.from('first'));
  const broken = new Readable({ read: () => undefined });
  const putting = store.put(id, broken);
  broken.push(Buffer.from('second'));
  broken.destroy(new Error('gone'));
  await expect(putting).rejects.toThrow('gone');
  expect(readdirSync(join(dir, 'incoming'))).toEqual([]);
  expect((await buffer(await store.read(id))).toString()).toBe('first');
});

test('all objects are listed, and nothing else', async () => {
  const id = await put(Buffer.from('x'));
  writeFileSync(join(dir, id.slice(-2), 'stray'), '');
  writeFileSync(join(dir, 'incoming', randomUUID()), '');
  const stored = files().filter(({ name }) => name.length === 36 && name !== 'stray').length - 1;
  expect(await ids()).toHaveLength(stored);
  expect(await ids()).toContain(id);
  for await (const { modifiedAt } of store.list())
    expect(Math.abs(Date.now() - modifiedAt.getTime())).toBeLessThan(60_000);
});

test('what a process that died left behind is removed at the next start; what is being written stays', async () => {
  const [left, fresh] = [join(dir, 'incoming', randomUUID()), join(dir, 'incoming', randomUUID())];
  writeFileSync(left, 'half');
  writeFileSync(fresh, 'half');
  const twoHoursAgo = Date.now() / 1000 - 7200;
  utimesSync(left, twoHoursAgo, twoHoursAgo);
  await createDiskStore(dir);
  expect(files().map(({ name }) => join(dir, 'incoming', name))).toContain(fresh);
  expect(files().map(({ name }) => join(dir, 'incoming', name))).not.toContain(left);
});

test('a folder that cannot be read is a failure, not an absence', async () => {
  const id = await put(Buffer.from('x'));
  const folder = join(dir, id.slice(-2));
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'a file where a folder should be');
  await expect(store.exists(id)).rejects.toMatchObject({ reason: 'failed' });
  await expect(put(Buffer.from('y'), id)).rejects.toMatchObject({ reason: 'failed' });
  rmSync(folder);
});

test('a full disk is named, and nothing is left of what did not fit', () => {
  // A limit on file size stands in for the end of the disk: both break a write off in the middle.
  const script = `
    import { Readable } from 'node:stream';
    import { createDiskStore } from ${JSON.stringify(new URL('../../platform/disk-store.ts', import.meta.url).href)};
    const store = await createDiskStore(process.argv[1]);
    const id = '00000000-0000-7000-8000-0000000000ff';
    const outcome = await store.put(id, Readable.from([Buffer.alloc(65536), Buffer.alloc(1048576)])).catch((e) => e.reason);
    console.log(JSON.stringify([outcome, await store.exists(id)]));`;
  const small = join(dir, 'small');
  const node = [process.execPath, '--import', 'tsx', '--input-type=module', '--eval', script, small];
  const output = execFileSync('sh', ['-c', 'ulimit -f 256; exec "$0" "$@"', ...node], { encoding: 'utf8' });
  expect(JSON.parse(output)).toEqual(['full', false]);
  expect(files(small)).toEqual([]);
});
