import { randomBytes } from 'node:crypto';
import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createWorld } from '../../support/fixtures.ts';
import type { World } from '../../support/fixtures.ts';
import { letterPdf } from '../../support/pdf.ts';

type Arrived = Awaited<ReturnType<World['arrive']>>;
type Headers = Record<string, string>;

let world: World;
let an: Headers;
let letter: Arrived;
/** Larger than what is proven before the answer begins. */
let large: Arrived;

beforeAll(async () => {
  world = await createWorld();
  an = await world.as('an.peeters');
  letter = await world.arrive({
    reference: 'GNT-2027-000123',
    pdf: await letterPdf('A letter', 40),
    pageCount: 40,
  });
  large = await world.arrive({ pdf: randomBytes(3_000_000) });
});
afterAll(() => world.close());

const read = (id: string, headers: Headers = {}, as: Headers = an) =>
  world.http
    .get(`/v1/documents/${id}/content`)
    .set({ ...as, ...headers })
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
const problemOf = (answer: { body: Buffer }) => JSON.parse(answer.body.toString());
const fileOf = ({ blobId }: Arrived) => join(world.objectFolder, blobId.slice(-2), blobId);

describe('the PDF', () => {
  test('comes as it was handed in, for nobody to keep and for no page to run', async () => {
    const answer = await read(letter.documentId);
    expect(answer.status).toBe(200);
    expect(letter.pdf.equals(answer.body)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(letter.pdf.length),
      'accept-ranges': 'bytes',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': expect.stringContaining(
        'attachment; filename="scan-2027-02-02-GNT-2027-000123.pdf"',
      ),
      'x-content-type-options': 'nosniff',
    });
  });

  test('a large one too, and nothing of it stays open when only its head is asked for', async () => {
    const answer = await read(large.documentId);
    expect(large.pdf.equals(answer.body)).toBe(true);
    const head = await world.http.head(`/v1/documents/${large.documentId}/content`).set(an);
    expect([head.status, head.headers['content-length']]).toEqual([200, '3000000']);
  });

  test('a range is the same slice of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(letter, large),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(200_000),
        async (of, place, length) => {
          const start = Math.min(Math.floor(place * of.pdf.length), of.pdf.length - 1);
          const end = Math.min(start + length, of.pdf.length - 1);
          const answer = await read(of.documentId, { Range: `bytes=${start}-${end}` });
          expect(answer.status).toBe(206);
          expect(answer.headers['content-range']).toBe(`bytes ${start}-${end}/${of.pdf.length}`);
          expect(answer.headers['content-length']).toBe(String(end - start + 1));
          expect(of.pdf.subarray(start, end + 1).equals(answer.body)).toBe(true);
        },
      ),
      {
        numRuns: 25,
        examples: [
          [large, 0, 1_999_999],
          [large, 65_536 / 3_000_000, 0],
          [letter, 0, 0],
        ],
      },
    );
  });

  test('several ranges give the whole; one behind the end is refused with the length', async () => {
    const several = await read(letter.documentId, { Range: 'bytes=0-1,4-5' });
    expect([several.status, several.body.length]).toEqual([200, letter.pdf.length]);
    const behind = await read(letter.documentId, { Range: `bytes=${letter.pdf.length}-` });
    expect([behind.status, problemOf(behind).reason]).toEqual([416, 'request.range-unsatisfiable']);
    expect(behind.headers['content-range']).toBe(`bytes */${letter.pdf.length}`);
  });

  test('a part is continued only of the same file', async () => {
    const { headers } = await read(letter.documentId);
    const again = await read(letter.documentId, { Range: 'bytes=5-', 'If-Range': headers['etag'] ?? '' });
    expect(again.status).toBe(206);
    const other = await read(letter.documentId, { Range: 'bytes=5-', 'If-Range': '"another"' });
    expect(other.status).toBe(200);
  });
});

describe('who may read', () => {
  test.each([
    ['the administrator', 'an.peeters', 200],
    ['who may decide', 'bart.claes', 200],
    ['who may only read', 'chloe.lambert', 200],
    ['another company of the brand', 'luc.dumont', 404],
    ['another brand', 'emma.jansen', 404],
    ['the operator, who sees lives and never letters', 'olga.operator', 403],
    ['staff of the site', 'sam.brussel', 403],
  ])('%s', async (_who, username, status) => {
    const as = await world.as(username);
    expect((await read(letter.documentId, {}, as)).status).toBe(status);
    expect((await world.http.get(`/v1/documents/${letter.documentId}`).set(as)).status).toBe(status);
  });

  test('nobody without a grant on that box, and a foreign one looks like a missing one', async () => {
    const inOther = await world.arrive({ box: 'BE 1002' });
    const chloe = { ...(await world.as('chloe.lambert')), 'X-Request-Id': 'the-same' };
    const foreign = await read(inOther.documentId, {}, chloe);
    const missing = await read('0193b0a1-7c1e-7d3a-9f52-3f6a1c2b4d5e', {}, chloe);
    expect(foreign.status).toBe(404);
    expect(foreign.body.equals(missing.body)).toBe(true);
  });
});

describe('what is not what was stored is never shown', () => {
  const damaged: [string, (of: Arrived) => Promise<void>][] = [
    ['a flipped bit at the start', (of) => flip(of, 20)],
    ['a flipped bit at the end', async (of) => flip(of, (await readFile(fileOf(of))).length - 1)],
    ['another header', (of) => flip(of, 0)],
    ['cut off', (of) => truncate(fileOf(of), 1_000)],
    ['cut off after a whole frame', (of) => truncate(fileOf(of), 11 + 65_552)],
    ['empty', (of) => writeFile(fileOf(of), '')],
    ['away', (of) => rm(fileOf(of))],
    ['exchanged for another scan', async (of) => writeFile(fileOf(of), await readFile(fileOf(letter)))],
    ['under the key of another', (of) => exchangeKeys(of)],
  ];
  test.each(damaged)('%s', async (_case, damage) => {
    const victim = await world.arrive({ pdf: randomBytes(200_000) });
    await damage(victim);
    for (const range of [{}, { Range: 'bytes=0-9' }, { Range: 'bytes=-9' }]) {
      const answer = await read(victim.documentId, range);
      if (answer.status === 206) {
        // What is damaged lies elsewhere: these bytes are proven.
        expect(_case).toBe('a flipped bit at the start');
        expect(victim.pdf.subarray(-9).equals(answer.body)).toBe(true);
        continue;
      }
      expect([answer.status, problemOf(answer).reason]).toEqual([500, 'scan.unreadable']);
      expect(JSON.stringify(problemOf(answer))).not.toContain(victim.blobId);
    }
    const alarms = world
      .log()
      .split('\n')
      .filter((line) => line.includes(victim.blobId));
    expect(alarms.length).toBeGreaterThan(1);
    for (const line of alarms) {
      expect(JSON.parse(line)).toMatchObject({ alarm: 'scan.unreadable', documentId: victim.documentId });
      expect(line).not.toContain(world.objectFolder);
    }
  });

  test('far behind in a large scan: the answer ends early, with nothing wrong in it', async () => {
    const victim = await world.arrive({ pdf: randomBytes(8_000_000) });
    await flip(victim, 7_000_000);
    const response = await fetch(`${world.http.get('/').url}v1/documents/${victim.documentId}/content`, {
      headers: an,
    });
    expect(response.headers.get('content-length')).toBe('8000000');
    const got: Uint8Array[] = [];
    await expect(
      (async () => {
        for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) got.push(chunk);
      })(),
    ).rejects.toThrow();
    const bytes = Buffer.concat(got);
    expect(bytes.length).toBeLessThan(7_000_000);
    expect(victim.pdf.subarray(0, bytes.length).equals(bytes)).toBe(true);
    expect(world.log()).toContain(victim.blobId);
  });
});

async function flip(of: Arrived, at: number): Promise<void> {
  const bytes = await readFile(fileOf(of));
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(fileOf(of), bytes);
}

async function exchangeKeys(of: Arrived): Promise<void> {
  const other = await world.knex('blobs').where({ id: letter.blobId }).first('wrapped_key');
  await world.knex('blobs').where({ id: of.blobId }).update(other);
}
