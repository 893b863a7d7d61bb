/** Invoices and credit notes as an issuer publishes them, and their awkward cases (WF-33). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { recallNotice } from '../../../db/queries/recall-notices.ts';
import { letterPdf } from '../../support/pdf.ts';
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

const reader = () => world.as('an.peeters');
const read = async (id: string, as?: Record<string, string>) =>
  world.http.get(`/v1/issued-documents/${id}`).set(as ?? (await reader()));
const content = async (id: string, form = '') =>
  world.http
    .get(`/v1/issued-documents/${id}/content${form}`)
    .set(await reader())
    .responseType('blob');
const blobs = async () => Number((await world.knex('blobs').count({ n: '*' }).first())?.n);

describe('a PDF with its data', () => {
  test('is there for who receives its client code, and opens byte for byte', async () => {
    const published = await world.publish();
    expect(told(published)).toEqual([201, undefined]);
    expect(published.body).toMatchObject({
      clientCode: 'DL210001',
      forms: ['pdf'],
      isUnread: null,
      delivery: { channel: 'electronic', waits: null },
    });
    const seen = await read(published.body.id);
    expect(seen.body).toMatchObject({ totalCents: 12_100, currency: 'EUR', isUnread: true, delivery: null });
    const opened = await content(published.body.id);
    expect([opened.status, world.pdf.equals(opened.body as Buffer)]).toEqual([200, true]);
    expect(opened.headers['content-disposition']).toContain('DL210001');
  });

  test('goes on paper where nobody receives it; it is stored all the same', async () => {
    const { body } = await world.publish({ data: { clientCode: 'DL210003' } });
    expect(body.delivery).toMatchObject({ channel: 'paper' });
    expect((await read(body.id)).status).toBe(404);
  });

  test('is sealed: what lies in the store says nothing, and without its key nobody reads it', async () => {
    const { body } = await world.publish();
    const row = await world.knex('issued_documents').where({ id: body.id }).first();
    const blob = await world.knex('blobs').where({ id: row.pdf_blob_id }).first();
    expect([blob.company_id, blob.issuer_id]).toEqual([null, row.issuer_id]);
    await world.knex('blobs').where({ id: blob.id }).update({ wrapped_key: null });
    expect(told(await world.http.get(`/v1/issued-documents/${body.id}/content`).set(await reader()))).toEqual(
      [409, 'issued-document.destroyed'],
    );
  });
});

test('its plan says what will happen and until when who asks can prevent it; what is embargoed no reader asks about', async () => {
  const { body } = await world.publish({ embargoUntil: '2027-03-29' });
  const plan = async (as: Record<string, string>) =>
    world.http.get(`/v1/issued-documents/${String(body.id)}/plan`).set({ ...as, 'Accept-Language': 'en' });
  const issuers = await plan(world.issuer());
  const publish = { kind: 'publish', at: '2027-03-28T22:00:00.000Z', localAt: '2027-03-29T00:00:00+02:00' };
  const withdraw = { operation: 'withdrawIssuedDocument', until: publish.at };
  expect(issuers.body).toMatchObject({
    acts: [{ ...publish, prevent: withdraw }],
    kept: { reason: 'received' },
  });
  expect((await plan(await world.as('olga.operator'))).body.acts[0].prevent).toBeNull();
  expect((await plan(await reader())).status).toBe(404);
  const visible = (await world.publish()).body.id as string;
  const seen = await world.http.get(`/v1/issued-documents/${visible}/plan`).set(await reader());
  expect([seen.status, seen.body.acts]).toEqual([200, []]);
});

describe('UBL', () => {
  test('says itself what is printed on it, and brings its PDF along', async () => {
    const ubl = ublOf({ number: 'UBL-1', clientCode: 'dl2-10001', issuedOn: '2027-02-01', pdf: world.pdf });
    const { status, body } = await world.publish({ data: null, document: ubl });
    expect([status, body.number, body.clientCode, body.forms]).toEqual([
      201,
      'UBL-1',
      'DL210001',
      ['pdf', 'ubl'],
    ]);
    expect(world.pdf.equals((await content(body.id)).body as Buffer)).toBe(true);
    expect(ubl.equals((await content(body.id, '?form=ubl')).body as Buffer)).toBe(true);
  });

  test('without a PDF is read as it is', async () => {
    const { body } = await world.publish({
      data: null,
      document: ublOf({ number: 'UBL-2', clientCode: 'DL210001', issuedOn: '2027-02-01' }),
    });
    const opened = await content(body.id);
    expect([body.forms, opened.headers['content-type']]).toEqual([['ubl'], 'application/xml']);
    expect((await content(body.id, '?form=pdf')).status).toBe(404);
  });

  test.each([
    ['a document type', { prologue: '<!DOCTYPE x SYSTEM "file:///etc/passwd">' }, 'ubl.dtd'],
    ['no customer', { clientCode: '' }, 'ubl.missing'],
    ['a PDF that is none', { pdf: Buffer.from('%PDF-1.7 nothing') }, 'scan.damaged'],
  ])('with %s is refused and leaves nothing behind', async (_what, facts, reason) => {
    const before = await blobs();
    const answer = await world.publish({ data: null, document: ublOf({ issuedOn: '2027-02-01', ...facts }) });
    expect([told(answer), await blobs()]).toEqual([[422, reason], before]);
  });
});

describe('duplicates by issuer and number', () => {
  test('the same bytes are the same document, other bytes are refused by its name', async () => {
    const data = aDocument();
    const first = await world.publish({ data });
    const before = await blobs();
    const again = await world.publish({ data });
    expect([again.status, again.body.id]).toEqual([200, first.body.id]);
    const other = await world.publish({ data, document: await letterPdf('Another invoice') });
    expect([told(other), other.body.details?.documentId ?? other.body.documentId]).toEqual([
      [409, 'issued-document.number-taken'],
      first.body.id,
    ]);
    expect(told(await world.publish({ data: { ...data, totalCents: 1 } }))).toEqual([
      409,
      'issued-document.number-taken',
    ]);
    expect(await blobs()).toBe(before);
  });

  test('with another day it is not moved in silence: refused by its name, and a correction says the day', async () => {
    const data = aDocument();
    const first = await world.publish({ data, embargoUntil: '2027-02-10' });
    expect((await world.publish({ data, embargoUntil: '2027-02-10' })).status).toBe(200);
    for (const embargoUntil of ['2027-02-20', undefined]) {
      const again = await world.publish({ data, ...(embargoUntil !== undefined && { embargoUntil }) });
      expect([told(again), again.body.details?.documentId ?? again.body.documentId]).toEqual([
        [409, 'issued-document.other-embargo'],
        first.body.id,
      ]);
    }
    expect((await read(first.body.id, world.issuer())).body.delivery.visibleFromAt).toBe(
      '2027-02-09T23:00:00.000Z',
    );
  });

  test('twenty at once are one document', async () => {
    const data = aDocument();
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.publish({ data })));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(19).fill(200), 201]);
    expect(await world.knex('issued_documents').where({ number: data.number })).toHaveLength(1);
  });

  test('under one key the answer is the same; another document under it is refused', async () => {
    const key = randomUUID();
    const data = aDocument();
    const first = await world.publish({ data, key });
    const again = await world.publish({ data, key });
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
    expect(told(await world.publish({ key }))).toEqual([409, 'request.key-reused']);
  });

  test('another issuer has numbers of its own', async () => {
    const data = aDocument();
    await world.publish({ data });
    const other = await world.publish({ data: { ...data, clientCode: 'KE700001' }, as: world.otherIssuer() });
    expect(other.status).toBe(201);
  });
});

test('a credit note may come before its invoice', async () => {
  const invoice = aDocument();
  const note = await world.publish({
    data: { kind: 'credit-note', refersTo: invoice.number, totalCents: -12_100 },
  });
  expect(note.body).toMatchObject({ refersTo: invoice.number, totalCents: -12_100 });
  expect((await world.publish({ data: invoice })).status).toBe(201);
});

describe('an unknown client number', () => {
  const quarantined = async (more: Parameters<Issuing['publish']>[0] = {}) => {
    const { status, body } = await world.publish({
      ...more,
      data: { clientCode: 'DL2 99999', ...more.data },
    });
    expect([status, body.delivery]).toEqual([
      201,
      expect.objectContaining({ waits: 'quarantined', channel: null }),
    ]);
    const list = await world.http.get('/v1/document-cases?limit=100').set(await world.as('olga.operator'));
    const found = list.body.items.find((each: { document: { id: string } }) => each.document.id === body.id);
    return { id: body.id as string, caseId: found.id as string, number: body.number as string };
  };
  const decide = async (caseId: string, what: string, body: object) =>
    world.http
      .post(`/v1/document-cases/${caseId}/${what}`)
      .set({ ...(await world.as('olga.operator')), ...aKey() })
      .send(body);
  const clientCodeId = async (code: string) =>
    (await world.knex('client_codes').where({ code }).first<{ id: string }>('id')).id;

  test('of letters that no number has is looked for like any other, and is nobody’s', async () => {
    const operator = await world.as('olga.operator');
    const clientCode = encodeURIComponent('№é');
    const asked = {
      ...{ 'recipient-accounts': operator, 'account-invitations': operator },
      ...{ 'activation-codes': world.issuer(), 'issued-documents': world.issuer() },
    };
    for (const [path, who] of Object.entries(asked)) {
      const { status, body } = await world.http.get(`/v1/${path}?clientCode=${clientCode}`).set(who);
      expect([path, status, body.items]).toEqual([path, 200, []]);
    }
  });

  test('waits for staff, who say whose it is; then it is there', async () => {
    const { id, caseId } = await quarantined();
    expect((await read(id)).status).toBe(404);
    const assigned = await decide(caseId, 'assignment', { clientCodeId: await clientCodeId('DL210001') });
    expect([assigned.status, assigned.body.stage]).toEqual([200, 'published']);
    expect((await read(id)).body.clientCode).toBe('DL210001');
    expect((await read(id, world.issuer())).body.delivery).toMatchObject({
      channel: 'electronic',
      waits: null,
    });
    expect(told(await decide(caseId, 'rejection', { reason: 'unknown-client' }))).toEqual([
      409,
      'document-case.over',
    ]);
  });

  test('is no other issuer’s to be assigned to', async () => {
    const { caseId } = await quarantined();
    const answer = await decide(caseId, 'assignment', { clientCodeId: await clientCodeId('KE700001') });
    expect(told(answer)).toEqual([422, 'issued-document.unknown-client']);
  });

  test('rejected: nobody gets it, and its number is free for the right document', async () => {
    const { id, caseId, number } = await quarantined();
    const rejected = await decide(caseId, 'rejection', { reason: 'unknown-client' });
    expect(rejected.body).toMatchObject({ stage: 'rejected', rejected: 'unknown-client' });
    expect((await read(id, world.issuer())).body.delivery.withdrawnAt).not.toBeNull();
    expect((await world.publish({ data: { number } })).status).toBe(201);
  });

  test('assigned while under embargo it still waits for its day', async () => {
    const { id, caseId } = await quarantined({ embargoUntil: '2027-03-01' });
    const assigned = await decide(caseId, 'assignment', { clientCodeId: await clientCodeId('DL210001') });
    expect(assigned.body).toMatchObject({ stage: 'embargoed', visibleFromAt: '2027-02-28T23:00:00.000Z' });
    expect((await read(id)).status).toBe(404);
  });
});

describe('an embargo', () => {
  test('hides it until local midnight of its day', async () => {
    const { body } = await world.publish({ embargoUntil: '2027-02-10' });
    expect(body.delivery).toMatchObject({ waits: 'embargoed', visibleFromAt: '2027-02-09T23:00:00.000Z' });
    const before = world.time.now;
    try {
      world.time.now = Date.parse('2027-02-09T22:59:59.999Z');
      expect((await read(body.id)).status).toBe(404);
      world.time.now += 1;
      expect((await read(body.id)).status).toBe(200);
    } finally {
      world.time.now = before;
    }
  });

  test('a document dated tomorrow needs one', async () => {
    const data = { issuedOn: '2027-02-03' };
    expect(told(await world.publish({ data }))).toEqual([422, 'issued-document.dated-later']);
    expect((await world.publish({ data, embargoUntil: '2027-02-03' })).status).toBe(201);
  });
});

describe('withdrawn', () => {
  const withdraw = (id: string, key = aKey()) =>
    world.http.post(`/v1/issued-documents/${id}/withdrawal`).set({ ...world.issuer(), ...key });

  test('nobody sees it any more, who could is told, its number stays taken', async () => {
    const data = aDocument();
    const { body } = await world.publish({ data });
    const key = aKey();
    expect((await withdraw(body.id, key)).body.delivery.waits).toBe('recalled');
    expect([(await read(body.id)).status, (await content(body.id)).status]).toEqual([404, 404]);
    expect((await withdraw(body.id, key)).status).toBe(200);
    expect(told(await withdraw(body.id))).toEqual([409, 'issued-document.withdrawn']);
    const other = await world.publish({ data: { ...data, totalCents: 1 } });
    expect(told(other)).toEqual([409, 'issued-document.withdrawn']);
    await world.wakeAll();
    await until('the mail has gone', async () => {
      const told = await world
        .knex('notices')
        .where({ kind: 'issued-document-withdrawn' })
        .whereNotNull('told_at');
      return told.length === 1;
    });
  });

  test('by mistake: publishing it again is no success, a correction with the same content brings it back', async () => {
    const [data, key, later] = [aDocument(), randomUUID(), randomUUID()];
    const { body } = await world.publish({ data, key });
    expect((await world.publish({ data, key: later })).status).toBe(200);
    await withdraw(body.id);
    const again = await world.publish({ data });
    expect([told(again), again.body.details?.documentId ?? again.body.documentId]).toEqual([
      [409, 'issued-document.withdrawn'],
      body.id,
    ]);
    const repeated = [await world.publish({ data, key }), await world.publish({ data, key: later })];
    expect(repeated.map(({ status, body: { id } }) => [status, id])).toEqual([
      [201, body.id],
      [200, body.id],
    ]);
    const path = `/v1/issued-documents/${String(body.id)}/correction`;
    const back = await world.publish({ data, path });
    expect([back.status, (await read(back.body.id)).status]).toEqual([201, 200]);
    expect((await world.publish({ data })).body.id).toBe(back.body.id);
  });

  test('a download that has begun arrives whole', async () => {
    const large = await letterPdf('A long invoice', 60);
    const { body } = await world.publish({ document: large });
    const [opened, withdrawn] = await Promise.all([content(body.id), withdraw(body.id)]);
    expect(withdrawn.status).toBe(200);
    if (opened.status === 200) expect(large.equals(opened.body as Buffer)).toBe(true);
    else expect(opened.status).toBe(404);
    expect((await content(body.id)).status).toBe(404);
  });

  test('under embargo or in quarantine: before anybody saw it nobody is told', async () => {
    const { body } = await world.publish({ embargoUntil: '2027-03-01' });
    expect((await withdraw(body.id)).body.delivery).toMatchObject({ waits: null });
    const cases = await world.knex('document_cases').where({ document_id: body.id });
    expect(cases.map(({ outcome }) => outcome)).toEqual(['withdrawn']);
    expect(await world.knex('notices').where({ life_id: cases[0].id })).toEqual([]);
  });

  test('twice at once it is withdrawn once', async () => {
    const { body } = await world.publish();
    const answers = await Promise.all([withdraw(body.id), withdraw(body.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await world.knex('document_cases').where({ document_id: body.id })).toHaveLength(1);
  });
});

describe('corrected', () => {
  const correct = (id: string, given: Parameters<Issuing['publish']>[0]) =>
    world.publish({ ...given, path: `/v1/issued-documents/${id}/correction` });

  test('the new one takes its place, unread; the one before stays on record', async () => {
    const data = aDocument();
    const { body } = await world.publish({ data });
    await world.http.put(`/v1/issued-documents/${body.id}/read`).set(await reader());
    const corrected = await correct(body.id, { data: { ...data, totalCents: 24_200 } });
    expect([corrected.status, corrected.body.delivery.corrects]).toEqual([201, body.id]);
    expect((await read(body.id)).status).toBe(404);
    expect((await read(corrected.body.id)).body).toMatchObject({ totalCents: 24_200, isUnread: true });
    expect((await read(body.id, world.issuer())).body.delivery.withdrawnAt).not.toBeNull();
    expect(told(await correct(body.id, { data: { ...data, totalCents: 1 } }))).toEqual([
      409,
      'issued-document.superseded',
    ]);
  });

  test('with another number, or unchanged, it is none', async () => {
    const data = aDocument();
    const { body } = await world.publish({ data });
    expect(told(await correct(body.id, {}))).toEqual([422, 'issued-document.other-number']);
    expect(told(await correct(body.id, { data }))).toEqual([409, 'issued-document.unchanged']);
  });

  test('what waited is closed by it', async () => {
    const data = aDocument();
    const { body } = await world.publish({ data: { ...data, clientCode: 'DL299999' } });
    const corrected = await correct(body.id, { data });
    expect([corrected.status, corrected.body.delivery.waits]).toEqual([201, null]);
    expect((await read(corrected.body.id)).status).toBe(200);
    expect(await outcomesOf(body.id)).toEqual(['corrected']);
    await world.wakeAll();
  });

  const outcomesOf = async (id: string) =>
    world.knex('document_cases').where({ document_id: id }).pluck('outcome');

  test.each([
    ['under embargo', { embargoUntil: '2027-02-10' }, {}, 'embargoed'],
    ['in quarantine', {}, { clientCode: 'DL299999' }, 'quarantined'],
  ])('refused, what waited waits on: %s', async (_words, more, of, waits) => {
    const data = { ...aDocument(), ...of };
    const { body } = await world.publish({ ...more, data });
    const damaged = { ...more, data, document: Buffer.from('%PDF-1.7 x') };
    expect(told(await correct(body.id, more))).toEqual([422, 'issued-document.other-number']);
    expect(told(await correct(body.id, damaged))).toEqual([422, 'scan.damaged']);
    expect(told(await correct(body.id, { ...more, data }))).toEqual([409, 'issued-document.unchanged']);
    expect((await read(body.id, world.issuer())).body.delivery).toMatchObject({ waits, withdrawnAt: null });
    expect(await outcomesOf(body.id)).toEqual([null]);
  });

  test('the day of an embargo moves by it, later and to at once, and what is out has none to move', async () => {
    const data = aDocument();
    const first = await world.publish({ data, embargoUntil: '2027-02-10' });
    const later = await correct(first.body.id, { data, embargoUntil: '2027-02-20' });
    expect([later.status, later.body.delivery]).toEqual([
      201,
      expect.objectContaining({ waits: 'embargoed', visibleFromAt: '2027-02-19T23:00:00.000Z' }),
    ]);
    const now = await correct(later.body.id, { data });
    expect([now.status, (await read(now.body.id)).status]).toEqual([201, 200]);
    expect([await outcomesOf(first.body.id), await outcomesOf(later.body.id)]).toEqual([
      ['corrected'],
      ['corrected'],
    ]);
    const hidden = await correct(now.body.id, { data, embargoUntil: '2027-02-20' });
    expect(told(hidden)).toEqual([409, 'issued-document.unchanged']);
  });
});

describe('whom a correction tells (IP-09)', () => {
  const readersNoticed = async (documentId: string) =>
    world
      .knex('noticed_documents as n')
      .join('document_notices as d', 'd.id', 'n.notice_id')
      .join('users as u', 'u.id', 'd.user_id')
      .where('n.document_id', documentId)
      .pluck('u.username');
  const mailsOf = async (documentId: string) =>
    world
      .knex('notices as n')
      .join('document_cases as k', 'k.id', 'n.life_id')
      .where('k.document_id', documentId)
      .pluck('n.kind');
  const correct = (id: string, data: Readonly<Record<string, unknown>>) =>
    world.publish({ data, path: `/v1/issued-documents/${id}/correction` });
  beforeAll(() => world.receives('bart.claes', 'DL510004'));

  test('who could see the one before is told of the correction only', async () => {
    const data = aDocument();
    const { body } = await world.publish({ data });
    const corrected = await correct(body.id, { ...data, totalCents: 1 });
    expect(await readersNoticed(corrected.body.id)).toEqual([]);
    const [kase] = await world.knex('document_cases').where({ document_id: body.id }).pluck('id');
    const told = async (kind: string) =>
      (await recallNotice(world.knex, kase, { key: '', kind }))?.recipients.length ?? 0;
    expect(await mailsOf(body.id)).toContain('issued-document-corrected');
    expect([await told('issued-document-corrected'), await told('issued-document-withdrawn')]).toEqual([
      1, 0,
    ]);
  });

  test('who went back to paper before it came finds none, and is told that the one before is gone', async () => {
    const before = { from: '2026-01-01T00:00:00.000Z', until: '2027-02-02T13:59:59.000Z' };
    const data = { ...aDocument(), clientCode: 'DL210005' };
    const { body } = await world.publish({ data });
    await world.receives('bart.claes', 'DL210005', before);
    await world
      .knex('issued_documents')
      .where({ id: body.id })
      .update({ published_at: new Date('2027-02-01T10:00:00.000Z') });
    const corrected = await correct(body.id, { ...data, totalCents: 1 });
    expect((await read(corrected.body.id, await world.as('bart.claes'))).status).toBe(404);
    const owed = await world
      .knex('notices as n')
      .join('document_cases as k', 'k.id', 'n.life_id')
      .where('k.document_id', body.id)
      .select('n.kind', 'n.life_id');
    const hears = await Promise.all(
      owed.map(async ({ kind, life_id: id }) => {
        const notice = await recallNotice(world.knex, id, { key: '', kind });
        return [kind, notice?.recipients.length ?? 0];
      }),
    );
    expect(hears.toSorted()).toEqual([
      ['issued-document-corrected', 0],
      ['issued-document-withdrawn', 1],
    ]);
  });

  test('it went to the wrong customer: the right one is told of a new document', async () => {
    const data = aDocument();
    const { body } = await world.publish({ data });
    const corrected = await correct(body.id, { ...data, clientCode: 'DL510004' });
    expect((await read(corrected.body.id, await world.as('bart.claes'))).status).toBe(200);
    expect(await readersNoticed(corrected.body.id)).toEqual(['bart.claes']);
    expect(await mailsOf(body.id)).toEqual(['issued-document-withdrawn']);
  });
});

describe('marks', () => {
  test('are each reader’s own; the issuer sees none', async () => {
    const { body } = await world.publish();
    const path = `/v1/issued-documents/${body.id}/read`;
    expect((await world.http.put(path).set(await reader())).status).toBe(204);
    expect((await read(body.id)).body.isUnread).toBe(false);
    expect((await read(body.id, world.issuer())).body.isUnread).toBeNull();
    expect((await world.http.delete(path).set(await reader())).status).toBe(204);
    expect((await read(body.id)).body.isUnread).toBe(true);
    expect((await world.http.put(path).set(await world.as('bart.claes'))).status).toBe(404);
  });
});

test.each([
  ['no data with a PDF', { data: null }, [422, 'delivery.no-data']],
  ['data with UBL', { document: ublOf() }, [422, 'delivery.data-twice']],
  ['no PDF at all', { document: Buffer.from('hello') }, [422, 'scan.not-a-pdf']],
  ['a damaged PDF', { document: Buffer.from('%PDF-1.7 x') }, [422, 'scan.damaged']],
])('%s is refused', async (_what, given, expected) => {
  expect(told(await world.publish(given))).toEqual(expected);
});
