import { decisionPeriodFor } from '../../domain/decision.ts';
import { checkPromise } from '../../domain/postbox.ts';

test.each([
  ['nothing was promised', 14, null, 14, 'PP-09'],
  ['more was promised than the policy gives', 14, 21, 21, 'X-01'],
  ['both periods were promised: the longer one wins', 7, 14, 14, 'X-01'],
  ['less was promised: the policy counts', 14, 7, 14, 'PP-09'],
  ['as much was promised', 14, 14, 14, 'PP-09'],
])('the days to decide: %s', (_case, decisionDays, promised, days, rule) => {
  expect(decisionPeriodFor({ decisionDays }, promised)).toEqual({ days, rule });
});

test.each([
  ['the version that was seen', { closedAt: null, version: 3 }, null],
  ['an older version', { closedAt: null, version: 4 }, 'postbox.version-stale'],
  ['a closed box', { closedAt: '2027-02-02T14:00:00.000Z', version: 3 }, 'postbox.closed'],
])('a promise is written down for %s', (_case, box, reason) => {
  expect(checkPromise(box, 3)).toMatchObject(reason === null ? { ok: true } : { kind: 'state', reason });
});
