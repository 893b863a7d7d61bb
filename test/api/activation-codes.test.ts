/** Codes over HTTP: customers and batches from files, letters, announcements, and the one answer of a code that does not work. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PDFDocument } from 'pdf-lib';
import { closeBatch } from '../../domain/code-batch.ts';
import { codeBatchColumns, codeBatchFrom } from '../../db/code-batch-row.ts';
import type { CodeBatchRow } from '../../db/code-batch-row.ts';
import { epochOf } from '../../domain/calendar.ts';
import { aKey, createWorld, startAt } from '../support/fixtures.ts';
import type { World } from '../support/fixtures.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  world.time.now = epochOf(startAt);
});
afterEach(() => world.knex('rate_limits').delete());

const issuer = () => world.asIssuer('wagenpark-lease');
const otherIssuer = () => world.asIssuer('kade-energie');
const sendFile = (path: string, text: string | Buffer, as = issuer()) =>
  world.http.post(path).set(as).type('text/csv').send(text);
const batchFrom = (reference: string, rows: string, as = issuer()) =>
  sendFile(`/v1/code-batches?reference=${reference}`, `client_code,supersede\n${rows}`, as);
const get = async (path: string, as = issuer()) => world.http.get(path).set(as);
const check = (code: string) => world.http.post('/v1/activation-codes/check').send({ code });

/** The codes of a batch in the clear, by client code: as its letters have them. */
async function codesOf(batchId: string): Promise<Readonly<Record<string, { id: string; code: string }>>> {
  const batch = await world.knex('code_batches').where({ id: batchId }).first<{ wrapped_key: string }>();
  const rows: { id: string; sealed_code: string; code: string }[] = await world
    .knex('activation_codes as a')
    .join('client_codes as c', 'c.id', 'a.client_code_id')
    .where({ 'a.batch_id': batchId })
    .select('a.id', 'a.sealed_code', 'c.code');
  return Object.fromEntries(
    rows.map(({ id, sealed_code, code }) => {
      const plain = world.deps.vault.openUnder(batch.wrapped_key, batchId, sealed_code, [
        'activation-code',
        id,
      ]);
      return [code, { id, code: plain }];
    }),
  );
}

const announce = (path: string, on: string, as = issuer()) =>
  world.http.post(`${path}/announcements`).set(as).set(aKey()).send({ on, channel: 'letter' });

describe('customers', () => {
  test('are created one by one, once', async () => {
    const made = { code: 'dl2-20 001', companyName: 'Bakkerij Nieuw', language: 'nl' };
    const create = (body: object) => world.http.post('/v1/client-codes').set(issuer()).set(aKey()).send(body);
    const first = await create(made);
    expect([first.status, first.body.code, first.body.customerNumber]).toEqual([201, 'DL220001', '20001']);
    expect((await create(made)).body).toMatchObject({ reason: 'client-code.known', status: 409 });
    const foreign = await create({ ...made, code: 'KE700001' });
    expect(foreign.body).toMatchObject({
      reason: 'client-code.unknown-prefix',
      details: { prefixes: ['DL2', 'DL5'] },
    });
  });

  test('come as a file: each row is made, changed, known or reported', async () => {
    const file = [
      '\uFEFFClient Code;company_name;language;email;city;form_channel',
      'DL230001;Łódź Auto;en;auto@example.com;Gent;on paper',
      'DL210001;Garage Vermeulen NV;nl;;;',
      'DL910001;Nobody;nl;;;',
      'DL230002;;nl;;;',
      'DL230003;Auto;xx;;;',
      'DL230001;Łódź Auto;en;auto@example.com;Gent;on paper',
    ].join('\r\n');
    const { status, body } = await sendFile('/v1/client-codes/import', file);
    expect([status, body.rows, body.made, body.changed, body.unchanged]).toEqual([200, 6, 1, 1, 1]);
    expect(body.refused.map((row: { rowNo: number; reason: string }) => [row.rowNo, row.reason])).toEqual([
      [3, 'client-code.unknown-prefix'],
      [4, 'client-code.row-invalid'],
      [5, 'client-code.row-invalid'],
    ]);
    const { body: known } = await get('/v1/client-codes?limit=100');
    const found = known.items.find(({ code }: { code: string }) => code === 'DL230001');
    expect(found).toMatchObject({
      ...{ companyName: 'Łódź Auto', city: 'Gent', street: null, formChannel: 'on paper' },
    });
  });

  test.each([
    ['another encoding', Buffer.from('client_code,company_name\nDL21,Caf\xe9\n', 'latin1')],
    ['no heading that is known', 'a,b\n1,2\n'],
    ['a heading alone', 'client_code,company_name\n'],
    ['rows of different length', 'client_code,company_name\nDL21,a,b,c\n'],
    ['a quote that never ends', 'client_code,company_name\n"DL21,a\n'],
  ])('no valid file: %s', async (_words, file) => {
    const { status, body } = await sendFile('/v1/client-codes/import', file);
    expect([status, body.reason]).toEqual([422, 'csv.malformed']);
  });
});

describe('a batch', () => {
  test('the same file is the same batch with the same codes; another file under its reference is refused', async () => {
    const rows = 'DL210002\nDL299999\nXX1\nDL210002\nDL210003,maybe\n';
    const first = await batchFrom('same', rows);
    expect([first.status, first.body.rows, first.body.made, first.body.stage]).toEqual([201, 5, 1, 'sealed']);
    const report = await get(`/v1/code-batches/${first.body.id}/rows?refusedOnly=true`);
    expect(
      report.body.items.map((row: { rowNo: number; reason: string }) => [row.rowNo, row.reason]),
    ).toEqual([
      [2, 'client-code.unknown'],
      [3, 'client-code.unknown-prefix'],
      [4, 'code-batch.row-repeated'],
      [5, 'client-code.row-invalid'],
    ]);
    const before = await codesOf(first.body.id as string);
    const again = await batchFrom('same', rows);
    expect([again.status, again.body.id, again.body.made]).toEqual([200, first.body.id, 1]);
    expect(await codesOf(first.body.id as string)).toEqual(before);
    const other = await batchFrom('same', 'DL210003\n');
    expect(other.body).toMatchObject({ status: 409, reason: 'code-batch.reference-taken' });
    // Where the first document invites nobody makes codes.
    const invited = await batchFrom('same', 'KE700001\n', otherIssuer());
    expect(invited.body).toMatchObject({ status: 409, reason: 'code-batch.by-invitation' });
  });

  test('a half-read file goes on where it was when it is sent again', async () => {
    const rows = 'DL510004\n';
    const { body } = await batchFrom('half', rows);
    await world.knex('code_batches').where({ id: body.id }).update({ filled_at: null });
    const letters = await get(`/v1/code-batches/${body.id}/letters`);
    expect(letters.body).toMatchObject({ status: 409, reason: 'code-batch.unfinished' });
    const again = await batchFrom('half', rows);
    expect([again.status, again.body.stage, again.body.made]).toEqual([200, 'sealed', 1]);
  });

  test('a customer with a code that lives is skipped, unless the row says supersede', async () => {
    const first = await batchFrom('s1', 'DL210005\n');
    const skipped = await batchFrom('s2', 'DL210005\n');
    expect([skipped.status, skipped.body.made]).toEqual([201, 0]);
    const next = await batchFrom('s3', 'DL210005,yes\n');
    expect(next.body.made).toBe(1);
    const { body } = await get('/v1/activation-codes?clientCode=DL210005');
    expect(
      body.items.map(({ stage, batchId }: { stage: string; batchId: string }) => [stage, batchId]),
    ).toEqual([
      ['made', next.body.id],
      ['superseded', first.body.id],
    ]);
    // What is over is no longer kept in the clear.
    const kept = await world.knex('activation_codes').where({ batch_id: first.body.id }).pluck('sealed_code');
    expect(kept).toEqual([null]);
  });

  test('two with one reference at once make one batch', async () => {
    const [one, two] = await Promise.all([
      batchFrom('twins', 'DL510001\n'),
      batchFrom('twins', 'DL510001\n'),
    ]);
    expect([one.body.id, [one.status, two.status].sort()]).toEqual([two.body.id, [200, 201]]);
    expect(await world.knex('activation_codes').where({ batch_id: one.body.id })).toHaveLength(1);
  });

  test('its letters are one PDF, a page a customer; whoever reads them is told in the log; printed, nobody does', async () => {
    await batchFrom('letters', 'DL210001,yes\nDL210002,yes\nDL210003,yes\n');
    const { body } = await get('/v1/code-batches');
    const id = body.items[0].id as string;
    const pdf = await world.http.get(`/v1/code-batches/${id}/letters`).set(issuer()).responseType('blob');
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect((await PDFDocument.load(pdf.body as Buffer)).getPageCount()).toBe(3);
    const part = await world.http
      .get(`/v1/code-batches/${id}/letters?from=3&count=5`)
      .set(issuer())
      .responseType('blob');
    expect((await PDFDocument.load(part.body as Buffer)).getPageCount()).toBe(1);
    const views = await world.knex('events').where({ subject_id: id, kind: 'code-batch.letters-viewed' });
    expect(views).toHaveLength(2);
    const row = await world.knex('code_batches').where({ id }).first<CodeBatchRow>();
    const printed = closeBatch(await codeBatchFrom(world.knex, row), 'printed', startAt);
    await world.knex('code_batches').where({ id }).update(codeBatchColumns(printed));
    const gone = await get(`/v1/code-batches/${id}/letters`);
    expect(gone.body).toMatchObject({ status: 409, reason: 'code-batch.key-destroyed' });
    expect((await world.knex('code_batches').where({ id }).first()).wrapped_key).toBeNull();
  });
});

describe('a code', () => {
  async function fresh(reference: string, clientCode: string, as = issuer()) {
    const { body } = await batchFrom(reference, `${clientCode},yes\n`, as);
    const made = (await codesOf(body.id as string))[clientCode];
    if (made === undefined) throw new Error(JSON.stringify(body));
    return { ...made, batchId: body.id as string };
  }

  test('works from its announcement on, until local midnight of week 15, and says what it is for', async () => {
    const { id, code } = await fresh('w1', 'DL210001');
    expect((await check(code)).body.reason).toBe('activation-code.unusable');
    const told = await announce(`/v1/activation-codes/${id}`, '2027-02-02');
    expect([told.status, told.body.stage, told.body.endsAt]).toEqual([
      200,
      'announced',
      '2027-05-18T22:00:00.000Z',
    ]);
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'i');
    const works = await check(typed);
    expect(works.body).toMatchObject({ clientCode: 'DL210001', issuerName: 'Wagenpark Lease Services' });
    world.time.now = epochOf('2027-05-18T22:00:00.000Z');
    expect((await check(code)).status).toBe(200);
    world.time.now += 1;
    expect((await check(code)).status).toBe(422);
  });

  test('a batch is announced as a whole; codes that are over are left out, and the same again changes nothing', async () => {
    const { body } = await batchFrom('w2', 'DL210002,yes\nDL210003,yes\n');
    const codes = await codesOf(body.id as string);
    await world.http
      .post(`/v1/activation-codes/${codes['DL210003']?.id}/revocation`)
      .set(issuer())
      .set(aKey());
    const told = await announce(`/v1/code-batches/${body.id}`, '2027-02-02');
    expect(told.body).toEqual({ announced: 1, skipped: 1 });
    expect((await check(codes['DL210002']?.code ?? '')).status).toBe(200);
    const again = await announce(`/v1/code-batches/${body.id}`, '2027-02-02');
    expect(again.body).toEqual({ announced: 1, skipped: 1 });
    const events = await world
      .knex('events')
      .where({ subject_id: codes['DL210002']?.id, kind: 'activation-code.announced' });
    expect(events).toHaveLength(1);
    const future = await announce(`/v1/code-batches/${body.id}`, '2027-02-03');
    expect(future.body).toMatchObject({
      reason: 'activation-code.announced-in-future',
      details: { latest: '2027-02-02' },
    });
  });

  test('[check 42] wrong, not announced, expired, superseded, revoked, used and foreign get one answer, by the same statements', async () => {
    const unknown = '7QK2-M9XD-40TB-VW3Z';
    const quiet = await fresh('n1', 'DL210001');
    const old = await fresh('n2', 'DL210002');
    await announce(`/v1/activation-codes/${old.id}`, '2027-02-02');
    await world
      .knex('activation_codes')
      .where({ id: old.id })
      .update({ ends_at: new Date('2027-02-02T10:00:00Z') });
    const before = await fresh('n3', 'DL210003');
    await announce(`/v1/activation-codes/${before.id}`, '2027-02-02');
    await fresh('n4', 'DL210003');
    const revoked = await fresh('n5', 'DL510004');
    await announce(`/v1/activation-codes/${revoked.id}`, '2027-02-02');
    await world.http.post(`/v1/activation-codes/${revoked.id}/revocation`).set(issuer()).set(aKey());
    const used = await fresh('n6', 'DL210005');
    await announce(`/v1/activation-codes/${used.id}`, '2027-02-02');
    await useIt(used.id);
    const asked: Record<string, string> = {
      unknown,
      nonsense: 'hello',
      'not-announced': quiet.code,
      expired: old.code,
      superseded: before.code,
      revoked: revoked.code,
      used: used.code,
    };
    const answers: unknown[] = [];
    const statements: number[] = [];
    for (const code of Object.values(asked)) {
      let count = 0;
      const counted = () => (count += 1);
      world.knex.on('query', counted);
      const answer = await world.http
        .post('/v1/activation-codes/check')
        .set({ 'X-Request-Id': 'one-for-all', 'Accept-Language': 'fr' })
        .send({ code });
      world.knex.removeListener('query', counted);
      answers.push([answer.status, answer.text]);
      statements.push(count);
    }
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(JSON.stringify(answers[0])).toContain('15 semaines');
    expect(new Set(statements).size).toBe(1);
    // The issuer reads why, and the log says it; who asked does not.
    for (const { id, reason } of [
      { id: quiet.id, reason: 'not-announced' },
      { id: old.id, reason: 'expired' },
      { id: before.id, reason: 'superseded' },
      { id: revoked.id, reason: 'revoked' },
      { id: used.id, reason: 'used' },
    ]) {
      const { body } = await get(`/v1/activation-codes/${id}`);
      expect(body.refusedEntries).toEqual([{ at: startAt, reason }]);
    }
  });

  test('[check 41] a place is slowed and a hundred tries at once get through no faster; no code is voided by it', async () => {
    const { id, code } = await fresh('g1', 'DL210001');
    await announce(`/v1/activation-codes/${id}`, '2027-02-02');
    const tries = await Promise.all(Array.from({ length: 100 }, () => check('7QK2-M9XD-40TB-VW3Z')));
    const statuses = tries.map(({ status }) => status);
    expect(statuses.filter((status) => status === 422)).toHaveLength(20);
    expect(statuses.filter((status) => status === 429)).toHaveLength(80);
    await world.knex('rate_limits').delete();
    // What was right is given back: whoever has many letters may enter them all.
    for (let time = 0; time < 25; time += 1) expect((await check(code)).status).toBe(200);
  });

  test('what will happen to it, and until when it can be prevented', async () => {
    const { id } = await fresh('p1', 'DL210001');
    await announce(`/v1/activation-codes/${id}`, '2027-02-02');
    const { body } = await get(`/v1/activation-codes/${id}/plan`);
    const acts = body.acts.map((act: { kind: string; localAt: string; prevent: unknown }) => [
      act.kind,
      act.localAt,
      act.prevent !== null,
    ]);
    expect(acts).toEqual([
      ['destroy-key', '2027-02-10T00:00:00+01:00', false],
      ['remind', '2027-03-09T00:00:00+01:00', true],
      ['remind', '2027-04-27T00:00:00+02:00', true],
      ['expire', '2027-05-19T00:00:00+02:00', false],
    ]);
  });

  test('is nothing to another issuer, in lists neither; and tells its own issuer nothing of who used it', async () => {
    const { id, batchId } = await fresh('x1', 'DL210005');
    await announce(`/v1/activation-codes/${id}`, '2027-02-02');
    const account = await useIt(id);
    for (const path of [
      `/v1/activation-codes/${id}`,
      `/v1/code-batches/${batchId}`,
      `/v1/code-batches/${batchId}/letters`,
    ])
      expect((await get(path, otherIssuer())).status).toBe(404);
    const lists = [
      '/v1/activation-codes?limit=100',
      '/v1/code-batches?limit=100',
      '/v1/client-codes?limit=100',
    ];
    for (const path of lists)
      expect(JSON.stringify((await get(path, otherIssuer())).body)).not.toMatch(/DL[25]/);
    const own = await Promise.all(
      [...lists, `/v1/activation-codes/${id}`, `/v1/activation-codes/${id}/plan`].map((path) => get(path)),
    );
    const told = own.map(({ body }) => JSON.stringify(body)).join();
    expect(told).toContain('"stage":"used"');
    for (const secret of [account.accountId, account.userId, account.username])
      expect(told).not.toContain(secret);
    const revoked = await world.http.post(`/v1/activation-codes/${id}/revocation`).set(issuer()).set(aKey());
    expect(revoked.body).toMatchObject({ status: 409, reason: 'activation-code.used' });
  });
});

/** The code is used into an account of somebody, straight in the tables. */
async function useIt(codeId: string) {
  const [userId, accountId] = [crypto.randomUUID(), crypto.randomUUID()];
  const username = `receiver-${userId.slice(0, 8)}`;
  const brand = await world.knex('brands').where({ brand_key: 'postkamer' }).first<{ id: string }>('id');
  await world
    .knex('users')
    .insert({ id: userId, username, email: `${username}@example.com`, name: 'R', language: 'nl' });
  await world.knex('recipient_accounts').insert({
    ...{ id: accountId, brand_id: brand.id, main_contact_id: userId, kind: 'b2c', company_name: 'R' },
    created_at: new Date(startAt),
  });
  const used = { account_id: accountId, used_at: new Date(startAt), stage: 'used' };
  await world.knex('activation_codes').where({ id: codeId }).update(used);
  return { userId, accountId, username };
}
