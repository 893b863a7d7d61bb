import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPicture } from '../../documents/check-picture.ts';
import { jpeg, png } from '../support/pictures.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pictures-'));
});
afterAll(() => rm(folder, { recursive: true }));

const flipped = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};
const pdf = Buffer.from('%PDF-1.4\n%%EOF\n');

test.each<[string, Buffer, string]>([
  ['a whole PNG', png(), 'image/png'],
  ['a whole JPEG', jpeg(), 'image/jpeg'],
  ['[check 67] a PNG with a PDF behind it', Buffer.concat([png(), pdf]), 'damaged'],
  ['[check 67] a JPEG with a PDF behind it', Buffer.concat([jpeg(), pdf]), 'damaged'],
  ['[check 67] a JPEG with a second one behind it', Buffer.concat([jpeg(), jpeg()]), 'damaged'],
  ['[check 67] a page of the web with the name of a picture', Buffer.from('<html>'), 'not-a-picture'],
  ['a GIF', Buffer.from('GIF89a'), 'not-a-picture'],
  ['nothing at all', Buffer.alloc(0), 'not-a-picture'],
  ['a PNG that is cut off', png().subarray(0, 40), 'damaged'],
  ['a PNG with a bit turned', flipped(png(), 45), 'damaged'],
  ['a PNG that is a signature only', png().subarray(0, 8), 'damaged'],
  ['a JPEG that is cut off', jpeg().subarray(0, -2), 'damaged'],
  ['a JPEG without a picture', Buffer.from([0xff, 0xd8, 0xff, 0xd9]), 'damaged'],
  ['[check 68] a PNG of more pixels than any telephone takes', png(60_000, 60_000), 'too-many-pixels'],
  ['[check 68] a JPEG of more pixels than any telephone takes', jpeg(60_000, 60_000), 'too-many-pixels'],
  ['a PNG of no width', png(0, 5), 'damaged'],
])('%s', async (_case, bytes, expected) => {
  const path = join(folder, 'picture');
  await writeFile(path, bytes);
  const verdict = await checkPicture(path);
  expect(verdict.ok ? verdict.mediaType : verdict.reason).toBe(expected);
});
