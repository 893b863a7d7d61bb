import { median, medianInterval, quantile, seeded, shuffled } from '../../bench/statistics.ts';

test('a quantile lies between the two values nearest to it', () => {
  expect(quantile([4, 1, 3, 2, 5], 0.5)).toBe(3);
  expect(quantile([10, 20], 0.25)).toBe(12.5);
  expect(quantile([7], 0.99)).toBe(7);
  expect(() => quantile([], 0.5)).toThrow('empty');
});

test('the interval of a median holds it, and is the same each time', () => {
  const sample = [1.2, 1.25, 1.3, 1.22, 1.27, 1.21, 1.4, 1.24, 1.26, 1.23, 1.28];
  const found = medianInterval(sample);
  expect(found.median).toBe(median(sample));
  expect(found.low).toBeGreaterThan(1.2);
  expect(found.low).toBeLessThan(found.median);
  expect(found.high).toBeGreaterThan(found.median);
  expect(found.high).toBeLessThan(1.4);
  expect(medianInterval(sample)).toEqual(found);
});

test('the interval narrows as rounds are added, and a sample without spread has none', () => {
  const random = seeded(7);
  const draw = (length: number) => Array.from({ length }, () => 1 + random());
  const width = ({ low, high }: { low: number; high: number }) => high - low;
  expect(width(medianInterval(draw(100)))).toBeLessThan(width(medianInterval(draw(11))));
  expect(medianInterval([2, 2, 2])).toEqual({ median: 2, low: 2, high: 2 });
});

test('most intervals hold the true median', () => {
  const random = seeded(11);
  const holds = Array.from({ length: 60 }, (_, index) => {
    const { low, high } = medianInterval(
      Array.from({ length: 11 }, () => random()),
      seeded(index),
    );
    return low <= 0.5 && high >= 0.5;
  });
  expect(holds.filter(Boolean).length).toBeGreaterThan(52);
});

test('an order of chance keeps everything and repeats with its seed', () => {
  const things = ['ours', 'local', 'ordinary'];
  expect(shuffled(things, seeded(3))).toEqual(shuffled(things, seeded(3)));
  expect([...shuffled(things, seeded(3))].sort()).toEqual([...things].sort());
});
