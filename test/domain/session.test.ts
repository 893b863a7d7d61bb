import type { SessionTimes } from '../../domain/session.ts';
import { isSessionOver, needsProof, sessionEnd, sessionLimits } from '../../domain/session.ts';

const at = (clock: string) => `2027-02-02T${clock}Z`;
const opened = at('08:00:00.000');
const session = (kind: SessionTimes['kind'], more: Partial<SessionTimes> = {}): SessionTimes => ({
  kind,
  lastSeenAt: opened,
  expiresAt: sessionEnd(kind, opened),
  endedAt: null,
  ...more,
});

test.each<[string, SessionTimes, string, boolean]>([
  ['a browser, unused for a moment less than half an hour', session('cookie'), at('08:29:59.999'), false],
  ['a browser, unused for half an hour', session('cookie'), at('08:30:00.000'), true],
  [
    'a browser in use to the end of twelve hours',
    used('cookie', at('19:59:59.998')),
    at('19:59:59.999'),
    false,
  ],
  ['a browser in use at twelve hours', used('cookie', at('19:59:59.999')), at('20:00:00.000'), true],
  ['a program, unused for a moment less than two hours', session('bearer'), at('09:59:59.999'), false],
  ['a program, unused for two hours', session('bearer'), at('10:00:00.000'), true],
  ['a program in use at a day', used('bearer', '2027-02-03T07:59:59.999Z'), '2027-02-03T08:00:00.000Z', true],
  ['ended a moment ago, and in use', session('cookie', { endedAt: opened }), opened, true],
])('[check 45] %s', (_words, given, now, isOver) => {
  expect(isSessionOver(given, now)).toBe(isOver);
});

test('[check 45] the longest that any session lasts is a day, and every one ends unused before that', () => {
  for (const { idleMs, absoluteMs } of Object.values(sessionLimits)) {
    expect(absoluteMs).toBeLessThanOrEqual(24 * 3_600_000);
    expect(idleMs).toBeLessThan(absoluteMs);
  }
});

test.each<[string, string | null, string, boolean]>([
  ['ten minutes ago', opened, at('08:10:00.000'), false],
  ['longer ago', opened, at('08:10:00.001'), true],
  ['never', null, opened, true],
])('[check 47] proven %s', (_words, provenAt, now, isAsked) => {
  expect(needsProof(provenAt, now)).toBe(isAsked);
});

function used(kind: SessionTimes['kind'], lastSeenAt: string): SessionTimes {
  return session(kind, { lastSeenAt });
}
