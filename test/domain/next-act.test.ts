/** What is asked again under lock before a life carries anything out. */
import { expect, test } from '@jest/globals';
import type { NextAct } from '../../domain/next-act.ts';
import { isActDue } from '../../domain/next-act.ts';

const at = '2027-02-05T14:00:00.000Z';
const remind: NextAct<'remind' | 'expire'> = { kind: 'remind', at };

test.each<[string, typeof remind | null, 'remind' | 'expire', string, boolean]>([
  ['at its very instant', remind, 'remind', at, true],
  ['any time later', remind, 'remind', '2028-01-01T00:00:00.000Z', true],
  ['a millisecond before', remind, 'remind', '2027-02-05T13:59:59.999Z', false],
  ['another act than the one that is planned', remind, 'expire', at, false],
  ['any act where none is planned', null, 'expire', at, false],
])('an act is due: %s', (_words, planned, kind, now, due) => {
  expect(isActDue(planned, kind, now)).toBe(due);
});
