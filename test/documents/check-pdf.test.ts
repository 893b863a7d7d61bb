import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { checkPdf } from '../../documents/check-pdf.ts';
import type { PdfLimits } from '../../documents/check-pdf.ts';
import { composeLetter } from '../../documents/compose-pdf.ts';
import { withScratchFile } from '../../documents/scratch.ts';
import { qpdfPath } from '../support/servers.ts';
import {
  catalog,
  contentBomb,
  emptyPage,
  letter,
  onePage,
  pdfOf,
  pdfWithPictures,
  pictureBomb,
} from './pdf-corpus.ts';

const dir = mkdtempSync(join(tmpdir(), 'mailroom-pdf-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const path = join(dir, 'scan.pdf');
const scratchDir = () => (process.platform === 'linux' ? '/dev/shm' : dir);
const usual: PdfLimits = { seconds: 20, megabytes: 512, pages: 50 };

function outcomeOf(content: string | Uint8Array, limits: Partial<PdfLimits> = {}, qpdf = qpdfPath()) {
  writeFileSync(path, content);
  return checkPdf({ path, qpdfPath: qpdf, limits: { ...usual, ...limits } });
}
const accepted = (pageCount: number) => ({ ok: true, pageCount });
const refused = (reason: string) => ({ ok: false, reason });

/** What qpdf makes of the letter, with these arguments. */
async function remade(...args: string[]): Promise<Buffer> {
  writeFileSync(join(dir, 'in.pdf'), await letter());
  execFileSync(qpdfPath(), ['--allow-weak-crypto', ...args, join(dir, 'in.pdf'), join(dir, 'out.pdf')]);
  return readFileSync(join(dir, 'out.pdf'));
}

describe('accepted', () => {
  test('a letter, with the pages it has', async () => {
    expect(await outcomeOf(await letter())).toEqual(accepted(3));
  });

  test.each([['--linearize'], ['--object-streams=disable'], ['--qdf'], ['--stream-data=uncompress']])(
    'the letter written otherwise: %s',
    async (argument) => {
      expect(await outcomeOf(await remade(argument))).toEqual(accepted(3));
    },
  );

  test('white space and zeros behind the end, as scanners write them', async () => {
    const padded = Buffer.concat([await letter(), Buffer.from('\r\n\0\0\n')]);
    expect(await outcomeOf(padded)).toEqual(accepted(3));
  });

  test('as many pages as allowed, one more is too many', async () => {
    expect(await outcomeOf(await letter(), { pages: 3 })).toEqual(accepted(3));
    expect(await outcomeOf(await letter(), { pages: 2 })).toEqual(refused('scan.too-many-pages'));
  });

  test('a file that claims more pages than it has counts as what it has', async () => {
    const claims = pdfOf([catalog, onePage.replace('Count 1', 'Count 900'), emptyPage]);
    expect(await outcomeOf(claims)).toEqual(accepted(1));
  });
});

test('a scan in its file in memory, as the API checks it', async () => {
  const scan = Readable.from([await letter()]);
  const verdict = await withScratchFile(
    scan,
    { dir: scratchDir(), maxBytes: 1_000_000 },
    ({ path: inMemory }) => checkPdf({ path: inMemory, qpdfPath: qpdfPath(), limits: usual }),
  );
  expect(verdict).toEqual(accepted(3));
});

describe('not a PDF', () => {
  test.each<[string, string | Buffer]>([
    ['nothing', ''],
    ['a text', 'Dear sir'],
    ['random bytes', randomBytes(5000)],
    ['a web page', '<!doctype html><html><body>%PDF-1.7</body></html>'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
    ['half a header', '%PDF-'],
    ['a header of another kind', '%PDF-x.y\n%%EOF'],
  ])('%s', async (_what, content) => {
    expect(await outcomeOf(content)).toEqual(refused('scan.not-a-pdf'));
  });

  test.each([
    ['a web page in front', '<html><script>alert(1)</script>'],
    ['a line break in front', '\n'],
    ['a byte order mark in front', '\ufeff'],
  ])('a sound PDF with %s', async (_what, before) => {
    expect(await outcomeOf(Buffer.concat([Buffer.from(before), await letter()]))).toEqual(
      refused('scan.not-a-pdf'),
    );
  });
});

describe('encrypted', () => {
  test.each([
    ['with a password to open', ['--encrypt', 'user', 'owner', '256', '--']],
    ['with a password for the owner only', ['--encrypt', '', 'owner', '256', '--']],
    ['with no password at all', ['--encrypt', '', '', '128', '--use-aes=y', '--']],
    ['in the weak old way', ['--encrypt', 'user', 'owner', '40', '--']],
  ])('%s', async (_how, args) => {
    expect(await outcomeOf(await remade(...args))).toEqual(refused('scan.encrypted'));
  });

  test('in a way nobody knows', async () => {
    const strange = pdfOf([catalog, onePage, emptyPage], '/Root 1 0 R /Encrypt << /Filter /Strange >>');
    expect(await outcomeOf(strange)).toEqual(refused('scan.encrypted'));
  });
});

test('no pages', async () => {
  const empty = pdfOf([catalog, '<< /Type /Pages /Kids [] /Count 0 >>']);
  expect(await outcomeOf(empty)).toEqual(refused('scan.no-pages'));
});

describe('damaged', () => {
  test('cut off anywhere', async () => {
    for (const whole of [await letter(), await remade('--linearize'), await remade('--qdf')]) {
      const end = whole.lastIndexOf('%%EOF') + 5;
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 8, max: end - 1 }), async (bytes) => {
          expect(await outcomeOf(whole.subarray(0, bytes))).toEqual(refused('scan.damaged'));
        }),
        { numRuns: 40 },
      );
      for (const missing of [1, 2, 5, 6, 10])
        expect(await outcomeOf(whole.subarray(0, end - missing))).toEqual(refused('scan.damaged'));
    }
  });

  test('cut off and ended again, so that only its structure tells', async () => {
    for (const whole of [await letter(), await remade('--linearize'), await remade('--qdf')])
      for (const part of [0.2, 0.5, 0.9]) {
        const cut = whole.subarray(0, Math.floor(whole.length * part));
        const tail = whole.subarray(whole.lastIndexOf('startxref'));
        for (const end of [Buffer.from('\n%%EOF\n'), tail])
          expect(await outcomeOf(Buffer.concat([cut, end]))).toEqual(refused('scan.damaged'));
      }
  });

  test('a piece of the middle is missing', async () => {
    const whole = await letter();
    const holed = Buffer.concat([whole.subarray(0, 400), whole.subarray(700)]);
    expect(await outcomeOf(holed)).toEqual(refused('scan.damaged'));
  });

  test.each([
    ['something hides behind the end', 'PK\u0005\u0006 an archive'],
    ['much white space follows the end', ' '.repeat(2000)],
  ])('%s', async (_what, behind) => {
    expect(await outcomeOf(Buffer.concat([await letter(), Buffer.from(behind)]))).toEqual(
      refused('scan.damaged'),
    );
  });

  test.each<[string, Buffer]>([
    ['only header and end', Buffer.from('%PDF-1.7\n%%EOF\n')],
    [
      'random bytes between header and end',
      Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(5000), Buffer.from('\n%%EOF')]),
    ],
    ['no catalog', pdfOf([catalog, onePage, emptyPage], '')],
    ['no page tree', pdfOf(['<< /Type /Catalog >>'])],
    ['a page tree that is its own branch', pdfOf([catalog, onePage.replace('3 0 R', '2 0 R')])],
    [
      'a page tree with a longer loop',
      pdfOf([catalog, onePage, '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>']),
    ],
    [
      'one page twenty thousand times',
      pdfOf([catalog, `<< /Type /Pages /Kids [${'3 0 R '.repeat(20_000)}] /Count 20000 >>`, emptyPage]),
    ],
    [
      'brackets two hundred thousand deep',
      pdfOf([catalog, onePage, '['.repeat(200_000) + ']'.repeat(200_000)]),
    ],
    ['a picture that does not unpack', pdfWithPictures([Buffer.from('abcd')])],
  ])('%s', async (_what, content) => {
    expect(await outcomeOf(content)).toEqual(refused('scan.damaged'));
  });
});

describe('too costly', () => {
  test('more computing time than allowed', async () => {
    const begin = performance.now();
    expect(await outcomeOf(pictureBomb(200, 50), { seconds: 1 })).toEqual(refused('scan.too-costly'));
    expect(performance.now() - begin).toBeLessThan(60_000);
  });

  test('more memory than allowed', async () => {
    expect(await outcomeOf(contentBomb(100), { megabytes: 64 })).toEqual(refused('scan.too-costly'));
  });
});

describe('the check itself', () => {
  const program = (name: string, script: string) => {
    writeFileSync(join(dir, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(dir, name), 0o755);
    return join(dir, name);
  };

  test('ends by the clock when it hangs, with all it has started', async () => {
    const hanging = program('hanging', 'sleep 3600 & sleep 3600');
    const begin = performance.now();
    expect(await outcomeOf(await letter(), { seconds: 0.2 }, hanging)).toEqual(
      refused('scan.check-timed-out'),
    );
    expect(performance.now() - begin).toBeLessThan(60_000);
  });

  test('is not taken for a "yes" when it crashes', async () => {
    const crashing = program('crashing', 'kill -SEGV $$');
    expect(await outcomeOf(await letter(), {}, crashing)).toEqual(refused('scan.damaged'));
  });

  test('does not drown in output', async () => {
    const talking = (line: string) =>
      program('talking', `case "$1" in --is-encrypted) exit 2;; esac; yes "${line}" | head -c 20000000`);
    const oneLongPage = talking('    6 0 R');
    expect(await outcomeOf(await letter(), {}, oneLongPage)).toEqual(refused('scan.too-costly'));
    expect(await outcomeOf(await letter(), {}, talking('page 1: 3 0 R'))).toEqual(refused('scan.too-costly'));
  });

  test('is told nothing of our environment', async () => {
    process.env['MAILROOM_CANARY'] = 'canary-4711';
    const asking = program('asking', 'echo "told: $MAILROOM_CANARY" >&2; exit 126');
    try {
      await expect(outcomeOf(await letter(), {}, asking)).rejects.toThrow(/told:$/);
    } finally {
      delete process.env['MAILROOM_CANARY'];
    }
  });

  test('fails, and is no verdict, when qpdf or the file is not there', async () => {
    await expect(outcomeOf(await letter(), {}, '/nowhere/qpdf')).rejects.toThrow('could not be run');
    await expect(
      checkPdf({ path: join(dir, 'no-file'), qpdfPath: qpdfPath(), limits: usual }),
    ).rejects.toThrow('ENOENT');
  });

  test('fails when qpdf has too little memory even for itself', async () => {
    await expect(outcomeOf(await letter(), { megabytes: 4 })).rejects.toThrow('could not be run');
  });
});

test('a letter of many lines has many pages; signs the font lacks do no harm', async () => {
  expect(await outcomeOf(await composeLetter({ lines: [] }))).toEqual(accepted(1));
  expect(await outcomeOf(await composeLetter({ lines: ['Überweisung à 5 € an Łukasz 你好 \t'] }))).toEqual(
    accepted(1),
  );
});
