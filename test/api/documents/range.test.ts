import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { attachment } from '../../../api/documents/disposition.ts';
import { contentRange, rangeAsked } from '../../../api/documents/range.ts';

const tag = '"a tag"';
const asked = (range: string | undefined, bytes = 1_000, ifRange?: string) =>
  rangeAsked({ range, ifRange }, bytes, tag);

describe('which bytes are asked for', () => {
  test.each([
    ['the first two', 'bytes=0-1', { start: 0, end: 2 }],
    ['from there to the end', 'bytes=990-', { start: 990, end: 1_000 }],
    ['the last ten', 'bytes=-10', { start: 990, end: 1_000 }],
    ['more last ones than there are', 'bytes=-5000', { start: 0, end: 1_000 }],
    ['an end behind the end', 'bytes=10-99999999999999999999', { start: 10, end: 1_000 }],
    ['the unit in other letters', 'Bytes=3-3', { start: 3, end: 4 }],
  ])('%s', (_case, range, expected) => {
    expect(asked(range)).toEqual(expected);
  });

  test.each([
    ['nothing said', undefined],
    ['no range at all', 'bytes=-'],
    ['backwards', 'bytes=5-2'],
    ['several at once', 'bytes=0-1,5-6'],
    ['another unit', 'lines=0-1'],
    ['words', 'bytes=first-last'],
    ['a sign', 'bytes=+1-2'],
  ])('the whole file: %s', (_case, range) => {
    expect(asked(range)).toBeNull();
  });

  test('the whole file when a part of another one is there already', () => {
    expect(asked('bytes=0-1', 1_000, '"another"')).toBeNull();
    expect(asked('bytes=0-1', 1_000, tag)).toEqual({ start: 0, end: 2 });
  });

  test.each(['bytes=1000-', 'bytes=1000-1001', 'bytes=-0', `bytes=${'9'.repeat(400)}-`])(
    'refused, for there is nothing: %s',
    (range) => {
      expect(() => asked(range)).toThrow('request.range-unsatisfiable');
    },
  );

  test('whatever is asked, a range lies within the file and is said as it is', () => {
    const number = fc.oneof(fc.nat(2_000), fc.constant(''));
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1, max: 1_500 }), (first, last, bytes) => {
        let range;
        try {
          range = asked(`bytes=${first}-${last}`, bytes);
        } catch {
          return first === '' ? last === 0 : first >= bytes;
        }
        if (range === null) return (first === '' && last === '') || Number(last) < Number(first);
        const { start, end } = range;
        expect(contentRange(range, bytes)).toBe(`bytes ${start}-${end - 1}/${bytes}`);
        return start >= 0 && start < end && end <= bytes;
      }),
    );
  });
});

test('a name is encoded, whatever stands in it', () => {
  expect(attachment('scan-2027-02-02-GNT-1.pdf')).toBe(
    `attachment; filename="scan-2027-02-02-GNT-1.pdf"; filename*=UTF-8''scan-2027-02-02-GNT-1.pdf`,
  );
  expect(attachment('a"b\r\né(1)*.pdf')).toBe(
    `attachment; filename="a_b____1__.pdf"; filename*=UTF-8''a%22b%0D%0A%C3%A9%281%29%2A.pdf`,
  );
});
