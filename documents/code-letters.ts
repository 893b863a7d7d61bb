/** The letters of a batch of codes as one PDF to be printed: one page each, every font in the file. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setImmediate as turn } from 'node:timers/promises';
import type { PDFFont, PDFHexString, PDFName, PDFPage } from 'pdf-lib';
import {
  beginText,
  endText,
  fill,
  PDFDocument,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  setFontAndSize,
  setTextMatrix,
  showText,
} from 'pdf-lib';
import encodeQR from 'qr';
import type { CodeLetterText } from '../texts/code-letter.ts';

export interface CodeLetter {
  readonly sender: string;
  readonly address: readonly string[];
  /** In groups, as it is typed. */
  readonly code: string;
  readonly clientCode: string;
  /** What the QR code says: an address with the code behind the `#`. */
  readonly link: string;
  readonly text: CodeLetterText;
}

const mm = 72 / 25.4;
const page = { width: 210 * mm, height: 297 * mm, margin: 25 * mm };
const textWidth = page.width - 2 * page.margin;
/** Where the window of an envelope is. */
const addressWindow = { left: 115 * mm, top: 50 * mm, width: 70 * mm };
const qrSize = 36 * mm;

/**
 * A font that shapes each word and each line once: most of a letter stands in every letter, and shaping is what takes the
 * time. Widths are those of size 1.
 */
class Face {
  private readonly font: PDFFont;
  private readonly widths = new Map<string, number>();
  private readonly lines = new Map<string, PDFHexString>();

  constructor(font: PDFFont) {
    this.font = font;
  }

  widthOf(text: string): number {
    return text.split(' ').reduce((sum, word) => sum + this.wordWidth(word), 0) + this.blanks(text);
  }

  shaped(line: string): PDFHexString {
    const known = this.lines.get(line);
    if (known !== undefined) return known;
    const shaped = this.font.encodeText(line);
    this.lines.set(line, shaped);
    return shaped;
  }

  on(sheet: PDFPage): PDFName {
    return sheet.node.newFontDictionary(this.font.name, this.font.ref);
  }

  private blanks(text: string): number {
    return (text.split(' ').length - 1) * this.wordWidth(' ');
  }

  private wordWidth(word: string): number {
    const known = this.widths.get(word);
    if (known !== undefined) return known;
    const width = this.font.widthOfTextAtSize(word, 1);
    this.widths.set(word, width);
    return width;
  }
}

interface Faces {
  readonly plain: Face;
  readonly bold: Face;
}

/** The faces as one page knows them. */
interface Fonts {
  readonly plain: PageFont;
  readonly bold: PageFont;
}

interface PageFont {
  readonly face: Face;
  readonly key: PDFName;
}

const require = createRequire(import.meta.url);
const fontFiles = {
  plain: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
};

/** One page a letter, in their order; signs of every European language are in the fonts. */
export async function composeCodeLetters(letters: readonly CodeLetter[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  // It unpacks its tables when it is loaded, a tenth of a second that only a letter needs.
  const { default: fontkit } = await import('@pdf-lib/fontkit');
  document.registerFontkit(fontkit);
  const embed = async (file: string) =>
    new Face(await document.embedFont(await readFile(file), { subset: true }));
  const faces = { plain: await embed(fontFiles.plain), bold: await embed(fontFiles.bold) };
  for (const letter of letters) {
    const sheet = document.addPage([page.width, page.height]);
    draw(sheet, letter, fontsOn(sheet, faces));
    // A page takes some milliseconds: whoever else is served waits for one, not for all.
    await turn();
  }
  return document.save();
}

function fontsOn(sheet: PDFPage, { plain, bold }: Faces): Fonts {
  return { plain: { face: plain, key: plain.on(sheet) }, bold: { face: bold, key: bold.on(sheet) } };
}

/** From the top of the page downwards. */
class Pen {
  private readonly sheet: PDFPage;
  top: number;

  constructor(sheet: PDFPage, top: number) {
    this.sheet = sheet;
    this.top = top;
  }

  /** One line; made smaller until it fits. */
  line(
    text: string,
    font: PageFont,
    size: number,
    left: number = page.margin,
    width: number = textWidth,
  ): void {
    const { face, key } = font;
    const fitting = Math.min(size, width / Math.max(1, face.widthOf(text)));
    this.top += size * 1.45;
    this.sheet.pushOperators(
      beginText(),
      setFontAndSize(key, fitting),
      setTextMatrix(1, 0, 0, 1, left, page.height - this.top),
      showText(face.shaped(text)),
      endText(),
    );
  }

  paragraph(text: string, font: PageFont, size: number, width: number = textWidth): void {
    for (const each of wrapped(text, font.face, width / size)) this.line(each, font, size);
  }

  skip(points: number): void {
    this.top += points;
  }
}

function draw(sheet: PDFPage, letter: CodeLetter, { plain, bold }: Fonts): void {
  const { sender, address, code, clientCode, link, text } = letter;
  new Pen(sheet, 20 * mm).line(sender, bold, 12);
  const addressed = new Pen(sheet, addressWindow.top);
  for (const each of address) addressed.line(each, plain, 11, addressWindow.left, addressWindow.width);
  const pen = new Pen(sheet, 100 * mm);
  pen.line(text.heading, bold, 15);
  pen.skip(6);
  pen.paragraph(text.intro, plain, 11);
  if (text.chosen !== '') pen.paragraph(text.chosen, plain, 11);
  pen.skip(14);
  const box = pen.top;
  const beside = textWidth - qrSize - 8 * mm;
  pen.line(text.codeLabel, plain, 10);
  pen.skip(2);
  pen.line(code, bold, 20, page.margin, beside);
  pen.skip(12);
  pen.line(text.clientCodeLabel, plain, 10);
  pen.line(clientCode, bold, 13, page.margin, beside);
  drawQr(sheet, link, { left: page.width - page.margin - qrSize, top: box, size: qrSize });
  const under = new Pen(sheet, box + qrSize);
  under.line(text.scan, plain, 8, page.width - page.margin - qrSize, qrSize);
  pen.top = Math.max(pen.top, under.top) + 14;
  for (const step of text.steps) {
    pen.paragraph(step, plain, 11);
    pen.skip(6);
  }
  pen.skip(4);
  pen.paragraph(text.validity, plain, 11);
  pen.skip(6);
  if (text.contact !== '') pen.paragraph(text.contact, plain, 11);
}

/** Lines of at most that width, at size 1. */
function wrapped(text: string, face: Face, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && face.widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A quiet zone of four modules is asked for; the margin of the page is part of it, two are drawn here. */
function drawQr(sheet: PDFPage, text: string, at: { left: number; top: number; size: number }): void {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 2 });
  const side = at.size / modules.length;
  const top = page.height - at.top;
  const runs = modules.flatMap((row, down) =>
    runsOf(row).map(([from, length]) =>
      rectangle(at.left + from * side, top - (down + 1) * side, length * side, side),
    ),
  );
  sheet.pushOperators(pushGraphicsState(), ...runs, fill(), popGraphicsState());
}

/** Dark modules that lie side by side: where they begin and how many they are. */
function runsOf(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const starts = row.flatMap((isDark, at) => (isDark && row[at - 1] !== true ? [at] : []));
  return starts.map((from) => {
    const end = row.indexOf(false, from);
    return [from, (end === -1 ? row.length : end) - from] as const;
  });
}
