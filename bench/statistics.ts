/** What is said of a sample: medians, quantiles, and how far a median may be off (bootstrap). */

export interface Interval {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** The value below which that share of the sample lies, interpolated; 0.5 is the median. Throws for an empty sample. */
export function quantile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new Error('no quantile of an empty sample');
  return below + (above - below) * (place - Math.floor(place));
}

export const median = (sample: readonly number[]): number => quantile(sample, 0.5);

const RESAMPLES = 2_000;

/** The median with the interval in which it lies with 95 %, by the percentile bootstrap; the same sample, the same answer. */
export function medianInterval(sample: readonly number[], random = seeded(sample.length)): Interval {
  const medians = Array.from({ length: RESAMPLES }, () => median(resampled(sample, random)));
  return { median: median(sample), low: quantile(medians, 0.025), high: quantile(medians, 0.975) };
}

function resampled(sample: readonly number[], random: () => number): number[] {
  return sample.map(() => sample[Math.floor(random() * sample.length)] ?? 0);
}

/** Chance that can be repeated (mulberry32): numbers from 0 up to 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same things in an order of chance. */
export function shuffled<T>(things: readonly T[], random: () => number): T[] {
  return things
    .map((thing) => ({ thing, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ thing }) => thing);
}
