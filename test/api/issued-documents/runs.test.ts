/** A month's run in one stream, its report, and what happens when it breaks (WF-33). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { letterPdf } from '../../support/pdf.ts';
import { tarOf } from '../../support/delivery.ts';
import { ublOf } from '../../support/ubl.ts';
import { until } from '../../support/wait.ts';
import type { Issuing } from './issuing.ts';
import { aDocument, aKey, createIssuing, told } from './issuing.ts';

let world: Issuing;
beforeAll(async () => {
  world = await createIssuing();
  await world.receives('an.peeters', 'DL210001');
}, 120_000);
afterAll(() => world.close(), 60_000);

const begin = async (reference: string = randomUUID()) => {
  const answer = await world.http
    .post('/v1/publication-runs')
    .set({ ...world.issuer(), ...aKey() })
    .send({ reference });
  return { status: answer.status, id: answer.body.id as string, body: answer.body };
};
const deliver = (id: string, archive: Buffer, as = world.issuer()) =>
  world.http.post(`/v1/publication-runs/${id}/documents`).set(as).type('application/x-tar').send(archive);
const complete = (id: string, key = aKey()) =>
  world.http.post(`/v1/publication-runs/${id}/completion`).set({ ...world.issuer(), ...key });
const rows = async (id: string, query = '') =>
  (
    await world.http
      .get(`/v1/publication-runs/${id}/rows${query}`)
      .set({ ...world.issuer(), 'Accept-Language': 'en' })
  ).body.items as {
    name: string;
    outcome: string;
    reason: string | null;
    text: string | null;
    documentId: string;
  }[];
const ofDocument = (name: string, more: Record<string, unknown> = {}, document: Buffer = world.pdf) =>
  [
    [`${name}.json`, JSON.stringify({ data: { ...aDocument(), number: `${name}-${runs}`, ...more } })],
    [`${name}.pdf`, document],
  ] as const;
let runs = 0;
beforeEach(() => {
  runs += 1;
});

test('each document is taken in or refused by itself, and the report says what became of it', async () => {
  const { id } = await begin();
  const archive = await tarOf([
    ...ofDocument('a'),
    ...ofDocument('b', { clientCode: 'DL2 99999' }),
    ['c.json', JSON.stringify({ embargoUntil: '2027-03-01' })],
    ['c.xml', ublOf({ number: `c-${runs}`, clientCode: 'DL210001', issuedOn: '2027-02-01' })],
    ...ofDocument('d', {}, Buffer.from('%PDF-1.7 broken')),
    ['e.json', '{"data":{"number":""}}'],
    ['f.xml', '<!DOCTYPE a><a/>'],
    ...ofDocument('g', { number: `a-${runs}`, totalCents: 5 }),
    ['h.txt', 'notes'],
  ]);
  const answer = await deliver(id, archive);
  expect(answer.body.counts).toEqual({ published: 1, embargoed: 1, quarantined: 1, known: 0, refused: 5 });
  expect((await rows(id)).map(({ name, outcome, reason }) => [name, outcome, reason])).toEqual([
    ['a', 'published', null],
    ['b', 'quarantined', null],
    ['c', 'embargoed', null],
    ['d', 'refused', 'scan.damaged'],
    ['e', 'refused', 'request.invalid'],
    ['f', 'refused', 'ubl.dtd'],
    ['g', 'refused', 'issued-document.number-taken'],
    ['h.txt', 'refused', 'delivery.file-kind'],
  ]);
  const [first] = await rows(id, '?outcome=refused');
  expect(first?.text).toMatch(/PDF/);
  const completed = await complete(id);
  expect([completed.status, completed.body.stage, completed.body.endsAt]).toEqual([200, 'partial', null]);
  expect(told(await deliver(id, archive))).toEqual([409, 'publication-run.over']);
});

test('what was refused may be better the next time; what was taken in stays what it was', async () => {
  const { id } = await begin();
  const good = ofDocument('good');
  await deliver(id, await tarOf([...good, ...ofDocument('bad', {}, Buffer.from('%PDF-1.7'))]));
  const again = await deliver(id, await tarOf([...good, ...ofDocument('bad')]));
  expect(again.body.counts).toEqual({ published: 2, embargoed: 0, quarantined: 0, known: 0, refused: 0 });
  expect((await complete(id)).body.stage).toBe('published');
});

test('withdrawn: another run refuses it and names it; the run that brought it says what it said', async () => {
  const [first, second] = [await begin(), await begin()];
  const archive = await tarOf(ofDocument('w'));
  await deliver(first.id, archive);
  const [row] = await rows(first.id);
  const withdrawal = `/v1/issued-documents/${String(row?.documentId)}/withdrawal`;
  await world.http.post(withdrawal).set({ ...world.issuer(), ...aKey() });
  expect((await deliver(second.id, archive)).body.counts).toMatchObject({ known: 0, refused: 1 });
  expect(await rows(second.id)).toMatchObject([
    { outcome: 'refused', reason: 'issued-document.withdrawn', documentId: row?.documentId },
  ]);
  expect((await complete(second.id)).body.stage).toBe('partial');
  await deliver(first.id, archive);
  expect(await rows(first.id)).toMatchObject([{ outcome: 'published', reason: null }]);
  expect((await complete(first.id)).body.stage).toBe('published');
});

test('corrected before the stream is sent again: what the run brought stays what it was', async () => {
  const { id } = await begin();
  const archive = await tarOf(ofDocument('v'));
  await deliver(id, archive);
  const [row] = await rows(id);
  const path = `/v1/issued-documents/${String(row?.documentId)}/correction`;
  const data = { ...aDocument(), number: `v-${runs}`, totalCents: 1 };
  expect((await world.publish({ data, path })).status).toBe(201);
  await deliver(id, archive);
  expect(await rows(id)).toMatchObject([{ outcome: 'published', documentId: row?.documentId }]);
  expect((await complete(id)).body.stage).toBe('published');
});

test('with another embargo than before it is refused, also in the run that brought it', async () => {
  const { id } = await begin();
  const of = (embargoUntil: string) =>
    tarOf([
      ['x.json', JSON.stringify({ embargoUntil })],
      ['x.xml', ublOf({ number: `x-${runs}`, clientCode: 'DL210001', issuedOn: '2027-02-01' })],
    ]);
  for (const day of ['2027-03-01', '2027-03-01', '2027-03-02']) await deliver(id, await of(day));
  expect(await rows(id)).toMatchObject([{ outcome: 'refused', reason: 'issued-document.other-embargo' }]);
  expect((await deliver(id, await of('2027-03-01'))).body.counts).toMatchObject({ known: 1, refused: 0 });
});

test('out of an archive, in quarantine, and corrected there: it comes as read, and nobody is told of it', async () => {
  const begun = await world.http
    .post('/v1/publication-runs')
    .set({ ...world.issuer(), ...aKey() })
    .send({ reference: randomUUID(), kind: 'archive' });
  const old = { clientCode: 'DL2 99999', issuedOn: '2024-06-01' };
  await deliver(
    begun.body.id,
    await tarOf([...ofDocument('y', old), ...ofDocument('z', { issuedOn: '2024-06-01' })]),
  );
  const reported = await rows(begun.body.id);
  const correct = async (name: string) => {
    const documentId = String(reported.find((each) => each.name === name)?.documentId);
    const data = { ...aDocument(), issuedOn: '2024-06-01', number: `${name}-${runs}`, totalCents: 1 };
    const { body } = await world.publish({ data, path: `/v1/issued-documents/${documentId}/correction` });
    const seen = await world.http.get(`/v1/issued-documents/${body.id}`).set(await world.as('an.peeters'));
    return [body.delivery.channel, seen.body.isUnread];
  };
  expect([await correct('y'), await correct('z')]).toEqual([
    ['paper', false],
    ['electronic', true],
  ]);
});

test('cut off half-way, sent again: what was taken in is passed over, nothing is there twice', async () => {
  const { id } = await begin();
  const files = Array.from({ length: 120 }, (_, index) => ofDocument(`r${String(index).padStart(3, '0')}`));
  const archive = await tarOf(files.flat());
  await cutOff(id, archive.subarray(0, Math.floor(archive.length * 0.6)), archive.length);
  const halfway = (await world.http.get(`/v1/publication-runs/${id}`).set(world.issuer())).body.counts
    .published;
  expect(halfway).toBeGreaterThanOrEqual(50);
  expect(halfway).toBeLessThan(120);
  const whole = await deliver(id, archive);
  expect(whole.body.counts).toMatchObject({ published: 120, known: 0, refused: 0 });
  expect(await world.knex('issued_documents').where({ run_id: id })).toHaveLength(120);
  const blobs = await world
    .knex('issued_documents')
    .where({ run_id: id })
    .countDistinct('pdf_blob_id as n')
    .first();
  expect(Number(blobs?.n)).toBe(120);
  const events = await world.knex('events').where({ subject_id: id, kind: 'publication-run.received' });
  expect(events.length).toBeLessThanOrEqual(4);
}, 120_000);

test('streamed as it is packed, without a length, as curl sends what another program writes', async () => {
  const { id } = await begin();
  const archive = await tarOf(
    Array.from({ length: 60 }, (_, index) => ofDocument(`s${String(index)}`)).flat(),
  );
  const answer = await fetch(`http://127.0.0.1:${String(world.port)}/v1/publication-runs/${id}/documents`, {
    method: 'POST',
    headers: { ...world.issuer(), 'Content-Type': 'application/x-tar' },
    body: new Blob([new Uint8Array(archive)]).stream(),
    duplex: 'half',
  });
  expect([answer.status, await answer.json()]).toMatchObject([200, { counts: { published: 60 } }]);
}, 120_000);

test('the object store fails half-way: the answer says so, and sent again the rest is taken in', async () => {
  const { id } = await begin();
  const archive = await tarOf(
    Array.from({ length: 150 }, (_, index) => ofDocument(`u${String(index)}`)).flat(),
  );
  const away = `${world.objectFolder}.away`;
  const sealed = { ...world.deps.sealedStore };
  let puts = 0;
  Object.assign(world.deps.sealedStore, {
    putSealed: async (...asked: Parameters<typeof sealed.putSealed>) => {
      puts += 1;
      if (puts === 60) {
        await rename(world.objectFolder, away);
        await writeFile(world.objectFolder, '');
      }
      return sealed.putSealed(...asked);
    },
  });
  const broken = await deliver(id, archive);
  await rm(world.objectFolder);
  await rename(away, world.objectFolder);
  Object.assign(world.deps.sealedStore, sealed);
  expect(told(broken)).toEqual([503, 'service.object-store-away']);
  expect((await deliver(id, archive)).body.counts).toMatchObject({ published: 150, known: 0, refused: 0 });
}, 120_000);

test('the same stream twice at once: each document is there once', async () => {
  const { id } = await begin();
  const archive = await tarOf(
    Array.from({ length: 30 }, (_, index) => ofDocument(`t${String(index)}`)).flat(),
  );
  const answers = await Promise.all([deliver(id, archive), deliver(id, archive)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await world.knex('issued_documents').where({ run_id: id })).toHaveLength(30);
  expect((await rows(id, '?limit=100')).every(({ outcome }) => outcome === 'published')).toBe(true);
}, 120_000);

test('a reference is one run; another issuer sees nothing of it', async () => {
  const first = await begin('INV-2027-02');
  const again = await begin('INV-2027-02');
  expect([first.status, again.status, again.id]).toEqual([201, 200, first.id]);
  const other = await world.http.get(`/v1/publication-runs/${first.id}`).set(world.otherIssuer());
  expect([other.status, (await deliver(first.id, await tarOf([]), world.otherIssuer())).status]).toEqual([
    404, 404,
  ]);
  const list = await world.http.get('/v1/publication-runs').set(world.otherIssuer());
  expect(list.body.items).toEqual([]);
});

test('completed under one key it stays completed; without a word it ends after the days of the policy', async () => {
  const { id, body } = await begin();
  expect(body.endsAt).toBe('2027-02-09T23:00:00.000Z');
  const key = aKey();
  expect((await complete(id, key)).body.stage).toBe('published');
  expect((await complete(id, key)).body.stage).toBe('published');
  expect(told(await complete(id))).toEqual([409, 'publication-run.over']);
});

test('no archive at all', async () => {
  const { id } = await begin();
  expect(told(await deliver(id, Buffer.from('hello'.repeat(500))))).toEqual([400, 'delivery.malformed']);
  expect(told(await deliver(id, (await letterPdf()).subarray(0, 2_000)))).toEqual([
    400,
    'delivery.malformed',
  ]);
});

/** Sends a part and hangs up. */
function cutOff(id: string, part: Buffer, length: number): Promise<void> {
  return new Promise((resolve) => {
    const sending = request({
      port: world.port,
      host: '127.0.0.1',
      method: 'POST',
      path: `/v1/publication-runs/${id}/documents`,
      headers: { ...world.issuer(), 'Content-Type': 'application/x-tar', 'Content-Length': String(length) },
    });
    sending.on('error', () => resolve());
    sending.write(part, () => {
      void taken(id, 50).then(() => {
        sending.destroy();
        setTimeout(resolve, 200);
      });
    });
  });
}

async function taken(id: string, least: number): Promise<void> {
  await until(`${least} rows are taken`, async () => {
    const found = await world.knex('publication_rows').where({ run_id: id }).count({ n: '*' }).first();
    return Number(found?.n) >= least;
  });
}
