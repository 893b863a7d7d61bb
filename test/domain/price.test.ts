import type { DecisionRequest, MailItem } from '../../domain/mail-item.ts';
import { sumCents } from '../../domain/money.ts';
import { planFor, totalCents } from '../../domain/plan.ts';
import { priceFor } from '../../domain/price.ts';
import {
  acceptQuote,
  checkCorrection,
  checkQuote,
  checkQuoteAcceptance,
  correctFacts,
  offerQuote,
} from '../../domain/quote.ts';
import { checkBegin } from '../../domain/site-task.ts';
import { begun, decided, destroy, dutchSite, forwardNow, keepUntil } from '../support/mail-items.ts';
import { livedUntil, mailItem, pickUp } from '../support/mail-items.ts';

const registered: DecisionRequest = { kind: 'forward-now', manner: 'registered' };
const express: DecisionRequest = { kind: 'forward-now', manner: 'express' };
const to = (destinationCountry: string | null): MailItem => mailItem({ destinationCountry });

/** Handling 150 cents and the demo tariff of test/support. */
test.each<[string, MailItem, DecisionRequest, number | string]>([
  ['a letter within the country: 150 + 132', to('BE'), forwardNow, 282],
  ['exactly the weight of the band', mailItem({ weightGrams: 50 }), forwardNow, 282],
  ['a gram more: the next band, 150 + 264', mailItem({ weightGrams: 51 }), forwardNow, 414],
  ['heavier than every band', mailItem({ weightGrams: 101 }), forwardNow, 'needs-quote'],
  ['to a European country: 150 + 285', to('FR'), forwardNow, 435],
  ['to the rest of the world: 150 + 310', to('US'), forwardNow, 460],
  [
    'within the country of the site, not of the brand',
    mailItem({ site: dutchSite, destinationCountry: 'NL' }),
    forwardNow,
    282,
  ],
  ['from there to Belgium', mailItem({ site: dutchSite, destinationCountry: 'BE' }), forwardNow, 435],
  ['registered: 150 + 1034', to('BE'), registered, 1184],
  ['registered abroad: no line', to('FR'), registered, 'needs-quote'],
  ['express: no line', to('BE'), express, 'needs-quote'],
  ['a parcel: 150 + 720', mailItem({ format: 'parcel', weightGrams: 900 }), forwardNow, 870],
  ['a large letter: no line', mailItem({ format: 'large-letter' }), forwardNow, 'needs-quote'],
  ['nowhere to send it', to(null), forwardNow, 'needs-address'],
  ['picked up: free', to(null), pickUp, 0],
  ['destroyed: free', to(null), destroy, 0],
  ['kept: storage apart, free', to(null), keepUntil('2027-03-01'), 0],
  [
    'an offer not accepted',
    mailItem({ weightGrams: 900, quote: { cents: 1500, isAccepted: false, country: 'BE' } }),
    forwardNow,
    'needs-quote',
  ],
  [
    'an accepted offer',
    mailItem({ weightGrams: 900, quote: { cents: 1500, isAccepted: true, country: 'BE' } }),
    forwardNow,
    1500,
  ],
  [
    'an offer accepted for another country',
    mailItem({ weightGrams: 900, quote: { cents: 1500, isAccepted: true, country: 'FR' } }),
    forwardNow,
    'needs-quote',
  ],
  [
    'an offer accepted for another country, where the tariff has a price',
    mailItem({ quote: { cents: 1500, isAccepted: true, country: 'US' } }),
    forwardNow,
    282,
  ],
])('the price: %s', (_case, item, asked, expected) => {
  expect(priceFor(item, asked)).toBe(expected);
});

const wednesday = '2027-02-03T09:00:00.000Z';
const cutOff = '2027-02-03T14:00:00.000Z';
const unpriced = decided(forwardNow, wednesday, mailItem({ weightGrams: 900 }));

test('without a price the plan says so and has no total; with one it has both', () => {
  const ship = (item: MailItem) => planFor(item).find(({ kind }) => kind === 'ship');
  expect(ship(unpriced)).toMatchObject({ costCents: null, missing: 'needs-quote' });
  expect(totalCents(planFor(unpriced))).toBeNull();
  expect(ship(decided(forwardNow, wednesday, to(null)))).toMatchObject({
    costCents: null,
    missing: 'needs-address',
  });
  expect(totalCents(planFor(decided(forwardNow, wednesday)))).toBe(282);
  expect(totalCents(planFor(mailItem()))).toBe(600);
});

test('an offer is told, binds to the version seen, and lets the site begin once accepted', () => {
  const offered = offerQuote(unpriced, 1500).item;
  expect(offered.toTell.at(-1)?.kind).toBe('quote-offered');
  expect(checkQuoteAcceptance(offered, unpriced.version)).toMatchObject({
    reason: 'mail-item.version-stale',
  });
  expect(checkQuoteAcceptance(offered, offered.version)).toEqual({ ok: true });
  expect(checkBegin(livedUntil(offered, cutOff), cutOff)).toMatchObject({
    reason: 'task.quote-not-accepted',
  });
  const accepted = livedUntil(acceptQuote(offered).item, cutOff);
  expect(checkBegin(accepted, cutOff)).toEqual({ ok: true });
  expect(totalCents(planFor(accepted))).toBe(1500);
});

test('an offer for another country cannot be accepted, and the site cannot begin at its price', () => {
  const moved = { ...acceptQuote(offerQuote(unpriced, 1500).item).item, destinationCountry: 'FR' };
  expect(checkQuoteAcceptance(moved, moved.version)).toMatchObject({ reason: 'quote.not-offered' });
  expect(checkBegin(livedUntil(moved, cutOff), cutOff)).toMatchObject({ reason: 'task.quote-not-accepted' });
});

test.each([
  ['where the tariff has a price', decided(forwardNow, wednesday), 'quote.not-needed'],
  ['where nothing is to be sent', mailItem({ weightGrams: 900 }), 'quote.not-needed'],
  [
    'on paper that has gone',
    { ...unpriced, closed: { outcome: 'forwarded' as const, at: cutOff } },
    'mail-item.closed',
  ],
])('no offer %s', (_case, item, reason) => {
  expect(checkQuote(item)).toMatchObject({ ok: false, reason });
});

test('an offer is made where it is needed, and again when the first was accepted; none, none accepted', () => {
  expect(checkQuote(unpriced)).toEqual({ ok: true });
  expect(checkQuote(acceptQuote(offerQuote(unpriced, 1500).item).item)).toEqual({ ok: true });
  expect(checkQuoteAcceptance(unpriced, unpriced.version)).toMatchObject({ reason: 'quote.not-offered' });
  expect(() => acceptQuote(unpriced)).toThrow('no quote');
});

const forwarding = decided(forwardNow, wednesday);
const accepted = acceptQuote(offerQuote(unpriced, 1500).item).item;

test.each<[string, MailItem, number, boolean]>([
  ['the price changes: told', forwarding, 80, true],
  ['the same band: not told', forwarding, 30, false],
  ['nothing is to be sent: not told', mailItem(), 80, false],
  ['picked up: not told', decided(pickUp, wednesday), 80, false],
  ['an accepted offer lapses: told', accepted, 950, true],
])('the weight is corrected, and %s', (_case, item, grams, isTold) => {
  const { item: corrected } = correctFacts(item, grams, 'letter');
  expect(corrected).toMatchObject({ weightGrams: grams, quote: null, version: item.version + 1 });
  expect(corrected.toTell.slice(item.toTell.length).map(({ kind }) => kind)).toEqual(
    isTold ? ['plan-changed'] : [],
  );
});

test('facts are corrected until the site has begun', () => {
  expect(checkCorrection(forwarding)).toEqual({ ok: true });
  expect(checkCorrection(begun(forwarding, cutOff))).toMatchObject({ reason: 'mail-item.begun' });
});

test('amounts are exact: a fraction of a cent is a mistake', () => {
  expect(sumCents([150, 132, -50])).toBe(232);
  expect(() => sumCents([0.5])).toThrow('not an exact amount');
  expect(() => sumCents([Number.MAX_SAFE_INTEGER, 1])).toThrow('not an exact amount');
});
