/** The past after a consent, page by page, by cases (WF-36; IP-04, UP-10). */
import { expect, test } from '@jest/globals';
import type { HistoryBackfill } from '../../domain/history-backfill.ts';
import {
  backfillCommands,
  backfillStage,
  dropRest,
  planForBackfill,
  takePage,
} from '../../domain/history-backfill.ts';
import { channelFor, checkArchived } from '../../domain/issued-document.ts';
import { checkRunKind } from '../../domain/publication-run.ts';
import { reasonOf } from '../support/outcome.ts';

const at = '2027-02-02T14:00:00.000Z';
const begun: HistoryBackfill = {
  ...{ id: 'h', brand: 'b', receptionId: 'r', version: 1, begunAt: at },
  terms: { version: 1, zone: 'Europe/Brussels', pageDocuments: 500 },
  ...{ reachedOn: null, oldestOn: null, shown: 0, total: null, pausedAt: null, closed: null },
};
const first = takePage(
  begun,
  { count: 500, oldestOn: '2026-03-01', remaining: 700, reachedOn: '2026-03-01' },
  at,
);
const last = takePage(
  first,
  { count: 200, oldestOn: '2020-03-01', remaining: 200, reachedOn: '2020-02-02' },
  at,
);
const paused = backfillCommands.pause.apply(first, at);
const dropped = dropRest(first, at);

test('a page is due at once, the next one too, until all has come', () => {
  expect(planForBackfill(begun)).toEqual({ kind: 'page', at });
  expect(planForBackfill(first)).toEqual({ kind: 'page', at });
  expect([first.shown, first.total, first.reachedOn, backfillStage(first)]).toEqual([
    ...[500, 700, '2026-03-01', 'running'],
  ]);
  expect([last.shown, last.total, last.oldestOn, backfillStage(last)]).toEqual([
    ...[700, 700, '2020-03-01', 'complete'],
  ]);
  expect(planForBackfill(last)).toBeNull();
});

test('nothing was published before: it is complete with its first page', () => {
  const none = takePage(begun, { count: 0, oldestOn: null, remaining: 0, reachedOn: '2020-02-02' }, at);
  expect([none.shown, none.total, none.oldestOn, backfillStage(none)]).toEqual([0, 0, null, 'complete']);
});

test('an empty last page leaves the oldest day as it was', () => {
  const empty = takePage(first, { count: 0, oldestOn: null, remaining: 0, reachedOn: '2020-02-02' }, at);
  expect([empty.oldestOn, backfillStage(empty)]).toEqual(['2026-03-01', 'complete']);
});

test('paused nothing is due; resumed it goes on where it was; dropped it is partial, and what came stays', () => {
  expect([planForBackfill(paused), backfillStage(paused)]).toEqual([null, 'paused']);
  const resumed = backfillCommands.resume.apply(paused);
  expect([planForBackfill(resumed)?.kind, resumed.reachedOn]).toEqual(['page', '2026-03-01']);
  expect([planForBackfill(dropped), backfillStage(dropped), dropped.shown]).toEqual([null, 'partial', 500]);
  expect(backfillStage(backfillCommands.drop.apply(paused, at))).toBe('partial');
});

test.each([
  ['pause', begun, 'allow'],
  ['pause', paused, 'history-backfill.paused'],
  ['pause', last, 'history-backfill.over'],
  ['resume', begun, 'history-backfill.not-paused'],
  ['resume', paused, 'allow'],
  ['resume', dropped, 'history-backfill.over'],
  ['drop', begun, 'allow'],
  ['drop', paused, 'allow'],
  ['drop', dropped, 'history-backfill.over'],
] as const)('%s', (name, backfill, expected) => {
  expect(reasonOf(backfillCommands[name].check(backfill))).toBe(expected);
});

test.each([
  ['issued yesterday', '2027-02-01', null, 'allow'],
  ['issued today', '2027-02-02', null, 'issued-document.not-archived'],
  ['under embargo', '2027-02-01', '2027-03-01', 'issued-document.not-archived'],
])('in an archive: %s', (_words, issuedOn, embargoUntil, expected) => {
  expect(reasonOf(checkArchived(issuedOn, embargoUntil, '2027-02-02'))).toBe(expected);
});

test.each([
  ['received now, from the archive', true, true, false, 'paper'],
  ['where paper is refused now, from the archive', false, true, true, 'paper'],
  ['received', true, false, false, 'electronic'],
  ['not received', false, false, false, 'paper'],
  ['where paper is refused', false, false, true, 'electronic'],
] as const)('by which channel: %s', (_words, isReceived, isArchived, isPaperRefused, channel) => {
  expect(channelFor(isReceived, isArchived, isPaperRefused)).toBe(channel);
});

test('a reference is of one kind of run', () => {
  expect(reasonOf(checkRunKind('archive', 'archive'))).toBe('allow');
  expect(reasonOf(checkRunKind('archive', 'current'))).toBe('publication-run.other-kind');
});
