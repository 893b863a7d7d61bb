/** Which texts are one, whoever typed them. */
import { expect, test } from '@jest/globals';
import { folded } from '../../domain/folded.ts';
import { isSameMailbox } from '../../domain/mailbox.ts';

test.each<[string, string, string, boolean]>([
  ['letter case', 'An.Peeters', 'an.peeters', true],
  ['blanks around', ' an.peeters\t', 'an.peeters', true],
  ['an accent as a letter of its own', 'zoe\u0308', 'zo\u00eb', true],
  ['full-width letters', '\uff41\uff4e', 'an', true],
  ['an accent', 'zoë', 'zoe', false],
  ['a blank within', 'an peeters', 'anpeeters', false],
])('two texts that differ in %s', (_words, one, other, isOne) => {
  expect(folded(one) === folded(other)).toBe(isOne);
  expect(isSameMailbox(one, other)).toBe(isOne);
});

test('an address that is not known is nobody’s, not even that of another unknown one', () => {
  expect(isSameMailbox(null, null)).toBe(false);
  expect(isSameMailbox('an@bakery.example', null)).toBe(false);
});
