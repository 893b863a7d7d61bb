import { deflateSync } from 'node:zlib';
import { composeLetter } from '../../documents/compose-pdf.ts';

/** PDFs made by hand, for what no library would write. */

/** A PDF of these objects (object 1 is the catalog), with a table of their places and an end mark. */
export function pdfOf(objects: readonly (string | Buffer)[], trailer = '/Root 1 0 R'): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  let length = 9;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((object, index) => {
    places.push(length);
    add(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]));
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const begin = length;
  add(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`));
  add(Buffer.from(`trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${begin}\n%%EOF\n`));
  return Buffer.concat(parts);
}

export const catalog = '<< /Type /Catalog /Pages 2 0 R >>';
export const onePage = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
export const emptyPage = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>';

/** The object of a compressed stream. */
function streamOf(compressed: Buffer, more = ''): Buffer {
  const head = `<< ${more} /Length ${compressed.length} /Filter /FlateDecode >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), compressed, Buffer.from('\nendstream')]);
}

/** A page with these pictures. */
export function pdfWithPictures(pictures: readonly Buffer[]): Buffer {
  const names = pictures.map((_, index) => `/P${index} ${index + 4} 0 R`).join(' ');
  const page = emptyPage.replace('>>', `/Resources << /XObject << ${names} >> >> >>`);
  return pdfOf([catalog, onePage, page, ...pictures.map((picture) => streamOf(picture))]);
}

/** Pictures that grow a thousandfold when they are unpacked: `count` times `megabytes` of zeros. */
export function pictureBomb(count: number, megabytes: number): Buffer {
  const small = deflateSync(Buffer.alloc(megabytes * 1024 * 1024));
  return pdfWithPictures(Array.from({ length: count }, () => small));
}

/** The same thousandfold growth in what is drawn on the page, which is read as one piece. */
export function contentBomb(megabytes: number): Buffer {
  const small = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, ' '));
  return pdfOf([catalog, onePage, emptyPage.replace('>>', '/Contents 4 0 R >>'), streamOf(small)]);
}

/** A letter of three pages. */
export async function letter(): Promise<Buffer> {
  const lines = Array.from({ length: 120 }, (_, line) => `Geachte mevrouw, dit is regel ${line + 1}.`);
  return Buffer.from(await composeLetter({ lines }));
}
