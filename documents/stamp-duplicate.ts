import type { PDFPage } from 'pdf-lib';
import { degrees, PDFDocument, rgb, StandardFonts } from 'pdf-lib';

const size = 14;
const margin = 18;
const red = rgb(0.75, 0, 0);

/** The same PDF with the words in the upper left corner of every page, as it is read: turned with a page that is turned. */
export async function stampDuplicate(pdf: Uint8Array, words: string): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf);
  const font = await document.embedFont(StandardFonts.HelveticaBold);
  const width = font.widthOfTextAtSize(words, size);
  for (const page of document.getPages()) {
    const { x, y, angle } = cornerOf(page);
    const rotate = degrees(angle);
    const [dx, dy] = turned(-4, -5, angle);
    const box = { x: x + dx, y: y + dy, width: width + 8, height: size + 6, rotate };
    page.drawRectangle({ ...box, color: rgb(1, 1, 1), borderColor: red, borderWidth: 1 });
    page.drawText(words, { x, y, size, font, color: red, rotate });
  }
  return document.save();
}

/** Where the words begin, in the coordinates of the page, and by how much they are turned. */
function cornerOf(page: PDFPage): { readonly x: number; readonly y: number; readonly angle: number } {
  const { x, y, width, height } = page.getCropBox();
  const angle = ((page.getRotation().angle % 360) + 360) % 360;
  const [right, down] = [margin, margin + size];
  if (angle === 90) return { x: x + down, y: y + right, angle };
  if (angle === 180) return { x: x + width - right, y: y + down, angle };
  if (angle === 270) return { x: x + width - down, y: y + height - right, angle };
  return { x: x + right, y: y + height - down, angle: 0 };
}

function turned(x: number, y: number, angle: number): readonly [number, number] {
  const turns: Readonly<Record<number, readonly [number, number]>> = {
    90: [-y, x],
    180: [-x, -y],
    270: [y, -x],
  };
  return turns[angle] ?? [x, y];
}
