import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { letterPdf } from '../../support/pdf.ts';
import { pdfWithPictures } from '../../documents/pdf-corpus.ts';
import type { Intake } from './hand-in.ts';
import {
  aLetter,
  createIntake,
  handIn,
  lastLine,
  leftBehind,
  metadataPart,
  part,
  rawRequest,
  scanPart,
} from './hand-in.ts';

let intake: Intake;
let scan: Buffer;

beforeAll(async () => {
  intake = await createIntake(4);
  scan = await letterPdf();
});
afterAll(() => intake.close());

/** Until so many slots are taken; the test's own time limit ends the wait. */
async function taken(count: number): Promise<void> {
  while (intake.deps.intake.slots.taken !== count) await pause(5);
}

/** The bytes of a request, sent as they are with their length. */
function send(body: Buffer, headers: Readonly<Record<string, string>> = {}) {
  const { sending, answer } = rawRequest(intake.port, {
    ...intake.asSite('brussel'),
    'Content-Length': String(body.length),
    ...headers,
  });
  sending.end(body);
  return answer;
}

const nothingNew = async (work: () => Promise<void>) => {
  const before = await leftBehind(intake);
  await work();
  expect(await leftBehind(intake)).toEqual(before);
};

describe('a form that is not as it should be', () => {
  const whole = () => [metadataPart(aLetter()), scanPart(scan), lastLine];
  const cases: [string, () => Buffer[], [number, string, string | undefined]][] = [
    [
      'metadata after the scan',
      () => [scanPart(scan), metadataPart(aLetter()), lastLine],
      [422, 'request.form-order', undefined],
    ],
    ['no metadata', () => [lastLine], [422, 'request.invalid', '/metadata']],
    ['no scan', () => [metadataPart(aLetter()), lastLine], [422, 'request.invalid', '/scan']],
    ['metadata twice', () => [metadataPart(aLetter()), ...whole()], [422, 'request.invalid', '/metadata']],
    [
      'two scans',
      () => [metadataPart(aLetter()), scanPart(scan), ...whole().slice(1)],
      [422, 'request.invalid', '/scan'],
    ],
    ['another part before', () => [part('name="more"', 'x'), ...whole()], [422, 'request.invalid', '/more']],
    [
      'another part behind',
      () => [...whole().slice(0, 2), part('name="more"', 'x'), lastLine],
      [422, 'request.invalid', '/more'],
    ],
    [
      'a part without a name',
      () => [part('x="y"', 'x'), ...whole()],
      [400, 'request.malformed-form', undefined],
    ],
    [
      'metadata that is no JSON',
      () => [part('name="metadata"', '{"a":'), ...whole().slice(1)],
      [400, 'request.malformed-json', undefined],
    ],
    [
      'metadata too deep',
      () => [part('name="metadata"', '['.repeat(17) + ']'.repeat(17)), ...whole().slice(1)],
      [400, 'request.too-deep', undefined],
    ],
    [
      'metadata with half a character',
      () => [part('name="metadata"', String.raw`{"senderLine":"\ud83d"}`), ...whole().slice(1)],
      [422, 'request.invalid', '/senderLine'],
    ],
    [
      'metadata without end',
      () => [part('name="metadata"', `"${'x'.repeat(30_000)}"`), ...whole().slice(1)],
      [413, 'request.too-large', undefined],
    ],
    ['no end of the form', () => whole().slice(0, 2), [400, 'request.cut-off', undefined]],
    [
      'no end of the scan',
      () => [metadataPart(aLetter()), scanPart(scan, '')],
      [400, 'request.cut-off', undefined],
    ],
    ['no form at all', () => [randomBytes(3_000)], [400, 'request.cut-off', undefined]],
    ['nothing', () => [], [400, 'request.cut-off', undefined]],
  ];
  test.each(cases)('%s', async (_what, parts, expected) => {
    await nothingNew(async () => {
      const { status, body } = await send(Buffer.concat(parts()));
      expect([status, body.reason, body.field]).toEqual(expected);
    });
  });

  test.each([
    ['multipart/form-data', 400, 'request.malformed-form'],
    ['application/pdf', 415, 'request.media-type'],
    ['multipart/mixed; boundary=x', 415, 'request.media-type'],
  ])('of type %s', async (type, status, reason) => {
    const answer = await send(Buffer.concat(whole()), { 'Content-Type': type });
    expect([answer.status, answer.body.reason]).toEqual([status, reason]);
  });
});

describe('a scan that is not read', () => {
  test('when its box is unknown: the answer comes before the scan is sent', async () => {
    await nothingNew(async () => {
      const { sending, answer } = rawRequest(intake.port, intake.asSite('brussel'));
      sending.write(Buffer.concat([metadataPart(aLetter({ postbox: 'BE 9' })), scanPart('%PDF-1.4 ', '')]));
      const { status, body } = await answer;
      expect([status, body.reason]).toEqual([422, 'intake.unknown-postbox']);
      sending.destroy();
    });
  });

  test('is not needed to hear the refusal: a client that sends all of it hears it too', async () => {
    await nothingNew(async () => {
      const large = pdfWithPictures([randomBytes(20_000_000)]);
      for (const postbox of ['BE 9', 'BE 10', 'BE 11']) {
        const answer = await handIn(intake, { scan: large, metadata: aLetter({ postbox }) });
        expect([answer.status, answer.body.reason]).toEqual([422, 'intake.unknown-postbox']);
      }
    });
  });

  test('when more than the form can be long is announced', async () => {
    const answer = rawRequest(intake.port, {
      ...intake.asSite('brussel'),
      'Content-Length': '64000001',
    });
    answer.sending.flushHeaders();
    expect((await answer.answer).body.reason).toBe('request.too-large');
    answer.sending.destroy();
  });
});

test('a box that closes while the scan is read is closed', async () => {
  const box = { id: await intake.boxId('BE 1001') };
  await nothingNew(async () => {
    const { sending, answer } = rawRequest(intake.port, intake.asSite('brussel'));
    sending.write(Buffer.concat([metadataPart(aLetter()), scanPart(scan.subarray(0, 100), '')]));
    await taken(1);
    await pause(200);
    await intake.knex('postboxes').where(box).update({ closed_at: new Date() });
    sending.end(Buffer.concat([scan.subarray(100), Buffer.from('\r\n'), lastLine]));
    const { status, body } = await answer;
    await intake.knex('postboxes').where(box).update({ closed_at: null });
    expect([status, body.reason]).toEqual([409, 'intake.closed-postbox']);
  });
});

test('cut off anywhere, nothing is left and every slot is free again', async () => {
  const pdf = pdfWithPictures([randomBytes(400_000)]);
  const whole = Buffer.concat([metadataPart(aLetter()), scanPart(pdf), lastLine]);
  await nothingNew(async () => {
    for (let at = 100; at < whole.length; at += 65_536) {
      const { sending, answer } = rawRequest(intake.port, {
        ...intake.asSite('brussel'),
        'Content-Length': String(whole.length),
      });
      await new Promise((resolve) => sending.write(whole.subarray(0, at), resolve));
      await taken(1);
      sending.destroy();
      await expect(answer).rejects.toThrow();
      await taken(0);
    }
  });
});

test('one more than the slots is told to come back', async () => {
  const held = [1, 2, 3, 4].map(() => {
    const { sending } = rawRequest(intake.port, intake.asSite('brussel'));
    sending.write(Buffer.concat([metadataPart(aLetter()), scanPart('%PDF-1.4 ', '')]));
    return sending;
  });
  await taken(4);
  const answer = await handIn(intake, { scan });
  expect([answer.status, answer.body.reason, answer.headers['retry-after']]).toEqual([
    503,
    'request.busy',
    '5',
  ]);
  for (const sending of held) sending.destroy();
  await taken(0);
  expect((await handIn(intake, { scan })).status).toBe(201);
});

test('a byte a second is cut off, and its slot is free within a minute', async () => {
  const before = await leftBehind(intake);
  const { sending, answer } = rawRequest(intake.port, intake.asSite('brussel'));
  sending.on('error', () => undefined);
  sending.write(Buffer.concat([metadataPart(aLetter()), scanPart('%PDF-1.4 ', '')]));
  const drip = setInterval(() => sending.write(' '), 1_000);
  const { status, body } = await answer.finally(() => clearInterval(drip));
  expect([status, body.reason]).toEqual([408, 'request.too-slow']);
  await taken(0);
  expect(await leftBehind(intake)).toEqual(before);
});

test('four times 45 MB at once pass without growing the process', async () => {
  const large = pdfWithPictures([deflateSync(randomBytes(45_000_000), { level: 0 })]);
  const hash = createHash('sha256').update(large).digest('hex');
  collectGarbage();
  const atRest = process.memoryUsage.rss();
  let peak = atRest;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 10);
  const statuses = await Promise.all([1, 2, 3, 4].map(() => upload(large)));
  clearInterval(watch);
  expect(statuses).toEqual([201, 201, 201, 201]);
  const blobs = await intake.knex('blobs').where({ sha256: hash }).pluck('bytes');
  expect(blobs).toEqual([large.length, large.length, large.length, large.length]);
  // Held in memory they would take 180 MB; what the client and not yet collected buffers take is counted too.
  expect((peak - atRest) / 1_000_000).toBeLessThan(90);
});

/** Sends the scan piece by piece, as fast as it is taken. */
async function upload(large: Buffer): Promise<number> {
  const head = Buffer.concat([metadataPart(aLetter()), scanPart('', '')]);
  const tail = Buffer.concat([Buffer.from('\r\n'), lastLine]);
  const { sending, answer } = rawRequest(intake.port, {
    ...intake.asSite('brussel'),
    'Content-Length': String(head.length + large.length + tail.length),
  });
  sending.write(head);
  for (let at = 0; at < large.length; at += 65_536) {
    const isRoom = sending.write(large.subarray(at, at + 65_536));
    if (!isRoom) await new Promise((resolve) => sending.once('drain', resolve));
  }
  sending.end(tail);
  return (await answer).status;
}

/** What was needed to make the scan must not hide what taking it in needs. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
