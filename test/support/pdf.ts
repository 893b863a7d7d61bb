/** A real PDF for tests. */
import { PDFDocument, StandardFonts } from 'pdf-lib';

/** So many A4 pages with a line of text each; another text is another file. */
export async function letterPdf(text = 'A letter', pages = 1): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= pages; page += 1)
    document.addPage([595, 842]).drawText(`${text}, page ${page}`, { x: 60, y: 760, size: 14, font });
  return Buffer.from(await document.save());
}
