/** Search, and what is taken along of it (IP-10). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unzipSync, strFromU8 } from 'fflate';
import { ublOf } from '../../support/ubl.ts';
import type { Issuing } from './issuing.ts';
import { createIssuing, told } from './issuing.ts';

let world: Issuing;
beforeAll(async () => {
  world = await createIssuing();
  await world.receives('an.peeters', 'DL210001');
  await world.receives('an.peeters', 'DL510001');
  await world.receives('luc.dumont', 'DL210002');
  await world.publish({ data: { number: 'A-1', totalCents: 5_000, issuedOn: '2027-01-05' } });
  await world.publish({ data: { number: 'A-2', totalCents: 15_000, issuedOn: '2027-01-20' } });
  await world.publish({
    data: {
      number: 'B-1',
      kind: 'credit-note',
      refersTo: '=A-1',
      totalCents: -5_000,
      issuedOn: '2027-02-01',
    },
  });
  await world.publish({
    data: { number: '=1+1', clientCode: 'DL510001', totalCents: 25_050, issuedOn: '2026-12-01' },
  });
  await world.publish({ data: { number: 'C-1', clientCode: 'DL210002', issuedOn: '2027-01-01' } });
  await world.publish({
    data: null,
    document: ublOf({ number: 'U-1', clientCode: 'DL510001', issuedOn: '2026-11-01', total: '1.00' }),
  });
}, 120_000);
afterAll(() => world.close(), 60_000);

const reader = () => world.as('an.peeters');
const get = async (query = '', as?: Record<string, string>, ending = '') =>
  world.http
    .get(`/v1/issued-documents${ending}${query}`)
    .set({ ...(as ?? (await reader())), 'Accept-Language': 'en' });
const numbers = async (query = '', as?: Record<string, string>) =>
  (await get(query, as)).body.items.map(({ number }: { number: string }) => number);

test('the newest first, of everything he receives and of nothing else', async () => {
  expect(await numbers()).toEqual(['B-1', 'A-2', 'A-1', '=1+1', 'U-1']);
  expect(await numbers('', await world.as('luc.dumont'))).toEqual(['C-1']);
  expect(await numbers('', await world.as('bart.claes'))).toEqual([]);
});

test('an issuer searches what he sent, another one finds none of it', async () => {
  expect(await numbers('', world.issuer())).toEqual(['B-1', 'A-2', 'A-1', 'C-1', '=1+1', 'U-1']);
  expect(await numbers('', world.otherIssuer())).toEqual([]);
});

test('an issuer sees in the list what waits; who receives sees it not at all', async () => {
  const lists = async () => (await get('?number=W-&sort=number&direction=asc', world.issuer())).body.items;
  await world.publish({ data: { number: 'W-1', clientCode: 'DL299999' } });
  await world.publish({ data: { number: 'W-2' }, embargoUntil: '2027-03-01' });
  const waits = (await lists()).map((each: { delivery: { waits: string } }) => each.delivery.waits);
  expect(waits).toEqual(['quarantined', 'embargoed']);
  expect(await numbers('?number=W-')).toEqual([]);
});

test.each([
  ['?issuedFrom=2027-01-05&issuedUntil=2027-01-20', ['A-2', 'A-1']],
  ['?number=A-', ['A-2', 'A-1']],
  ['?number=%25', []],
  ['?kind=credit-note', ['B-1']],
  ['?minCents=5000&maxCents=15000', ['A-2', 'A-1']],
  ['?maxCents=0', ['B-1']],
  ['?clientCode=dl5%2010001', ['=1+1', 'U-1']],
  ['?sort=total&direction=asc', ['B-1', 'U-1', 'A-1', 'A-2', '=1+1']],
  ['?sort=number&direction=asc', ['=1+1', 'A-1', 'A-2', 'B-1', 'U-1']],
  ['?sort=client-code&direction=asc&limit=3', ['A-1', 'A-2', 'B-1']],
  ['?minCents=15000&kind=invoice&clientCode=DL210001', ['A-2']],
])('%s', async (query, expected) => {
  expect(await numbers(query)).toEqual(expected);
});

test('unread is each reader’s own, and can be searched and sorted by', async () => {
  const { body } = await get('?number=A-2');
  await world.http.put(`/v1/issued-documents/${body.items[0].id}/read`).set(await reader());
  expect(await numbers('?unread=false')).toEqual(['A-2']);
  expect(await numbers('?unread=true&limit=2')).toEqual(['B-1', 'A-1']);
  expect((await numbers('?sort=unread&direction=asc'))[0]).toBe('A-2');
});

test('page by page; a cursor of another order is refused', async () => {
  const first = await get('?limit=3');
  expect(await numbers(`?limit=3&after=${first.body.next}`)).toEqual(['=1+1', 'U-1']);
  expect(told(await get(`?sort=total&after=${first.body.next}`))).toEqual([422, 'request.invalid']);
});

test.each([
  ['/v1/issued-documents', ['2027-01-01', 'é']],
  ['/v1/issued-documents?sort=kind', ['é', 'x']],
  ['/v1/publication-runs', ['é']],
  ['/v1/client-codes', ['DL2', 'é']],
])('a cursor with letters that no id has is refused: %s %j', async (path, key) => {
  const after = Buffer.from(JSON.stringify(key)).toString('base64url');
  const answer = await world.http
    .get(`${path}${path.includes('?') ? '&' : '?'}after=${after}`)
    .set(world.issuer());
  expect(told(answer)).toEqual([422, 'request.invalid']);
});

describe('taken along', () => {
  test('as CSV: amounts have their decimals, formulas are none', async () => {
    const { text, headers } = await get('?kind=invoice&sort=number&direction=asc', undefined, '.csv');
    expect(headers['content-disposition']).toContain('documents.csv');
    expect(text.split('\r\n').slice(0, 3)).toEqual([
      'Issuer,Client code,Number,Kind,Date,Due on,Amount incl. VAT,Currency,Refers to',
      `Wagenpark Lease,DL510001,"'=1+1",invoice,2026-12-01,,250.50,EUR,`,
      'Wagenpark Lease,DL210001,A-1,invoice,2027-01-05,,50.00,EUR,',
    ]);
  });

  test('as a workbook: no cell calculates', async () => {
    const { body } = await workbook();
    const files = unzipSync(new Uint8Array(body as Buffer));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const texts = strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array());
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(`${sheet}${texts}`).toContain('=1+1');
    expect(sheet).toContain('<v>250.5</v>');
  });

  test('the documents themselves, named so that they sort', async () => {
    const { body, headers } = await zip();
    expect(headers['content-type']).toBe('application/zip');
    const files = unzipSync(new Uint8Array(body as Buffer));
    expect(Object.keys(files)).toEqual([
      '2027-02-01 DL210001 B-1.pdf',
      '2027-01-20 DL210001 A-2.pdf',
      '2027-01-05 DL210001 A-1.pdf',
      '2026-12-01 DL510001 =1+1.pdf',
      '2026-11-01 DL510001 U-1.xml',
    ]);
    expect(world.pdf.equals(Buffer.from(files['2027-01-05 DL210001 A-1.pdf'] ?? []))).toBe(true);
  });

  test('a reader who leaves half-way leaves nothing open', async () => {
    const leaving = new AbortController();
    const address = `http://127.0.0.1:${String(world.port)}/v1/issued-documents.zip`;
    const answer = await fetch(address, { headers: await reader(), signal: leaving.signal });
    leaving.abort();
    await expect(answer.arrayBuffer()).rejects.toThrow();
    expect((await get()).status).toBe(200);
  });
});

const workbook = async () =>
  world.http
    .get('/v1/issued-documents.xlsx')
    .set(await reader())
    .responseType('blob');
const zip = async () =>
  world.http
    .get('/v1/issued-documents.zip')
    .set(await reader())
    .responseType('blob');
