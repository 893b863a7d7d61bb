import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { World } from '../../support/fixtures.ts';
import { createWorld, startAt } from '../../support/fixtures.ts';

let world: World;
let itemId: string;
let documentId: string;
beforeAll(async () => {
  world = await createWorld();
  ({ itemId, documentId } = await world.arrive({ senderLine: 'Stad Gent', reference: 'GNT-1' }));
});
afterAll(() => world.close());

const get = async (path: string, who = 'an.peeters') =>
  world.http.get(`/v1/mail-items/${path}`).set(await world.as(who));

describe('a letter', () => {
  test('is told whole, with its version as entity tag', async () => {
    const { status, body, headers } = await get(itemId);
    expect(status).toBe(200);
    expect(headers['etag']).toBe('"1"');
    expect(body).toMatchObject({
      id: itemId,
      version: 1,
      stage: 'undecided',
      stageText: 'wacht op uw keuze',
      decision: null,
      dueAt: '2027-02-16T23:00:00.000Z',
      changeableUntil: null,
      costCents: 0,
      siteReference: 'GNT-1',
      senderLine: 'Stad Gent',
      addressee: null,
      format: 'letter',
      weightGrams: 20,
      publishedAt: startAt,
      unread: true,
      zone: 'Europe/Brussels',
      siteZone: 'Europe/Brussels',
      primaryOption: 'scan',
      quote: null,
      heldSince: null,
      closed: null,
      scan: { documentId, location: 'inbox', pageCount: 1, trashing: null },
    });
    expect(body.storage).toEqual({
      periodDays: 7,
      periodCents: 50,
      chargedPeriods: 0,
      nextChargeAt: '2027-02-16T23:00:00.000Z',
      endsAt: '2027-05-11T22:00:00.000Z',
      lastDay: '2027-05-11',
      freeUntil: null,
      graceUntil: null,
    });
    expect(body.nextAct).toMatchObject({ kind: 'remind', localAt: '2027-02-14T00:00:00+01:00' });
  });

  test('offers what the box allows, priced by manner', async () => {
    const { body } = await get(itemId);
    const offers = new Map(
      (body.decisions as { kind: string; text: string; prices: unknown[] }[]).map((each) => [
        each.kind,
        each,
      ]),
    );
    expect([...offers.keys()]).toEqual(['forward-now', 'forward-on-date', 'keep', 'pick-up', 'destroy']);
    expect(offers.get('forward-now')).toEqual({
      kind: 'forward-now',
      text: 'nu doorsturen',
      prices: [
        { manner: 'standard', cents: 307, missing: null },
        { manner: 'registered', cents: 1184, missing: null },
        { manner: 'express', cents: 1600, missing: null },
      ],
    });
    expect(offers.get('destroy')?.prices).toEqual([{ manner: null, cents: 0, missing: null }]);
  });

  test('has no price where there is no address, or no line in the tariff', async () => {
    const { itemId: nowhere } = await world.arrive({ box: 'NL 3002' });
    const missing = await get(nowhere, 'emma.jansen');
    expect(missing.body.decisions[0].prices[0]).toEqual({
      manner: 'standard',
      cents: null,
      missing: 'needs-address',
    });
    const { itemId: heavy } = await world.arrive({ format: 'parcel', weightGrams: 40_000 });
    const quoted = await get(heavy);
    expect(quoted.body.decisions[0].prices[0]).toEqual({
      manner: 'standard',
      cents: null,
      missing: 'needs-quote',
    });
  });

  test('is read by site and operator, who keep no marks; the site of another place sees nothing', async () => {
    const site = await world.http.get(`/v1/mail-items/${itemId}`).set(world.asSite('brussel'));
    expect([site.status, site.body.unread]).toEqual([200, null]);
    const operator = await get(itemId, 'olga.operator');
    expect([operator.status, operator.body.unread]).toEqual([200, null]);
    const elsewhere = await world.http.get(`/v1/mail-items/${itemId}`).set(world.asSite('lisboa'));
    expect(elsewhere.status).toBe(404);
  });

  test('of somebody else is answered like one that does not exist, in the same bytes', async () => {
    const paths = ['', '/plan', '/plan?decision=destroy', '/history', '/scan'];
    const missing = '0193b0a1-7c1e-7d3a-9f52-3f6a1c2b4d5e';
    const tell = (text: string) => text.replaceAll(/"requestId":"[^"]+"/g, '');
    for (const path of paths) {
      const foreign = await get(`${itemId}${path}`, 'emma.jansen');
      const absent = await get(`${missing}${path}`, 'emma.jansen');
      expect([foreign.status, absent.status]).toEqual([404, 404]);
      expect(tell(foreign.text)).toBe(tell(absent.text));
    }
  });

  test('has its PDF under its own id too', async () => {
    const { itemId: id, documentId: document, pdf } = await world.arrive();
    const headers = { ...(await world.as('chloe.lambert')), Range: 'bytes=0-99' };
    const byItem = await world.http.get(`/v1/mail-items/${id}/scan`).set(headers);
    const byDocument = await world.http.get(`/v1/documents/${document}/content`).set(headers);
    expect([byItem.status, byDocument.status]).toEqual([206, 206]);
    expect(byItem.body).toEqual(pdf.subarray(0, 100));
    expect(byDocument.body).toEqual(byItem.body);
  });

  test('holds nothing for a member without a grant', async () => {
    const { itemId: granted } = await world.arrive({ box: 'PT 1003' });
    expect((await get(granted, 'bart.claes')).status).toBe(404);
  });
});

describe('a letter in another zone than its brand', () => {
  test('has deadlines on the brand’s clock and cut-offs on the site’s', async () => {
    const { itemId: lisbon } = await world.arrive({ box: 'PT 1003' });
    const { body } = await get(`${lisbon}/plan?decision=forward-now`);
    expect(body.decision).toMatchObject({
      kind: 'forward-now',
      plannedOn: '2027-02-02',
      changeableUntil: '2027-02-02T14:30:00.000Z',
    });
    expect(body.acts[0]).toMatchObject({ localAt: '2027-02-02T14:30:00+00:00', zone: 'Europe/Lisbon' });
    const { body: item } = await get(lisbon);
    expect([item.zone, item.siteZone]).toEqual(['Europe/Brussels', 'Europe/Lisbon']);
    expect(item.dueAt).toBe('2027-02-16T23:00:00.000Z');
  });
});
