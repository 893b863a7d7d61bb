import { describe, expect, test } from '@jest/globals';
import type { Cell } from '../../domain/application.ts';
import { optionReasonOf } from '../../domain/option.ts';
import type { ChosenRights } from '../../domain/profile-matrix.ts';
import { checkProfile, droppedByProfile, matchingProfiles } from '../../domain/profile-matrix.ts';
import { applicationCalled } from '../support/registry.ts';

const international = applicationCalled('parcels-international');

/** The table of PI-05, in the words of requirements.md: a row, and its cell under each profile. */
const profiles = {
  'Read only': 'read-only',
  'General Access': 'general-access',
  'eShipper Pro 2': 'eshipper-pro-2',
  'ETOE partner': 'etoe-partner',
} as const;
type ProfileName = keyof typeof profiles;

const table = `
| row                   | Read only | General Access | eShipper Pro 2 | ETOE partner |
| customs access        | NA        | NA             | NA             | NA           |
| eShipper light        | X         | NA             | NA             | NA           |
| eShipper Pro 2        | NA        | NA             | X              | O            |
| eShipper Pro          | NA        | NA             | NA             | NA           |
| ETOE handling         | NA        | NA             | NA             | X            |
| General access        | NA        | X              | X              | X            |
| see prices            | O         | O              | O              | O            |
| 10 Direct Mail        | O         | O              | NA             | O            |
| 12 Volumail Sorted    | O         | O              | NA             | O            |
| 13 Registered         | O         | O              | NA             | O            |
| 14 Volumail Unsorted  | O         | O              | NA             | O            |
| 16 Sorted T&T         | O         | O              | NA             | O            |
| 17 Unsorted T&T       | O         | O              | NA             | O            |
| 20 Practimail         | O         | O              | NA             | O            |
| 21 Easy Return        | NO        | O              | O              | O            |
| 23 Max Reply          | NO        | O              | NA             | O            |
| 31 Maxi Pack          | O         | O              | O              | O            |
| 33 Mini Pack Scan     | O         | O              | O              | O            |
| 35 Mini Pack Sorted   | O         | O              | O              | O            |
| 50 Easy Return+       | NO        | O              | O              | O            |`;

const actionOfRow: Readonly<Record<string, string>> = {
  'customs access': 'customs-access',
  'eShipper light': 'eshipper-light',
  'eShipper Pro 2': 'eshipper-pro-2',
  'eShipper Pro': 'eshipper-pro',
  'ETOE handling': 'etoe-handling',
  'General access': 'general-access',
  'see prices': 'see-prices',
};

/** The least that each profile may hold: what it has X for. */
const least: Readonly<Record<ProfileName, readonly string[]>> = {
  'Read only': ['eshipper-light'],
  'General Access': ['general-access'],
  'eShipper Pro 2': ['eshipper-pro-2', 'general-access'],
  'ETOE partner': ['etoe-handling', 'general-access'],
};

const [head = [], ...rows] = table
  .trim()
  .split('\n')
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const pairs = rows.flatMap(([row = '', ...cells]) =>
  cells.map((cell, column) => [row, (head[column + 1] ?? '') as ProfileName, cell as Cell] as const),
);

/** The least of a profile, with or without one row. */
function chosenWith(profile: ProfileName, row: string, isChosen: boolean): ChosenRights {
  const action = actionOfRow[row];
  const actions = new Set(least[profile]);
  if (action !== undefined) actions[isChosen ? 'add' : 'delete'](action);
  const borderels = action === undefined && isChosen ? [row.slice(0, 2)] : [];
  return { actions: [...actions], scope: { contracts: ['BPI/2008/4042/091'], borderels } };
}

const violated = (profile: ProfileName, chosen: ChosenRights) =>
  checkProfile(international, profiles[profile], chosen);

function cellOf(row: string, cell: Cell) {
  const action = actionOfRow[row];
  return action === undefined
    ? { kind: 'value', dimension: 'borderels', row: row.slice(0, 2), cell }
    : { kind: 'action', row: action, cell };
}

describe('the matrix of PI-05', () => {
  test('has 20 rows under four profiles here, and no others in the registry', () => {
    expect([rows.length, pairs.length]).toEqual([20, 80]);
    const keys = rows.map(([row = '']) => actionOfRow[row] ?? row.slice(0, 2));
    const ofRegistry = [
      ...international.actions,
      ...international.dimensions.flatMap(({ listed }) => listed),
    ].map(({ key }) => key);
    expect(keys.toSorted()).toEqual(ofRegistry.toSorted());
    expect(international.profiles.map(({ key }) => key)).toEqual(Object.values(profiles));
  });

  test.each(pairs)('%s for %s: %s', (row, profile, cell) => {
    const withIt = violated(profile, chosenWith(profile, row, true));
    const without = violated(profile, chosenWith(profile, row, false));
    expect(withIt).toEqual(cell === 'NA' || cell === 'NO' ? [cellOf(row, cell)] : []);
    expect(without).toEqual(cell === 'X' ? [cellOf(row, cell)] : []);
  });

  test.each(['customs-access', 'eshipper-pro'])('%s can never be set (PI-06)', (action) => {
    expect(international.actions.find(({ key }) => key === action)?.settable).toBe(false);
    const everything = international.actions.map(({ key }) => key);
    for (const profile of Object.keys(profiles) as ProfileName[]) {
      expect(violated(profile, { actions: everything, scope: {} })).toContainEqual({
        kind: 'action',
        row: action,
        cell: 'NA',
      });
    }
  });

  test('the cells count, not the heads of the columns: General Access has parcels (PI-06)', () => {
    const parcels = { actions: ['general-access'], scope: { borderels: ['31', '33', '35'] } };
    expect(matchingProfiles(international, parcels)).toEqual(['general-access']);
  });
});

describe('rights against a profile', () => {
  test('every violated cell is named, NA and NO as what they are (PI-06)', () => {
    const chosen = {
      actions: ['customs-access', 'general-access', 'see-prices'],
      scope: { borderels: ['10', '21', '23', '50'] },
    };
    expect(violated('Read only', chosen)).toEqual([
      cellOf('customs access', 'NA'),
      cellOf('eShipper light', 'X'),
      cellOf('General access', 'NA'),
      cellOf('21 Easy Return', 'NO'),
      cellOf('23 Max Reply', 'NO'),
      cellOf('50 Easy Return+', 'NO'),
    ]);
    expect((['NA', 'NO', 'X', 'O'] as const).map(optionReasonOf)).toEqual([
      'option.not-applicable',
      'option.not-allowed',
      null,
      null,
    ]);
  });

  test('what the matrix does not know does not apply', () => {
    const chosen = { actions: ['eshipper-light', 'constructor'], scope: { borderels: ['99'] } };
    expect(violated('Read only', chosen)).toEqual([
      { kind: 'action', row: 'constructor', cell: 'NA' },
      { kind: 'value', dimension: 'borderels', row: '99', cell: 'NA' },
    ]);
  });

  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['light: Read only', ['eshipper-light'], [], ['read-only']],
    ['light and General access: nobody', ['eshipper-light', 'general-access'], [], []],
    ['light with Max Reply: nobody', ['eshipper-light'], ['23'], []],
    ['Pro 2 and General access', ['eshipper-pro-2', 'general-access'], ['21', '31'], ['eshipper-pro-2']],
    ['Pro 2 with Direct Mail: nobody', ['eshipper-pro-2', 'general-access'], ['10'], []],
    [
      'ETOE with Pro 2 and everything',
      ['etoe-handling', 'general-access', 'eshipper-pro-2', 'see-prices'],
      ['10', '23', '50'],
      ['etoe-partner'],
    ],
    ['nothing at all: nobody', [], [], []],
  ])('%s', (_case, actions, borderels, expected) => {
    expect(matchingProfiles(international, { actions, scope: { borderels } })).toEqual(expected);
  });

  test('a profile that is none is a fault of ours', () => {
    expect(() => checkProfile(international, 'eshipper-pro', { actions: [], scope: {} })).toThrow(
      'parcels-international has no profile eshipper-pro',
    );
  });

  test('without profiles every combination matches: there is none to name', () => {
    expect(matchingProfiles(applicationCalled('postbox'), { actions: ['read'], scope: {} })).toEqual([]);
  });
});

describe('a change of profile (PI-07)', () => {
  test('from Read only to Pro 2: light and the mail services go, prices and parcels stay', () => {
    const held = {
      actions: ['eshipper-light', 'see-prices'],
      scope: { borderels: ['10', '20', '31', '33'] },
    };
    expect(droppedByProfile(international, 'eshipper-pro-2', held)).toEqual([
      cellOf('eShipper light', 'NA'),
      cellOf('10 Direct Mail', 'NA'),
      cellOf('20 Practimail', 'NA'),
    ]);
  });

  test('to Read only: what is not allowed goes too, and says so', () => {
    const held = { actions: ['general-access'], scope: { borderels: ['10', '21'] } };
    expect(droppedByProfile(international, 'read-only', held)).toEqual([
      cellOf('General access', 'NA'),
      cellOf('21 Easy Return', 'NO'),
    ]);
  });

  test('from General Access to ETOE partner nothing goes', () => {
    const held = { actions: ['general-access', 'see-prices'], scope: { borderels: ['10', '21', '31'] } };
    expect(droppedByProfile(international, 'etoe-partner', held)).toEqual([]);
  });
});
