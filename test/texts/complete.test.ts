import { isFormat, placeholdersOf } from '../../texts/fill.ts';
import { historyLines } from '../../texts/history.ts';
import { languages } from '../../texts/languages.ts';
import { refusals } from '../../texts/refusals.ts';
import { sourcesIn, textsIn } from './catalogue.ts';

const texts = sourcesIn('texts').flatMap(({ path, text }) => textsIn(path, text));
const rooms = ['domain', 'db', 'api', 'documents', 'activities', 'workflows', 'platform', 'relay'];
const house = rooms.flatMap((room) => (hasRoom(room) ? sourcesIn(room) : []));

function hasRoom(room: string): boolean {
  try {
    return sourcesIn(room).length > 0;
  } catch {
    return false;
  }
}

/** Where each match of the patterns' first group stands. */
function said(patterns: readonly RegExp[]): { where: string; key: string }[] {
  return house.flatMap(({ path, text }) =>
    patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].map((match) => ({ where: path, key: match[1] ?? '' })),
    ),
  );
}

describe('every text of the house', () => {
  test('is found by this test', () => {
    expect(texts.length).toBeGreaterThan(200);
  });

  test('is there in four languages and says something in each', () => {
    const incomplete = texts.filter(({ byLanguage }) => languages.some((one) => !byLanguage[one]?.trim()));
    expect(incomplete.map(({ where }) => where)).toEqual([]);
  });

  test('has the same placeholders, written the same way, in every language', () => {
    const unequal = texts.filter(({ byLanguage }) => {
      const [first, ...others] = Object.values(byLanguage).map((text) => placeholdersOf(text).join());
      return others.some((other) => other !== first);
    });
    expect(unequal.map(({ where }) => where)).toEqual([]);
  });

  test('asks only for ways of writing that exist', () => {
    const asked = texts.flatMap(({ where, byLanguage }) =>
      Object.values(byLanguage).flatMap((text) =>
        [...text.matchAll(/\{[^{}]*?:([^{}]*)\}/g)].map((match) => ({ where, format: match[1] ?? '' })),
      ),
    );
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter(({ format }) => !isFormat(format))).toEqual([]);
  });

  // Left out where nobody wrote anything, with its sentence; and it may end without a full stop.
  test('says last what somebody wrote', () => {
    const buried = texts.filter(({ byLanguage }) =>
      Object.values(byLanguage).some((text) => /\{note\}(?!$)/.test(text)),
    );
    expect(buried.map(({ where }) => where)).toEqual([]);
  });

  test('tells a customer an instant as people say it: the exact form is for staff and programs', () => {
    const mails = texts.filter(({ where }) => /texts\/(person-)?mails\//.test(where));
    const exact = mails.filter(({ byLanguage }) =>
      Object.values(byLanguage).some((text) => /\{\w*At:when\}/.test(text)),
    );
    expect(mails.length).toBeGreaterThan(100);
    expect(exact.map(({ where }) => where)).toEqual([]);
  });

  test('has no brace outside a placeholder', () => {
    const broken = texts.filter(({ byLanguage }) =>
      Object.values(byLanguage).some((text) =>
        /[{}]/.test(placeholdersOf(text).reduce((rest, one) => rest.replaceAll(one, ''), text)),
      ),
    );
    expect(broken.map(({ where }) => where)).toEqual([]);
  });

  test('is translated: no sentence of some length is the same in two languages', () => {
    const copied = texts.filter(({ byLanguage }) => {
      const sentences = Object.values(byLanguage).filter((text) => text.length > 25);
      return new Set(sentences).size < sentences.length;
    });
    expect(copied.map(({ where }) => where)).toEqual([]);
  });
});

describe('what the house says', () => {
  test('every reason with which something is refused has a text', () => {
    const reasons = said([
      /\brefuse(?:State|Value|Right)\(\s*'([^']+)'/g,
      /\bnew HttpRefusal\(\s*\d+,\s*'([^']+)'/g,
      /\btooMany\(\s*'([^']+)'/g,
      /\bfault\([^()]*?'(field\.[^']+)'/g,
      /\breason: '([a-z-]+\.[a-z-]+|not-found)'/g,
    ]);
    const declared = said([/\brefusals: \{([^}]*)\}/g, /: Refusals = \{([^}]*)\}/g]).flatMap(
      ({ where, key }) => [...key.matchAll(/'([^']+)'/g)].map((match) => ({ where, key: match[1] ?? '' })),
    );
    expect(reasons.length).toBeGreaterThan(20);
    expect(declared.length).toBeGreaterThan(20);
    expect([...reasons, ...declared].filter(({ key }) => !Object.hasOwn(refusals, key))).toEqual([]);
  });

  test('every reason that has a text is one with which something is refused', () => {
    const source = house.map(({ text }) => text).join();
    const isSaid = (key: string) =>
      source.includes(`'${key}'`) || source.includes(`\`${key.split('.')[0]}.\${`);
    expect(Object.keys(refusals).filter((key) => !isSaid(key))).toEqual([]);
  });

  test('every event of a letter, a scan, a postbox or an addressee has a line in the history', () => {
    const kinds = said([/\bkind: '((?:mail-item|document|postbox|addressee)\.[a-z-]+)'/g]);
    const outcomes = said([/\boutcome\([^;]*?,\s*'([a-z]+(?:-[a-z]+)*)'/g]).map(({ where, key }) => ({
      where,
      key: `mail-item.${key}`,
    }));
    expect(outcomes.length).toBeGreaterThan(10);
    expect([...kinds, ...outcomes].filter(({ key }) => !Object.hasOwn(historyLines, key))).toEqual([]);
  });
});
