import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { createApp } from '../../../api/app.ts';
import { createApiServer } from '../../../api/server.ts';
import { letterPdf } from '../../support/pdf.ts';
import { catalog, pdfOf } from '../../documents/pdf-corpus.ts';
import type { Intake } from './hand-in.ts';
import { aLetter, createIntake, handIn, leftBehind } from './hand-in.ts';

let intake: Intake;
let scan: Buffer;

beforeAll(async () => {
  intake = await createIntake();
  scan = await letterPdf('A letter', 2);
});
afterAll(() => intake.close());

describe('a letter that is handed in', () => {
  test('is filed, sealed, and says what happens next', async () => {
    const metadata = aLetter({ senderLine: 'Stad Gent' });
    const answer = await handIn(intake, { metadata, scan });
    expect(answer.status).toBe(201);
    expect(answer.headers.location).toBe(`/v1/mail-items/${answer.body.id}`);
    expect(answer.headers.etag).toBe('"1"');
    expect(answer.body).toMatchObject({ stage: 'undecided', version: 1 });
    const row = await intake.knex('mail_items').where({ id: answer.body.id }).first();
    expect(row).toMatchObject({ site_reference: metadata.siteReference, sender_line: 'Stad Gent' });
    expect(row.scan_sha256).toBe(createHash('sha256').update(scan).digest('hex'));
    const document = await intake.knex('documents').where({ mail_item_id: row.id }).first();
    expect(document.page_count).toBe(2);
    expect(await opened(document.blob_id)).toEqual(scan);
  });

  test('wakes its life by the event of the same transaction', async () => {
    const { body } = await handIn(intake, { scan });
    const events = await intake.knex('events').where({ subject_id: body.id });
    expect(events).toMatchObject([{ kind: 'mail-item.received', life: 'mail-item', wake_done_at: null }]);
  });

  test('gives its company a key of its own with its first scan', async () => {
    await intake.knex('company_keys').delete();
    const boxes = ['BE 1001', 'BE 1001', 'BE 2001'];
    const answers = await Promise.all(
      boxes.map((postbox) => handIn(intake, { metadata: aLetter({ postbox }), scan })),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await intake.knex('company_keys')).toHaveLength(2);
    for (const { body } of answers) {
      const { blob_id: blobId } = await intake
        .knex('documents')
        .where({ mail_item_id: body.id })
        .first('blob_id');
      expect(await opened(blobId)).toEqual(scan);
    }
  });

  test('may have been received five minutes ahead of our clock, and by the addressee it names', async () => {
    const { id: addresseeId } = await intake
      .knex('addressees')
      .where({ postbox_id: await intake.boxId('BE 1001') })
      .first('id');
    const metadata = aLetter({ receivedAt: '2027-02-02T15:05:00+01:00', addresseeId });
    expect((await handIn(intake, { metadata, scan })).status).toBe(201);
  });
});

describe('the same letter again', () => {
  test('is the same item, and its second scan is gone', async () => {
    const metadata = aLetter();
    const first = await handIn(intake, { metadata, scan });
    const before = await leftBehind(intake);
    const second = await handIn(intake, { metadata, scan });
    expect(second.status).toBe(200);
    expect(second.body).toEqual(first.body);
    const after = await leftBehind(intake);
    expect(after).toEqual({ ...before, requests: before.requests + 1 });
  });

  test('with another scan is refused and told of re-scan', async () => {
    const metadata = aLetter();
    const first = await handIn(intake, { metadata, scan });
    const before = await leftBehind(intake);
    const second = await handIn(intake, { metadata, scan: await letterPdf('Another') });
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({
      reason: 'intake.reference-taken',
      field: 'siteReference',
      details: { mailItemId: first.body.id },
    });
    expect(second.body.detail).toContain('re-scan');
    expect(await leftBehind(intake)).toEqual(before);
  });

  test('under the same key gets the same answer, also from another API after a restart', async () => {
    const handed = { metadata: aLetter(), scan, key: randomUUID() };
    const first = await handIn(intake, handed);
    const before = await leftBehind(intake);
    const restarted = createApiServer(createApp(intake.deps).callback());
    const port = await restarted.listen(0, '127.0.0.1');
    const http = supertest(`http://127.0.0.1:${port}`);
    const second = await handIn({ ...intake, http }, handed);
    await restarted.drain(100);
    expect([second.status, second.body]).toEqual([201, first.body]);
    expect(second.headers.location).toBe(first.headers.location);
    expect(await leftBehind(intake)).toEqual(before);
  });

  test.each<[string, (metadata: object) => Promise<{ metadata: object; scan: Buffer }>]>([
    ['another scan', async (metadata) => ({ metadata, scan: await letterPdf('Another') })],
    ['another weight', (metadata) => Promise.resolve({ metadata: { ...metadata, weightGrams: 21 }, scan })],
  ])('under the same key with %s is refused', async (_what, other) => {
    const key = randomUUID();
    const metadata = aLetter();
    await handIn(intake, { metadata, scan, key });
    const before = await leftBehind(intake);
    const second = await handIn(intake, { ...(await other(metadata)), key });
    expect([second.status, second.body.reason]).toEqual([409, 'request.key-reused']);
    expect(await leftBehind(intake)).toEqual(before);
  });

  test.each([
    ['under two keys', () => randomUUID()],
    ['under one key', (key: string) => key],
  ])('twice at once %s is one item with one object', async (_how, keyOf) => {
    const before = await leftBehind(intake);
    const metadata = aLetter();
    const key = randomUUID();
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => handIn(intake, { metadata, scan, key: keyOf(key) })),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    for (const { status } of answers) expect([200, 201]).toContain(status);
    const after = await leftBehind(intake);
    expect([after.items, after.blobs, after.files]).toEqual([
      before.items + 1,
      before.blobs + 1,
      before.files + 1,
    ]);
  });
});

describe('refused, with nothing left behind', () => {
  const cases: [
    string,
    () => Promise<Parameters<typeof handIn>[1]> | Parameters<typeof handIn>[1],
    unknown,
  ][] = [
    ['what is not a PDF', () => ({ scan: Buffer.from('Dear sir') }), [422, 'scan.not-a-pdf']],
    ['an empty file', () => ({ scan: Buffer.alloc(0) }), [422, 'scan.not-a-pdf']],
    [
      'an encrypted PDF',
      () => ({
        scan: pdfOf(
          [catalog, '<< /Type /Pages /Kids [] /Count 0 >>'],
          '/Root 1 0 R /Encrypt << /Filter /X >>',
        ),
      }),
      [422, 'scan.encrypted'],
    ],
    [
      'a PDF without pages',
      () => ({ scan: pdfOf([catalog, '<< /Type /Pages /Kids [] /Count 0 >>']) }),
      [422, 'scan.no-pages'],
    ],
    ['half a PDF', async () => ({ scan: (await letterPdf()).subarray(0, 400) }), [422, 'scan.damaged']],
    [
      'an unknown box',
      () => ({ scan, metadata: aLetter({ postbox: 'BE 9' }) }),
      [422, 'intake.unknown-postbox'],
    ],
    ['a box of another site', () => ({ scan, site: 'lisboa' }), [422, 'intake.unknown-postbox']],
    ['a box of another brand', () => ({ scan, site: 'amsterdam' }), [422, 'intake.unknown-postbox']],
    [
      'an addressee of nobody',
      () => ({ scan, metadata: aLetter({ addresseeId: randomUUID() }) }),
      [422, 'intake.unknown-addressee'],
    ],
    [
      'paper that came in the future',
      () => ({ scan, metadata: aLetter({ receivedAt: '2027-02-02T14:05:00.001Z' }) }),
      [422, 'intake.future-date'],
    ],
    ['an unknown field', () => ({ scan, metadata: aLetter({ colour: 'red' }) }), [422, 'request.invalid']],
    ['no weight', () => ({ scan, metadata: aLetter({ weightGrams: undefined }) }), [422, 'request.invalid']],
    [
      'a reference no label has',
      () => ({ scan, metadata: aLetter({ siteReference: ' x\n' }) }),
      [422, 'request.invalid'],
    ],
    ['metadata that is no object', () => ({ scan, metadata: [] }), [422, 'request.invalid']],
  ];
  test.each(cases)('%s', async (_what, handed, expected) => {
    const before = await leftBehind(intake);
    const answer = await handIn(intake, await handed());
    expect([answer.status, answer.body.reason]).toEqual(expected);
    expect(await leftBehind(intake)).toEqual(before);
  });

  test('a closed box', async () => {
    const box = await intake.boxId('BE 1002');
    const before = await leftBehind(intake);
    await intake.knex('postboxes').where({ id: box }).update({ closed_at: new Date() });
    const answer = await handIn(intake, { scan, metadata: aLetter({ postbox: 'BE 1002' }) });
    await intake.knex('postboxes').where({ id: box }).update({ closed_at: null });
    expect([answer.status, answer.body.reason]).toEqual([409, 'intake.closed-postbox']);
    expect(await leftBehind(intake)).toEqual(before);
  });

  test('a scan with more pages, or larger, than the policy of the brand allows', async () => {
    const policies = await intake.knex('policy_sets').select('id', 'policy');
    const { id, policy } = policies.find((each) => JSON.parse(each.policy).decisionDays === 7);
    const strict = { ...JSON.parse(policy), intake: { maxBytes: 20_000, maxPages: 2 } };
    await intake
      .knex('policy_sets')
      .where({ id })
      .update({ policy: JSON.stringify(strict) });
    const before = await leftBehind(intake);
    const metadata = aLetter({ postbox: 'NL 3001' });
    const pages = await handIn(intake, { metadata, site: 'amsterdam', scan: await letterPdf('Much', 3) });
    expect([pages.status, pages.body.reason]).toEqual([422, 'scan.too-many-pages']);
    expect(pages.body.details).toEqual({ maxPages: 2 });
    const large = await handIn(intake, {
      metadata,
      site: 'amsterdam',
      scan: Buffer.concat([scan, Buffer.alloc(200_000, ' ')]),
    });
    expect([large.status, large.body.reason]).toEqual([422, 'scan.too-large']);
    expect(large.body.details).toEqual({ maxBytes: 20_000 });
    expect(await leftBehind(intake)).toEqual(before);
  });

  test('a scan that the object store cannot take, and it is told when to come back', async () => {
    const { sealedStore } = intake.deps;
    const whole = { ...sealedStore };
    Object.assign(sealedStore, {
      putSealed: async (...[id, dataKey, content]: Parameters<typeof whole.putSealed>) => {
        await whole.putSealed(id, dataKey, content);
        await intake.deps.objectStore.remove(id);
        throw new Error('the disk is full');
      },
    });
    const before = await leftBehind(intake);
    const answer = await handIn(intake, { scan });
    Object.assign(sealedStore, whole);
    expect([answer.status, answer.body.reason]).toEqual([503, 'service.object-store-away']);
    expect(answer.headers['retry-after']).toBe('2');
    expect(await leftBehind(intake)).toEqual(before);
  });

  test('a scan whose row cannot be written: its object is gone again', async () => {
    const before = await leftBehind(intake);
    await intake.knex.raw('ALTER TABLE documents RENAME COLUMN page_count TO count_of_pages');
    const answer = await handIn(intake, { scan });
    await intake.knex.raw('ALTER TABLE documents RENAME COLUMN count_of_pages TO page_count');
    expect(answer.status).toBe(500);
    expect(await leftBehind(intake)).toEqual(before);
  });

  test('whoever is not a site', async () => {
    for (const who of ['an.peeters', 'olga.operator']) {
      const answer = await intake.http
        .post('/v1/mail-items')
        .set({ ...(await intake.as(who)), 'Idempotency-Key': randomUUID() })
        .field('metadata', JSON.stringify(aLetter()))
        .attach('scan', scan, 'letter.pdf');
      expect([answer.status, answer.body.reason]).toEqual([403, 'right.missing']);
    }
  });
});

test('somebody who works at the site hands in as well as its scanner', async () => {
  const answer = await intake.http
    .post('/v1/mail-items')
    .set({ ...(await intake.as('sam.brussel')), 'Idempotency-Key': randomUUID() })
    .field('metadata', JSON.stringify(aLetter()))
    .attach('scan', scan, 'letter.pdf');
  expect(answer.status).toBe(201);
});

/** The plain bytes of an object, opened with what the rows say. */
async function opened(blobId: string): Promise<Buffer> {
  const { company_id: companyId, wrapped_key: wrapped } = await intake
    .knex('blobs')
    .where({ id: blobId })
    .first();
  const { wrapped_key: companyKey } = await intake
    .knex('company_keys')
    .where({ company_id: companyId })
    .first();
  const dataKey = intake.deps.vault.openDataKey(companyKey, companyId, wrapped, blobId);
  const chunks: Buffer[] = [];
  for await (const chunk of await intake.deps.sealedStore.readSealed(blobId, dataKey))
    chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
