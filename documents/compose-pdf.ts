import { PDFDocument, StandardFonts } from 'pdf-lib';

export interface LetterText {
  /** One line of text each; an empty one leaves a gap. */
  readonly lines: readonly string[];
}

const a4 = { width: 595.28, height: 841.89 };
const margin = 72;
const size = 11;
const lineHeight = 16;
const linesPerPage = Math.floor((a4.height - 2 * margin) / lineHeight);

/**
 * A letter on A4 in Helvetica, as many pages as its lines need (one at least). For demo data and tests: the
 * font knows the letters of Western Europe, and any other sign becomes a question mark.
 */
export async function composeLetter({ lines }: LetterText): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const known = new Set(font.getCharacterSet());
  const printable = (line: string) =>
    Array.from(line, (sign) => (known.has(sign.codePointAt(0) ?? 0) ? sign : '?')).join('');

  for (let first = 0; first === 0 || first < lines.length; first += linesPerPage) {
    const page = document.addPage([a4.width, a4.height]);
    lines.slice(first, first + linesPerPage).forEach((line, row) => {
      page.drawText(printable(line), { x: margin, y: a4.height - margin - row * lineHeight, size, font });
    });
  }
  return document.save();
}
