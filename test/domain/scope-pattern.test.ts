import { expect, test } from '@jest/globals';
import { fitsPattern, patternProblem } from '../../domain/scope-pattern.ts';
import { effortOf } from '../support/effort.ts';
import { registry } from '../support/registry.ts';

const ofRegistry = [...registry.values()].flatMap(({ dimensions }) =>
  dimensions.flatMap(({ pattern }) => (pattern === null ? [] : [pattern])),
);
/** As many ways to read a value as are taken: 2 to the 13th. */
const worst = `^${'1?'.repeat(13)}${'1'.repeat(13)}$`;

test.each([...ofRegistry, worst])('%s is through with 50 kB in less than 50 ms', (pattern) => {
  expect(patternProblem(pattern)).toBeNull();
  for (const value of ['1', 'CS1', 'BPI/2008/1', '/001', '1!'].map((each) => each.repeat(50_000))) {
    expect(fitsPattern(pattern, value)).toBe(false);
    expect(effortOf(() => fitsPattern(pattern, value))).toBeLessThan(50);
  }
  const nearly = `${'1'.repeat(26)}!`;
  expect(fitsPattern(pattern, nearly)).toBe(false);
  expect(effortOf(() => fitsPattern(pattern, nearly))).toBeLessThan(50);
});
