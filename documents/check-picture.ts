/** Pictures by content and structure (quality checks 67 and 68): whole, one picture, nothing before or behind it. */
import { readFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

export type PictureType = 'image/jpeg' | 'image/png';
export type PictureVerdict =
  | { readonly ok: true; readonly mediaType: PictureType }
  | { readonly ok: false; readonly reason: 'not-a-picture' | 'damaged' | 'too-many-pixels' };

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What a telephone takes, three times over. */
const mostPixels = 150_000_000;
const refuse = (reason: 'not-a-picture' | 'damaged' | 'too-many-pixels'): PictureVerdict => ({
  ok: false,
  reason,
});

/**
 * Whether the file is a JPEG or a PNG from its first byte to its last: every segment or chunk in its place, dimensions
 * within bounds, and no byte after the end, where another document could hide. Pixels are not decoded.
 */
export async function checkPicture(path: string): Promise<PictureVerdict> {
  const bytes = await readFile(path);
  if (bytes.subarray(0, 8).equals(pngSignature)) return checkPng(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return checkJpeg(bytes);
  return refuse('not-a-picture');
}

function checkPng(bytes: Buffer): PictureVerdict {
  let pixels = 0;
  let hasData = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) return refuse('damaged');
    const type = bytes.toString('latin1', at + 4, at + 8);
    const isWhole = crc32(bytes.subarray(at + 4, end - 4)) === bytes.readUInt32BE(end - 4);
    if (!isWhole || (pixels === 0) !== (type === 'IHDR')) return refuse('damaged');
    if (type === 'IHDR') {
      if (length !== 13) return refuse('damaged');
      pixels = bytes.readUInt32BE(at + 8) * bytes.readUInt32BE(at + 12);
      if (pixels === 0) return refuse('damaged');
      if (pixels > mostPixels) return refuse('too-many-pixels');
    }
    hasData ||= type === 'IDAT';
    if (type === 'IEND')
      return end === bytes.length && hasData ? { ok: true, mediaType: 'image/png' } : refuse('damaged');
    at = end;
  }
  return refuse('damaged');
}

/** Markers that start a frame: all of C0 to CF but the tables among them. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function checkJpeg(bytes: Buffer): PictureVerdict {
  let pixels = 0;
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return refuse('damaged');
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return refuse('damaged');
    if (isFrame(marker)) {
      if (length < 8) return refuse('damaged');
      pixels = bytes.readUInt16BE(at + 5) * bytes.readUInt16BE(at + 7);
      if (pixels === 0) return refuse('damaged');
      if (pixels > mostPixels) return refuse('too-many-pixels');
    }
    at = marker === 0xda ? afterScan(bytes, end) : end;
    const isEnd = bytes[at] === 0xff && bytes[at + 1] === 0xd9;
    if (isEnd)
      return at + 2 === bytes.length && pixels > 0
        ? { ok: true, mediaType: 'image/jpeg' }
        : refuse('damaged');
  }
  return refuse('damaged');
}

/** Where the next marker after entropy-coded data stands: one that is neither a stuffed zero nor a restart. */
function afterScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1] ?? 0;
    const isData = marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7);
    if (!isData) return at;
  }
  return bytes.length;
}
