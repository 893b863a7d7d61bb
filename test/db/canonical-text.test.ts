import fc from 'fast-check';
import { canonicalText } from '../../db/canonical-text.ts';

describe('canonical text', () => {
  test('is JSON that says the same, and the same for every order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        const text = canonicalText(plain);
        expect(JSON.parse(text)).toEqual(plain);
        expect(canonicalText(reversed(plain))).toBe(text);
        expect(canonicalText(JSON.parse(text))).toBe(text);
      }),
    );
  });

  test('keys in code unit order, undefined left out, no white space', () => {
    expect(canonicalText({ b: [1, { d: undefined, c: 'é' }], a: null, B: true, 10: 0, 9: 0 })).toBe(
      '{"10":0,"9":0,"B":true,"a":null,"b":[1,{"c":"é"}]}',
    );
  });

  test.each([
    [Number.NaN],
    [Infinity],
    [1n],
    [new Date(0)],
    [new Map()],
    [[undefined]],
    [() => 1],
    [Buffer.from('a')],
  ])('what JSON would change in silence throws: %p', (value) =>
    expect(() => canonicalText(value)).toThrow('not plain JSON data'),
  );
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
