import { open } from 'node:fs/promises';
import { runLimited } from './run-limited.ts';
import type { RunOutcome } from './run-limited.ts';

export interface PdfCheck {
  /** A file that other programs of this user can open. */
  readonly path: string;
  /** qpdf 10.2 or later, by name or path. */
  readonly qpdfPath: string;
  readonly limits: PdfLimits;
}

export interface PdfLimits {
  /** Of computing time for each of three steps; on the clock all may take five times as long. */
  readonly seconds: number;
  /** Of memory, for qpdf's own code included (about 20). */
  readonly megabytes: number;
  readonly pages: number;
}

export type PdfRefusal =
  | 'scan.not-a-pdf'
  | 'scan.encrypted'
  | 'scan.no-pages'
  | 'scan.damaged'
  | 'scan.too-many-pages'
  | 'scan.check-timed-out'
  | 'scan.too-costly';

export type PdfVerdict =
  { readonly ok: true; readonly pageCount: number } | { readonly ok: false; readonly reason: PdfRefusal };

/** A busy machine gives a process a part of its time only. */
const clockFactor = 5;
/** Where a reader looks for the end mark, as Acrobat does. */
const tailBytes = 1024;
/** A page takes 40 bytes of qpdf's list and each of its content streams 15. */
const listBytesPerPage = 1000;
const leastOutputBytes = 65_536;
/** `--check` parses pages and decodes JPEGs, but leaves deflated pictures as they are. */
const unpackAll = ['--stream-data=uncompress', '--decode-level=generalized'];

/**
 * Whether the file is a whole, open PDF with pages, by its content and structure (PP-06, quality checks 67 and
 * 68): it begins with a PDF header and ends with its end mark, so that nothing else hides before or behind;
 * qpdf, in processes of its own under limits, finds no fault in its structure and unpacks all its streams.
 * Anything qpdf would have to repair counts as damaged: the site scans again, the customer cannot. Encrypted
 * includes files that open without a password but forbid something. The page count is that of the pages
 * there are, not the number the file claims. Throws an Error when qpdf or the file is not there.
 */
export async function checkPdf({ path, qpdfPath, limits }: PdfCheck): Promise<PdfVerdict> {
  const shape = await checkShape(path);
  if (shape !== undefined) return refuse(shape);

  const outputBytes = Math.max(leastOutputBytes, limits.pages * listBytesPerPage);
  const endsAt = performance.now() + limits.seconds * clockFactor * 1000;
  const run = (...args: string[]) =>
    runLimited(qpdfPath, args, { ...limits, outputBytes, clockMs: Math.max(endsAt - performance.now(), 1) });

  const encryption = await run('--is-encrypted', path);
  if (encryption.code === 0) return refuse('scan.encrypted');

  const check = await run('--check', '--show-pages', path);
  const flaw = faultOf(check);
  if (flaw !== undefined) return refuse(flaw);
  if (check.isCutShort) return refuse('scan.too-costly');
  const pageCount = check.stdout.match(/^page \d+: /gm)?.length ?? 0;
  if (pageCount === 0) return refuse('scan.no-pages');
  if (pageCount > limits.pages) return refuse('scan.too-many-pages');

  const unpacked = await run(...unpackAll, path, '/dev/null');
  const fault = faultOf(unpacked);
  return fault === undefined ? { ok: true, pageCount } : refuse(fault);
}

function refuse(reason: PdfRefusal): PdfVerdict {
  return { ok: false, reason };
}

/** Header at the very beginning, end mark at the very end; undefined when both are there. */
async function checkShape(path: string): Promise<PdfRefusal | undefined> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(8);
    await file.read(head, 0, head.length, 0);
    if (!/^%PDF-[12]\.\d$/.test(head.toString('latin1'))) return 'scan.not-a-pdf';
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, tailBytes));
    await file.read(tail, 0, tail.length, size - tail.length);
    return /%%EOF[\s\0]*$/.test(tail.toString('latin1')) ? undefined : 'scan.damaged';
  } finally {
    await file.close();
  }
}

/** What kept qpdf from ending well: the clock, a limit (a kill that was not ours), a crash, or the file. */
function faultOf({ code, signal, isLate, stderr }: RunOutcome): PdfRefusal | undefined {
  if (isLate) return 'scan.check-timed-out';
  if (signal === 'SIGKILL' || signal === 'SIGXCPU' || stderr.includes('std::bad_alloc'))
    return 'scan.too-costly';
  if (code === 0) return undefined;
  // 2 is an error and 3 a warning; only the message tells an unknown encryption from damage.
  return /invalid password|unsupported encryption/.test(stderr) ? 'scan.encrypted' : 'scan.damaged';
}
