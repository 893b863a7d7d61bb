import { randomUUID } from 'node:crypto';
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ObjectStoreError } from './object-store.ts';
import type { ByteRange, ObjectStore, StoredObject } from './object-store.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const shard = /^[0-9a-f]{2}$/;
/** A file being written was changed a moment ago; one untouched for an hour belongs to a process that died. */
const leftoverAfterMs = 3_600_000;
const noRoom = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/**
 * The object store on a local disk: `dir/<last two digits of the id>/<id>`, written under another name in
 * `dir/incoming` first. Makes the folder if need be (read by this user only) and removes what processes
 * that died have left in `incoming`.
 */
export async function createDiskStore(dir: string): Promise<ObjectStore> {
  const incoming = join(dir, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await removeLeftovers(incoming);

  return {
    async put(id, content) {
      const draft = join(incoming, randomUUID());
      try {
        const folder = folderOf(dir, id);
        const bytes = await writeDraft(draft, content, id);
        await written(id, async () => {
          if ((await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined) await syncFolder(dir);
          await rename(draft, join(folder, id));
          await syncFolder(folder);
        });
        return { bytes };
      } catch (error) {
        content.destroy();
        await rm(draft, { force: true }).catch(() => undefined);
        throw error;
      }
    },
    read: (id, range) => named(id, () => openForReading(join(folderOf(dir, id), id), range)),
    size: (id) => named(id, async () => (await stat(join(folderOf(dir, id), id))).size),
    exists: (id) =>
      named(id, () => stat(join(folderOf(dir, id), id))).then(
        () => true,
        (error: unknown) => {
          if (error instanceof ObjectStoreError && error.reason === 'missing') return false;
          throw error;
        },
      ),
    remove: (id) => named(id, () => removeFile(folderOf(dir, id), id)),
    list: () => listObjects(dir),
  };
}

function folderOf(dir: string, id: string): string {
  if (!uuid.test(id)) throw new ObjectStoreError('wrong-id', JSON.stringify(id.slice(0, 64)));
  return join(dir, id.slice(-2));
}

/** An error of the content is thrown as it is; one of the disk as ObjectStoreError. Returns the bytes written. */
async function writeDraft(draft: string, content: Readable, id: string): Promise<number> {
  let bytes = 0;
  const write = async (chunks: AsyncIterable<Buffer>) => {
    const file = await written(id, () => open(draft, 'wx', 0o600));
    try {
      for await (const chunk of chunks) {
        await written(id, () => file.writeFile(chunk));
        bytes += chunk.length;
      }
      await written(id, () => file.sync());
    } finally {
      await file.close();
    }
  };
  let writing: Promise<void> | undefined;
  try {
    await pipeline(content, (chunks: AsyncIterable<Buffer>) => (writing = write(chunks)));
  } finally {
    // Content that breaks off ends the pipeline at once, and the draft may be opened only then.
    await writing?.catch(() => undefined);
  }
  return bytes;
}

async function openForReading(path: string, range?: ByteRange): Promise<Readable> {
  const file = await open(path, 'r');
  if (range === undefined) return file.createReadStream();
  if (range.start < range.end) return file.createReadStream({ start: range.start, end: range.end - 1 });
  await file.close();
  return Readable.from([]);
}

async function removeFile(folder: string, id: string): Promise<void> {
  await rm(join(folder, id), { force: true });
  await syncFolder(folder).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
}

async function* listObjects(dir: string): AsyncGenerator<StoredObject> {
  for await (const folder of await opendir(dir)) {
    if (!shard.test(folder.name)) continue;
    for await (const { name } of await opendir(join(dir, folder.name))) {
      const modifiedAt = await modifiedAtOf(join(dir, folder.name, name));
      if (uuid.test(name) && modifiedAt !== undefined) yield { id: name, modifiedAt };
    }
  }
}

async function removeLeftovers(incoming: string): Promise<void> {
  for await (const { name } of await opendir(incoming)) {
    const modifiedAt = await modifiedAtOf(join(incoming, name));
    if (modifiedAt !== undefined && Date.now() - modifiedAt.getTime() > leftoverAfterMs)
      await rm(join(incoming, name), { force: true });
  }
}

/** Undefined when the file was removed meanwhile. */
async function modifiedAtOf(path: string): Promise<Date | undefined> {
  try {
    return (await stat(path)).mtime;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** A name in a folder is safe from a power cut only once the folder itself has been written. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Something is written: a path that is not there means that the store is broken, not that an object is missing. */
function written<T>(id: string, work: () => Promise<T>): Promise<T> {
  return named(id, work, 'failed');
}

/** Does the work; an error of the file system comes out as ObjectStoreError. */
async function named<T>(
  id: string,
  work: () => Promise<T>,
  notThere: 'missing' | 'failed' = 'missing',
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ObjectStoreError) throw error;
    const code = codeOf(error);
    const reason = code === 'ENOENT' ? notThere : noRoom.includes(code) ? 'full' : 'failed';
    throw new ObjectStoreError(reason, id, error);
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
