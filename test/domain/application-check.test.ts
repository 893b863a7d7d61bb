import { describe, expect, test } from '@jest/globals';
import { readApplication, registryFrom } from '../../domain/application-check.ts';

const texts = (text: string) => ({ nl: text, fr: text, de: text, en: text });
const named = (key: string) => ({ key, name: texts(key) });
const action = (key: string, more: object = {}) => ({
  ...named(key),
  ...{ isAdministration: false, objects: null, showsPrices: false },
  ...more,
});

const colours = { ...named('colours'), values: 'listed', listed: [named('red'), named('blue')] };
const tickets = { ...named('tickets'), values: 'account', pattern: '^T\\d{3}$', patternExample: 'T123' };
const actions = [action('look'), action('buy'), action('sell')];
const regular = {
  ...named('regular'),
  actions: { look: 'X', buy: 'O', sell: 'NO' },
  values: { colours: { red: 'O', blue: 'NA' } },
};
const fair = {
  ...named('fair'),
  version: 1,
  description: texts('What a fair has.'),
  heldBy: 'grant',
  dimensions: [colours, tickets],
  actions,
  profiles: [regular],
};

/** The faults of the fair with something changed, without the name of the file. */
function faultsOf(changed: unknown): readonly string[] {
  const read = readApplication(changed, 'fair.json');
  if (read.ok) return [];
  for (const fault of read.faults) expect(fault).toMatch(/^fair\.json: .+: .+; accepted: .+$/);
  return read.faults.map((fault) => fault.slice('fair.json: '.length));
}

const withActions = (...more: readonly object[]) => ({ ...fair, actions: more, profiles: [] });
const withDimension = (more: object) => ({ ...fair, dimensions: [{ ...tickets, ...more }], profiles: [] });
const withProfile = (more: object) => ({ ...fair, profiles: [{ ...regular, ...more }] });
const without = (field: string) =>
  Object.fromEntries(Object.entries(fair).filter(([name]) => name !== field));

describe('an application', () => {
  test('without fault is read; what is not said is what most are', () => {
    expect(readApplication(fair, 'fair.json')).toEqual({
      ok: true,
      application: {
        ...fair,
        dimensions: [
          { ...colours, pattern: null, patternExample: null, onlyKind: null },
          { ...tickets, listed: [], onlyKind: null },
        ],
        actions: actions.map((each) => ({
          ...each,
          ...{ implies: [], covers: [], excludes: [] },
          ...{ routerTypes: null, onlyRouters: false, settable: true },
        })),
      },
    });
  });

  test.each<[string, unknown, readonly string[]]>([
    ['that is a list', [], ['the file: is a list; accepted: an object of key, version, name, description']],
    ['that is null', null, ['the file: is null']],
    ['without a version', without('version'), ['version: is missing; accepted: a whole number from 1']],
    [
      'with a field nobody knows',
      { ...fair, colour: 'red' },
      ['colour: is no field of this; accepted: one of key'],
    ],
    [
      'called by two words',
      { ...fair, key: 'The fair' },
      ['key: is "The fair"; accepted: a key of at most 60 small'],
    ],
    ['called by a number', { ...fair, key: 7 }, ['key: is a number']],
    ['of version 0', { ...fair, version: 0 }, ['version: is 0; accepted: a whole number from 1']],
    ['of version 1.5', { ...fair, version: 1.5 }, ['version: is 1.5']],
    ['of version "1"', { ...fair, version: '1' }, ['version: is "1"']],
    [
      'held by nobody',
      { ...fair, heldBy: 'nobody' },
      ['heldBy: is "nobody"; accepted: one of grant, profile'],
    ],
    ['without a German name', { ...fair, name: { nl: 'a', fr: 'b', en: 'c' } }, ['name.de: is missing']],
    [
      'with an empty name',
      { ...fair, name: { ...texts('a'), fr: ' ' } },
      ['name.fr: is empty; accepted: a text'],
    ],
    ['with a Spanish name', { ...fair, name: { ...texts('a'), es: 'b' } }, ['name.es: is no field of this']],
    ['with a name of two lines', { ...fair, name: { ...texts('a'), nl: 'b\nc' } }, ['name.nl: has control']],
    [
      'with a name without end',
      { ...fair, name: texts('a'.repeat(101)) },
      Array(4).fill('has 101 characters'),
    ],
    ['without actions', withActions(), ['actions: is empty; accepted: at least one action']],
    [
      'with one action twice',
      withActions(action('look'), action('look')),
      ['actions[1].key: is "look" like actions[0].key'],
    ],
    [
      'with actions that are no list',
      { ...without('profiles'), actions: {} },
      ['actions: is an object; accepted: a list'],
    ],
    [
      'with one dimension twice',
      { ...fair, dimensions: [colours, tickets, tickets] },
      ['dimensions[2].key: is "tickets" like'],
    ],
    [
      'with one profile twice',
      { ...fair, profiles: [regular, regular] },
      ['profiles[1].key: is "regular" like'],
    ],
  ])('%s', (_case, changed, expected) => {
    expect(faultsOf(changed)).toEqual(expected.map((each) => expect.stringContaining(each)));
  });

  test('every fault is named at once, each with its path', () => {
    const changed = {
      ...fair,
      version: -1,
      dimensions: [{ ...colours, values: 'some' }],
      actions: [action('look', { implies: ['x'], objects: 'none' }), action('buy', { surplus: 1 })],
      profiles: [],
    };
    expect(faultsOf(changed).map((fault) => fault.split(': ')[0])).toEqual(
      expect.arrayContaining([
        'version',
        'dimensions[0].values',
        'actions[0].implies[0]',
        'actions[0].objects',
        'actions[1].surplus',
      ]),
    );
  });
});

describe('an action', () => {
  test.each<[string, readonly object[], readonly string[]]>([
    [
      'that implies what is not there',
      [action('look', { implies: ['x'] }), action('buy')],
      ['actions[0].implies[0]: no action is called "x"; accepted: one of buy'],
    ],
    [
      'that covers what is not there',
      [action('look', { covers: ['x'] })],
      ['actions[0].covers[0]: no action is called "x"'],
    ],
    [
      'that excludes what is not there',
      [action('look', { excludes: ['x'] })],
      ['actions[0].excludes[0]: no action is called "x"'],
    ],
    [
      'that implies itself',
      [action('look', { implies: ['look'] })],
      ['actions[0].implies[0]: names the action itself'],
    ],
    ['that implies a number', [action('look', { implies: [7] })], ['actions[0].implies[0]: is a number']],
    [
      'that implies in a circle of two',
      [action('look', { implies: ['buy'] }), action('buy', { implies: ['look'] })],
      [
        'actions[0].implies: goes round in a circle: look → buy → look',
        'actions[1].implies: goes round in a circle: buy → look → buy',
      ],
    ],
    [
      'that leads to a circle without being on it',
      [
        action('look', { implies: ['buy'] }),
        action('buy', { implies: ['sell'] }),
        action('sell', { implies: ['buy'] }),
      ],
      ['actions[1].implies: goes round', 'actions[2].implies: goes round'],
    ],
    [
      'that is implied by two ways: no circle',
      [action('look', { implies: ['buy', 'sell'] }), action('buy', { implies: ['sell'] }), action('sell')],
      [],
    ],
    [
      'that excludes what it brings along',
      [
        action('look', { implies: ['buy'], excludes: ['sell'] }),
        action('buy', { implies: ['sell'] }),
        action('sell'),
      ],
      ['actions[0].excludes[0]: "sell" is implied'],
    ],
    [
      'that implies a price right and shows none',
      [action('look', { implies: ['buy'] }), action('buy', { showsPrices: true })],
      ['actions[0].showsPrices: is not true; accepted: true, for it implies "buy"'],
    ],
    [
      'that implies seeing all and sees its own',
      [action('look', { implies: ['buy'], objects: 'own' }), action('buy', { objects: 'all' })],
      ['actions[0].objects: is own; accepted: all'],
    ],
    [
      'that implies seeing its own and sees nothing',
      [action('look', { implies: ['buy'] }), action('buy', { objects: 'own' })],
      ['actions[0].objects: is null; accepted: own or all'],
    ],
    [
      'that implies administration and is none',
      [action('look', { implies: ['buy'] }), action('buy', { isAdministration: true })],
      ['actions[0].isAdministration: is not true'],
    ],
    [
      'for anybody that implies one for routers only',
      [action('look', { implies: ['buy'] }), action('buy', { onlyRouters: true })],
      ['actions[0].onlyRouters: is not true'],
    ],
    [
      'that implies what can never be set',
      [action('look', { implies: ['buy'] }), action('buy', { settable: false })],
      ['actions[0].implies: "buy" can never be set'],
    ],
    [
      'of administration for routers only',
      [action('look', { isAdministration: true, onlyRouters: true })],
      ['actions[0].onlyRouters: is true; accepted: false'],
    ],
    [
      'of administration for one type of router',
      [action('look', { isAdministration: true, routerTypes: ['other'] })],
      ['actions[0].routerTypes: is not null'],
    ],
    [
      'for no type of router',
      [action('look', { routerTypes: [] })],
      ['actions[0].routerTypes: is empty; accepted: conventional, other, or null'],
    ],
    [
      'for a type of router nobody knows',
      [action('look', { routerTypes: ['fast'] })],
      ['actions[0].routerTypes[0]: is "fast"; accepted: one of conventional, other'],
    ],
    [
      'that sees half of it',
      [action('look', { objects: 'half' })],
      ['actions[0].objects: is "half"; accepted: one of null, all, own'],
    ],
    [
      'that shows prices "yes"',
      [action('look', { showsPrices: 'yes' })],
      ['actions[0].showsPrices: is a string; accepted: true or false'],
    ],
  ])('%s', (_case, changed, expected) => {
    expect(faultsOf(withActions(...changed))).toEqual(expected.map((each) => expect.stringContaining(each)));
  });

  test.each(['isAdministration', 'objects', 'showsPrices'])(
    'must say %s: silence would give too much or too little',
    (field) => {
      const silent = Object.fromEntries(Object.entries(action('look')).filter(([name]) => name !== field));
      expect(faultsOf(withActions(silent))).toEqual([
        expect.stringContaining(`actions[0].${field}: is missing`),
      ]);
    },
  );

  test('whatever comes with the profile is administration', () => {
    const changed = {
      ...withActions(action('look'), action('buy', { isAdministration: true })),
      heldBy: 'profile',
    };
    expect(faultsOf(changed)).toEqual([expect.stringContaining('actions[0].isAdministration: is not true')]);
  });
});

describe('a dimension', () => {
  test.each<[string, object, readonly string[]]>([
    ['of the account without a pattern', { pattern: null, patternExample: null }, []],
    ['of one kind', { onlyKind: 'master' }, []],
    [
      'with a pattern that is not anchored',
      { pattern: 'T\\d{3}' },
      ['dimensions[0].pattern: is not anchored'],
    ],
    ['anchored at its start only', { pattern: '^T\\d{3}' }, ['dimensions[0].pattern: is not anchored']],
    ['whose end is a dollar sign', { pattern: '^T\\d{3}\\$' }, ['dimensions[0].pattern: is not anchored']],
    [
      'whose choice leaves the anchors',
      { pattern: '^T\\d{3}|U$' },
      ['dimensions[0].pattern: is not anchored as a whole'],
    ],
    ['whose choice stands in a group', { pattern: '^(?:T|U)\\d{3}$' }, []],
    ['with an optional part', { pattern: '^T\\d{1,4}(?:/\\d{2})?$' }, []],
    [
      'that is no regular expression',
      { pattern: '^T(\\d{3}$' },
      ['dimensions[0].pattern: is no regular expression'],
    ],
    [
      'that repeats without end',
      { pattern: '^T\\d+$' },
      ['dimensions[0].pattern: holds what may be tried without end'],
    ],
    [
      'that repeats at least',
      { pattern: '^T\\d{3,}$' },
      ['dimensions[0].pattern: holds what may be tried without end'],
    ],
    ['that repeats a group', { pattern: '^T(?:\\d{1,2}){2}$' }, ['dimensions[0].pattern: repeats a group']],
    ['that looks ahead', { pattern: '^T(?=1)\\d{3}$' }, ['dimensions[0].pattern: holds what']],
    [
      'that repeats for long',
      { pattern: '^T\\d{1,999}$' },
      ['dimensions[0].pattern: repeats more than 100 times'],
    ],
    [
      'that may be read in too many ways',
      { pattern: `^T\\d{3}${'1?'.repeat(14)}$` },
      ['dimensions[0].pattern: leaves too many ways'],
    ],
    [
      'whose example is written otherwise',
      { patternExample: 'T12' },
      ['dimensions[0].patternExample: is "T12"; accepted: a value written as ^T'],
    ],
    ['with a pattern and no example', { patternExample: null }, ['dimensions[0].patternExample: is missing']],
    ['with an example and no pattern', { pattern: null }, ['dimensions[0].pattern: is missing']],
    ['of the account with values here', { listed: [named('x')] }, ['dimensions[0].listed: is not empty']],
    ['with a field nobody knows', { colour: 'red' }, ['dimensions[0].colour: is no field of this']],
    [
      'of values from nowhere',
      { values: 'none' },
      ['dimensions[0].values: is "none"; accepted: one of listed, account'],
    ],
    [
      'listed without values',
      { ...colours, listed: [], pattern: null, patternExample: null },
      ['dimensions[0].listed: is empty'],
    ],
    [
      'listed with a pattern',
      colours,
      ['dimensions[0].pattern: is for values of an account', 'dimensions[0].patternExample: is for'],
    ],
    [
      'listed with one value twice',
      { ...colours, listed: [named('red'), named('red')], pattern: null, patternExample: null },
      ['dimensions[0].listed[1].key: is "red" like dimensions[0].listed[0].key'],
    ],
  ])('%s', (_case, changed, expected) => {
    expect(faultsOf(withDimension(changed))).toEqual(expected.map((each) => expect.stringContaining(each)));
  });
});

describe('a profile', () => {
  test.each<[string, object, readonly string[]]>([
    [
      'without a cell for an action',
      { actions: { look: 'X', buy: 'O' } },
      ['profiles[0].actions.sell: is missing'],
    ],
    [
      'with a cell for an action that is not there',
      { actions: { ...regular.actions, x: 'O' } },
      ['profiles[0].actions.x: is no field of this; accepted: one of look, buy, sell'],
    ],
    [
      'with a cell that is none',
      { actions: { ...regular.actions, buy: 'Y' } },
      ['profiles[0].actions.buy: is "Y"; accepted: one of NO, X, O, NA'],
    ],
    [
      'without a cell for a listed value',
      { values: { colours: { red: 'O' } } },
      ['profiles[0].values.colours.blue: is missing'],
    ],
    [
      'with a cell for a value that is not there',
      { values: { colours: { red: 'O', blue: 'O', pink: 'O' } } },
      ['profiles[0].values.colours.pink: is no field'],
    ],
    ['without the cells of a dimension', { values: {} }, ['profiles[0].values.colours: is missing']],
    [
      'with cells for values of the account',
      { values: { ...regular.values, tickets: {} } },
      ['profiles[0].values.tickets: is no field'],
    ],
    ['with cells that are a list', { actions: [] }, ['profiles[0].actions: is a list']],
  ])('%s', (_case, changed, expected) => {
    expect(faultsOf(withProfile(changed))).toEqual(expected.map((each) => expect.stringContaining(each)));
  });

  test('offers nothing that can never be set (PI-06)', () => {
    const changed = {
      ...fair,
      actions: [action('look', { settable: false }), action('buy'), action('sell')],
    };
    expect(faultsOf(changed)).toEqual([
      expect.stringContaining('profiles[0].actions.look: is X; accepted: NA or NO'),
    ]);
  });
});

describe('the registry', () => {
  const circus = { ...fair, key: 'circus' };

  test('holds the applications of all files by key', () => {
    const read = registryFrom([
      { file: 'fair.json', content: fair },
      { file: 'circus.json', content: circus },
    ]);
    expect(read.ok && [...read.registry].map(([key, { version }]) => [key, version])).toEqual([
      ['fair', 1],
      ['circus', 1],
    ]);
  });

  test('names the faults of all files, and a key that two of them have', () => {
    const read = registryFrom([
      { file: 'fair.json', content: { ...fair, version: 0 } },
      { file: 'circus.json', content: { ...circus, heldBy: 'me' } },
      { file: 'again.json', content: fair },
    ]);
    expect(read.ok ? [] : read.faults).toEqual([
      expect.stringContaining('fair.json: version: is 0'),
      expect.stringContaining('circus.json: heldBy: is "me"'),
      'again.json: key: is "fair" like that of fair.json; accepted: a key of its own',
    ]);
  });
});
