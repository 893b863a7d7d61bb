/** A delivery as it streams in (WF-33). */
import { Readable } from 'node:stream';
import { pack } from 'tar-stream';
import type { DeliveredDocument } from '../../documents/read-delivery.ts';
import { readDelivery } from '../../documents/read-delivery.ts';
import { tarOf } from '../support/delivery.ts';

const limits = { pdfBytes: 20, xmlBytes: 20, jsonBytes: 20 };

async function read(archive: Uint8Array, chunkBytes = 700): Promise<DeliveredDocument[]> {
  const chunks = Array.from({ length: Math.ceil(archive.length / chunkBytes) }, (_, index) =>
    archive.subarray(index * chunkBytes, (index + 1) * chunkBytes),
  );
  const found: DeliveredDocument[] = [];
  for await (const each of readDelivery(Readable.from(chunks), limits)) found.push(each);
  return found;
}
const shown = (all: readonly DeliveredDocument[]) =>
  all.map(({ name, json, pdf, xml, fault }) => [name, String(json), String(pdf), String(xml), fault]);

test('files of one name are one document, in whatever order they come', async () => {
  const archive = await tarOf([
    ['run/1.json', '{}'],
    ['run/1.pdf', '%PDF'],
    ['./run/2.PDF', '%PDF'],
    ['./run/2.json', '[]'],
    ['run/3.xml', '<a/>'],
  ]);
  expect(shown(await read(archive))).toEqual([
    ['run/1', '{}', '%PDF', 'null', null],
    ['run/2', '[]', '%PDF', 'null', null],
    ['run/3', 'null', 'null', '<a/>', null],
  ]);
});

test('what cannot be taken in is told by its name and stops nobody else', async () => {
  const archive = await tarOf([
    ['1.pdf', 'x'.repeat(21)],
    ['2.exe', 'MZ'],
    ['3.xml', '<a/>'],
    ['3.xml', '<b/>'],
    ['4.xml', '<a/>'],
  ]);
  const found = (await read(archive)).map(({ name, fault }) => [name, fault]);
  expect(found).toEqual([
    ['1', 'delivery.file-too-large'],
    ['2.exe', 'delivery.file-kind'],
    ['3', 'delivery.file-twice'],
    ['4', null],
  ]);
});

test('folders, and what an editor leaves beside the files, are passed over; a link is refused', async () => {
  const archive = pack();
  archive.entry({ name: 'run/', type: 'directory' });
  archive.entry({ name: 'run/._1.xml' }, 'x');
  archive.entry({ name: 'run/1.xml', type: 'symlink', linkname: '/etc/passwd' });
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) chunks.push(chunk as Buffer);
  expect((await read(Buffer.concat(chunks))).map(({ name, fault }) => [name, fault])).toEqual([
    ['run/1', 'delivery.file-kind'],
  ]);
});

test('cut off within a file: what came before is read, then it says so', async () => {
  const archive = await tarOf([
    ['1.xml', '<a/>'],
    ['2.xml', '<b/>'],
  ]);
  const found: string[] = [];
  const reading = async () => {
    for await (const { name } of readDelivery(Readable.from([archive.subarray(0, 1_537)]), limits))
      found.push(name);
  };
  await expect(reading()).rejects.toThrow('cut off');
  expect(found.length).toBeLessThanOrEqual(1);
});

test('no archive at all', async () => {
  await expect(read(Buffer.from('%PDF-1.7 '.repeat(200)))).rejects.toThrow('no tar archive');
});

test('who leaves half-way is told as he left', async () => {
  const source = new Readable({ read: () => undefined });
  source.push((await tarOf([['1.xml', '<a/>']])).subarray(0, 600));
  const reading = readDelivery(source, limits).next();
  source.destroy(new Error('gone'));
  await expect(reading).rejects.toThrow('gone');
});
