import { isLanguage, pickLanguage, sayFirst } from '../../texts/languages.ts';
import { effortOf } from '../support/effort.ts';

describe('the language of an answer', () => {
  test.each([
    ['no header', undefined, 'de'],
    ['an empty header', '', 'de'],
    ['one language', 'fr', 'fr'],
    ['a regional form', 'nl-BE', 'nl'],
    ['capitals', 'NL-be', 'nl'],
    ['the highest q-value, wherever it stands', 'nl;q=0.3, fr;q=0.9, en;q=0.5', 'fr'],
    ['no q-value counts as 1', 'nl;q=0.9, en', 'en'],
    ['the first of two with the same weight', 'en;q=0.8, fr;q=0.8', 'en'],
    ['languages we do not have are passed over', 'es, pt;q=0.9, fr;q=0.2', 'fr'],
    ['only languages we do not have', 'es, pt', 'de'],
    ['any language', '*', 'de'],
    ['any language after one we have', 'en;q=0.5, *;q=0.1', 'en'],
    ['q=0 refuses', 'de;q=0, *;q=0.5, en;q=0.1', 'en'],
    ['a q-value that is none', 'fr;q=high, nl;q=0.1', 'nl'],
    ['spaces', '  fr ; q=1.0 , nl ;q=0.2', 'fr'],
    ['nonsense', ';;;,,,=;q', 'de'],
  ])('%s', (_name, header, expected) => {
    expect(pickLanguage(header, 'de')).toBe(expected);
  });

  test('a hostile header costs no time', () => {
    for (const header of ['en;q=0.5,'.repeat(20_000), ';'.repeat(100_000), '-'.repeat(100_000)]) {
      expect(isLanguage(pickLanguage(header, 'nl'))).toBe(true);
      expect(effortOf(() => pickLanguage(header, 'nl'))).toBeLessThan(50);
    }
  });
});

describe('a text that is not there in the asked language (F43, UM-27)', () => {
  test.each([
    ['is said in it when it is there', { nl: 'ja', en: 'yes' }, 'nl', 'ja'],
    ['is said in English', { fr: 'oui', en: 'yes' }, 'nl', 'yes'],
    ['is said in whatever language there is', { de: 'nein' }, 'nl', 'nein'],
    ['counts as missing when it is blank', { nl: ' ', en: 'yes' }, 'nl', 'yes'],
    ['is empty when there is none', {}, 'nl', ''],
  ] as const)('%s', (_name, texts, language, expected) => {
    expect(sayFirst(texts, language)).toBe(expected);
  });
});
