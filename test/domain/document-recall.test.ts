/** What a correction is, and which word of a recall is whose (WF-33, WF-36, IP-09). */
import { recallWordFor, staysArchived, takesItsPlace } from '../../domain/document-recall.ts';
import type { DocumentStanding, Sight } from '../../domain/issued-document.ts';
import { published as before, sight } from '../support/standing.ts';

const now = '2027-02-02T14:00:00.000Z';
const correction = { ...before, publishedAt: now };
const later = '2027-02-09T23:00:00.000Z';

test.each([
  ['at once for the same customer', {}, true],
  ['for another customer', { clientCodeId: 'c2' }, false],
  ['for nobody known', { clientCodeId: null }, false],
  ['under embargo', { visibleFromAt: later }, false],
])('a correction is in the place of the one before: %s', (_what, by, isInPlace) => {
  expect(takesItsPlace(before, { ...correction, ...by })).toBe(isInPlace);
});

test.each<[string, DocumentStanding | null, Partial<Sight>, string]>([
  ['the corrected one is there', correction, {}, 'corrected'],
  ['there is none', null, {}, 'withdrawn'],
  ['it is for another customer', { ...correction, clientCodeId: 'c2' }, {}, 'withdrawn'],
  ['it waits for its day', { ...correction, visibleFromAt: later }, {}, 'withdrawn'],
  ['he went back to paper before it', correction, { endedAt: '2027-02-02T13:59:59.999Z' }, 'withdrawn'],
  ['it lies before his floor', { ...correction, issuedOn: '2020-02-01' }, {}, 'withdrawn'],
])('what who saw the one before is told: %s', (_what, by, seen, word) => {
  expect(recallWordFor(before, by, [{ ...sight, ...seen }], now)).toBe(word);
});

const waited = { clientCodeId: null, isArchived: true };
const old = { issuedOn: '2015-06-01', embargoUntil: null };
test.each([
  ['of what waits in quarantine', waited, old, true],
  ['of what is out', { ...waited, clientCodeId: 'c1' }, old, false],
  ['of what waits and is not of an archive', { ...waited, isArchived: false }, old, false],
  ['of what waits, dated today', waited, { ...old, issuedOn: '2027-02-02' }, false],
  ['of what waits, with a day', waited, { ...old, embargoUntil: '2027-02-10' }, false],
])('a correction comes out of the archive: %s', (_what, replaced, corrected, isSo) => {
  expect(staysArchived(replaced, corrected, '2027-02-02')).toBe(isSo);
});
