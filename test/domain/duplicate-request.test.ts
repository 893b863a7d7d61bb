/** Duplicates by cases (WF-38, IP-01): whether what is asked for is stored, and how it goes on. */
import { describe, expect, test } from '@jest/globals';
import { PDFDocument, degrees } from 'pdf-lib';
import { stampDuplicate } from '../../documents/stamp-duplicate.ts';
import { decidedDocumentPolicy } from '../../domain/document-policy.ts';
import type { Asked, DuplicateRequest, Reading } from '../../domain/duplicate-request.ts';
import {
  checkFetch,
  deliverDuplicate,
  deliveryFault,
  duplicateCommands,
  duplicateSource,
  duplicateStage,
  duplicateTerms,
  endDuplicate,
  overdueDuplicate,
  planForDuplicate,
  refuseDuplicate,
} from '../../domain/duplicate-request.ts';
import { duplicateStanding } from '../../texts/duplicate-request.ts';
import { reasonOf } from '../support/outcome.ts';

const now = '2027-02-02T14:00:00.000Z';
const stored: Asked = {
  standing: {
    ...{ clientCodeId: 'c', issuedOn: '2001-01-31', publishedAt: '2027-02-01T10:00:00.000Z' },
    ...{ visibleFromAt: null, withdrawnAt: null, destroyedAt: null },
  },
  hasPdf: true,
};
const but = (of: Partial<Asked['standing']>): Asked => ({
  ...stored,
  standing: { ...stored.standing, ...of },
});
const receives: Reading = { endedAt: null };
const until = (endedAt: string): Reading => ({ endedAt });

describe('what is asked for', () => {
  test.each<[string, Asked | null, readonly Reading[], string]>([
    ['stored, from before his floor or on paper', stored, [receives], 'stored'],
    ['not stored', null, [receives], 'issuer'],
    ['stored as data without a picture', { ...stored, hasPdf: false }, [receives], 'issuer'],
    [
      'under embargo, of which nothing is told',
      but({ visibleFromAt: '2027-02-03T00:00:00.000Z' }),
      [receives],
      'issuer',
    ],
    ['withdrawn', but({ withdrawnAt: now }), [receives], 'duplicate-request.withdrawn'],
    ['destroyed', but({ destroyedAt: now }), [receives], 'duplicate-request.destroyed'],
    [
      'withdrawn and destroyed',
      but({ withdrawnAt: now, destroyedAt: now }),
      [receives],
      'duplicate-request.destroyed',
    ],
    ['published before he stopped receiving', stored, [until('2027-02-01T10:00:00.000Z')], 'stored'],
    [
      'published after he stopped receiving: another may be the customer now',
      stored,
      [until('2027-02-01T09:59:59.999Z')],
      'duplicate-request.reception-ended',
    ],
    [
      'published after the first of two receptions',
      stored,
      [until('2020-01-01T00:00:00.000Z'), receives],
      'stored',
    ],
    ['not stored, after he stopped receiving', null, [until(now)], 'duplicate-request.reception-ended'],
    [
      'withdrawn after he stopped receiving, of which nothing is told',
      but({ withdrawnAt: now }),
      [until('2026-01-01T00:00:00.000Z')],
      'duplicate-request.reception-ended',
    ],
  ])('%s', (_words, asked, readings, expected) => {
    const source = duplicateSource(asked, readings, now);
    expect(typeof source === 'object' ? source.reason : source).toBe(expected);
  });

  test('withdrawn or destroyed between the request and its delivery: refused with that', () => {
    expect([deliveryFault(stored.standing), deliveryFault(but({ withdrawnAt: now }).standing)]).toEqual([
      null,
      'withdrawn',
    ]);
    expect(deliveryFault(but({ destroyedAt: now }).standing)).toBe('destroyed');
  });
});

const terms = duplicateTerms({ ...decidedDocumentPolicy, version: 1, zone: 'Europe/Brussels' });
const fetching: DuplicateRequest = {
  ...{ id: 'q', brand: 'b', issuerId: 'i', clientCodeId: 'c', documentId: 'd', terms, version: 1 },
  ...{ openedAt: now, dueAt: null, overdueAt: null, delivered: null, refused: null, closed: null },
};
const dueAt = '2027-02-05T10:00:00.000Z';
const waiting: DuplicateRequest = { ...fetching, documentId: null, dueAt };
const overdue = overdueDuplicate(waiting, dueAt);
const delivered = deliverDuplicate(waiting, '2027-03-01T10:00:00.000Z');

describe('how it goes on', () => {
  test.each<[string, DuplicateRequest, string, object | null]>([
    ['stored: at once', fetching, 'fetching', { kind: 'deliver', at: now }],
    ['with its issuer', waiting, 'issuer', { kind: 'overdue', at: dueAt }],
    ['overdue it stays on the list', overdue, 'overdue', null],
    [
      'delivered: thirty calendar days, over the change of the clock',
      delivered,
      'delivered',
      { kind: 'end', at: '2027-03-31T22:00:00.000Z' },
    ],
    ['its days are over', endDuplicate(delivered, now), 'delivered', null],
    ['refused', refuseDuplicate(waiting, 'not-kept', now), 'refused', null],
  ])('%s', (_words, request, stage, plan) => {
    expect([duplicateStage(request), planForDuplicate(request)]).toEqual([stage, plan]);
    expect(duplicateStanding(request)).toMatch(/\.$/);
  });

  test.each<[string, DuplicateRequest, string]>([
    ['waiting for its issuer', waiting, 'allow'],
    ['overdue', overdue, 'allow'],
    ['stored', fetching, 'duplicate-request.stored'],
    ['delivered', delivered, 'duplicate-request.over'],
    ['refused', refuseDuplicate(waiting, 'not-kept', now), 'duplicate-request.over'],
  ])('its issuer answers one that is %s', (_words, request, outcome) => {
    for (const check of Object.values(duplicateCommands)) {
      const verdict = check(request);
      expect(reasonOf(verdict)).toBe(outcome);
    }
  });

  test.each<[string, DuplicateRequest, string, string]>([
    ['at the last instant', delivered, '2027-03-31T22:00:00.000Z', 'allow'],
    ['a millisecond later', delivered, '2027-03-31T22:00:00.001Z', 'duplicate-request.ended'],
    ['before it is there', waiting, now, 'duplicate-request.waiting'],
    ['refused', refuseDuplicate(waiting, 'not-kept', now), now, 'duplicate-request.refused'],
  ])('fetched %s', (_words, request, at, outcome) => {
    const verdict = checkFetch(request, [receives], at);
    expect(reasonOf(verdict)).toBe(outcome);
  });

  const fromStore = deliverDuplicate(fetching, now);
  test.each<[string, DuplicateRequest, readonly Reading[], string]>([
    ['handed in while he received', delivered, [until('2027-03-01T10:00:00.000Z')], 'allow'],
    [
      'handed in after it',
      delivered,
      [until('2027-03-01T09:59:59.999Z')],
      'duplicate-request.reception-ended',
    ],
    ['handed in after it, and he is back', delivered, [until(now), receives], 'allow'],
    ['stored when he asked', fromStore, [until(now)], 'allow'],
  ])('after he stopped receiving: %s', (_words, request, readings, outcome) => {
    const verdict = checkFetch(request, readings, '2027-03-01T12:00:00.000Z');
    expect(reasonOf(verdict)).toBe(outcome);
  });

  test('overdue is what staff read first', () => {
    expect(duplicateStanding(overdue)).toMatch(/^OVERDUE since Fri 5 Feb 2027, 11:00/);
  });
});

test('every page is stamped, a turned one too, and stays as large as it was', async () => {
  const made = await PDFDocument.create();
  for (const angle of [0, 90, 180, 270]) made.addPage([300, 200]).setRotation(degrees(angle));
  const plain = await made.save();
  const stamped = await PDFDocument.load(await stampDuplicate(plain, 'DUPLICAAT'));
  const pages = stamped.getPages();
  expect(pages.map((page) => [page.getWidth(), page.getHeight(), page.getRotation().angle])).toEqual(
    [0, 90, 180, 270].map((angle) => [300, 200, angle]),
  );
  for (const page of pages) expect(page.node.Contents()).toBeDefined();
  for (const page of (await PDFDocument.load(plain)).getPages()) expect(page.node.Contents()).toBeUndefined();
});
