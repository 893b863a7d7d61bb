import { planSaving, copiedRights } from '../../domain/granting.ts';
import type { Saving } from '../../domain/granting.ts';
import { ceilingOf, effectiveRights } from '../../domain/effective-rights.ts';
import type { RightSet } from '../../domain/right-set.ts';
import { applicationCalled as application } from '../support/registry.ts';

const boxes = application('postbox');
const masspost = application('e-masspost');
const international = application('parcels-international');

const onBox = (actions: readonly string[], ...postboxes: readonly string[]): RightSet => [
  { actions, scope: { postboxes } },
];
const parcels = (
  actions: readonly string[],
  borderels: readonly string[],
  contracts = ['BPI/2026/1'],
): RightSet => [{ actions, scope: { contracts, borderels } }];

const saving = (facts: Partial<Saving>): Saving => ({
  application: boxes,
  holder: { kind: 'user', routerType: null },
  live: [],
  profile: null,
  wish: { profile: null, rights: [] },
  ceiling: onBox(['read', 'decide', 'settings', 'money'], 'one', 'two'),
  revocation: 'individual',
  ...facts,
});
const outcome = (facts: Partial<Saving>) => {
  const { verdict, plan } = planSaving(saving(facts));
  return verdict.ok ? plan : { reason: verdict.reason, ...verdict.details };
};
const wish = (rights: RightSet, profile: string | null = null) => ({ wish: { profile, rights } });
const live = (rights: RightSet) => ({
  live: rights.map((block, index) => ({ id: `g${String(index)}`, block })),
});

describe('what may be given (UM-07, UM-14)', () => {
  test('what the grantor holds', () => {
    expect(outcome(wish(onBox(['decide'], 'one')))).toMatchObject({
      isChanged: true,
      added: onBox(['decide'], 'one'),
      removed: [],
      ended: [],
    });
  });

  test('nothing beyond, and what is beyond is named', () => {
    expect(outcome({ ceiling: onBox(['read'], 'one'), ...wish(onBox(['decide'], 'one', 'two')) })).toEqual({
      reason: 'rights.beyond-grantor',
      rights: ['decide (postboxes: one, two)', 'read (postboxes: two)'],
    });
  });

  test('a right that brings another along needs that one too', () => {
    const { reason } = outcome({ ceiling: onBox(['decide'], 'one'), ...wish(onBox(['decide'], 'one')) }) as {
      reason: string;
    };
    expect(reason).toBe('rights.beyond-grantor');
    const ceiling = ceilingOf(boxes, onBox(['decide'], 'one'));
    expect(outcome({ ceiling, ...wish(onBox(['decide'], 'one')) })).toMatchObject({ isChanged: true });
  });

  test('what the holder has already may stay, though the grantor could not give it', () => {
    expect(
      outcome({
        ...live(onBox(['settings'], 'two')),
        ceiling: ceilingOf(boxes, onBox(['read'], 'one')),
        ...wish([...onBox(['settings'], 'two'), ...onBox(['read'], 'one')]),
      }),
    ).toMatchObject({ added: onBox(['read'], 'one'), removed: [], ended: [], kept: [] });
  });

  test('who holds General access may give eShipper light without holding it (decided: covers)', () => {
    const ceiling = ceilingOf(international, parcels(['general-access'], ['21', '10']));
    const light = wish(parcels(['eshipper-light'], ['10']), 'read-only');
    expect(outcome({ application: international, ceiling, ...light })).toMatchObject({ isChanged: true });
  });
});

describe('what is taken away (UM-20, X-03)', () => {
  test('ends the grant, and what is left of it goes on under the grantor it had', () => {
    const facts = {
      ...live(onBox(['read', 'decide'], 'one', 'two')),
      ...wish(onBox(['read'], 'one', 'two')),
    };
    expect(outcome(facts)).toMatchObject({
      added: [],
      removed: onBox(['decide'], 'one', 'two'),
      ended: ['g0'],
      kept: [{ of: 'g0', block: onBox(['read'], 'one', 'two')[0] }],
    });
  });

  test('nothing, where the brand only deactivates whole people; adding stays possible', () => {
    const facts = { revocation: 'deactivate-only' as const, ...live(onBox(['read'], 'one')) };
    expect(outcome({ ...facts, ...wish([]) })).toMatchObject({ reason: 'rights.revocation-not-offered' });
    expect(outcome({ ...facts, ...wish(onBox(['read'], 'one', 'two')) })).toMatchObject({
      added: onBox(['read'], 'two'),
    });
  });

  test('saving the same changes nothing', () => {
    expect(outcome({ ...live(onBox(['read'], 'one')), ...wish(onBox(['read'], 'one')) })).toMatchObject({
      isChanged: false,
      ended: [],
    });
  });
});

describe('profiles (PI-06, PI-07)', () => {
  const ceiling = ceilingOf(international, [
    {
      actions: ['general-access', 'eshipper-pro-2', 'see-prices'],
      scope: { contracts: ['BPI/2026/1'], borderels: ['10', '21', '31'] },
    },
  ]);
  const facts = { application: international, ceiling };

  test('one must be named, and it must exist', () => {
    expect(outcome({ ...facts, ...wish(parcels(['general-access'], ['10'])) })).toMatchObject({
      reason: 'rights.profile-required',
      field: 'profile',
      matching: ['general-access'],
    });
    expect(outcome({ ...facts, ...wish(parcels(['general-access'], ['10']), 'pro-9') })).toMatchObject({
      reason: 'rights.profile-unknown',
    });
  });

  test('every violated cell is named, NA and NO apart', () => {
    expect(
      outcome({ ...facts, ...wish(parcels(['general-access'], ['10', '21']), 'read-only') }),
    ).toMatchObject({
      reason: 'rights.profile-violated',
      cells: ['eshipper-light: X', 'general-access: NA', 'borderels/21: NO'],
      matching: ['general-access'],
    });
  });

  test('another profile drops what it has no place for, and says so', () => {
    const held = parcels(['general-access', 'see-prices', 'eshipper-pro-2'], ['10', '31']);
    expect(
      outcome({ ...facts, profile: 'general-access', ...live(held), ...wish(held, 'eshipper-pro-2') }),
    ).toMatchObject({
      profile: 'eshipper-pro-2',
      dropped: [{ dimension: 'borderels', row: '10', cell: 'NA' }],
      removed: parcels(['eshipper-pro-2', 'general-access', 'see-prices'], ['10']),
    });
  });

  test('where single rights are not taken back, a profile that would drop some is refused', () => {
    const held = parcels(['general-access'], ['10', '31']);
    const asked = wish([...held, ...parcels(['eshipper-pro-2'], ['31'])], 'eshipper-pro-2');
    expect(
      outcome({
        ...facts,
        profile: 'general-access',
        revocation: 'deactivate-only',
        ...live(held),
        ...asked,
      }),
    ).toMatchObject({ reason: 'rights.revocation-not-offered' });
  });
});

describe('who may hold what', () => {
  const all = { products: ['letter'], 'invoice-addresses': ['1'] };
  const rights = (action: string): RightSet => [{ actions: [action], scope: all }];
  const router = { kind: 'user', routerType: 'conventional' } as const;

  test.each([
    [
      'senders management is for routers',
      { kind: 'user', routerType: null },
      'manage-senders',
      'rights.for-routers-only',
    ],
    [
      'and for conventional ones',
      { kind: 'router', routerType: 'other' },
      'manage-senders',
      'rights.other-router-type',
    ],
    ['administration is for no router', router, 'administrator', 'rights.administration-for-router'],
  ] as const)('%s', (_words, holder, action, reason) => {
    const ceiling = rights(action);
    expect(outcome({ application: masspost, holder, ceiling, ...wish(rights(action)) })).toMatchObject({
      reason,
    });
  });

  test('a conventional router may manage senders', () => {
    const asked = rights('manage-senders');
    expect(outcome({ application: masspost, holder: router, ceiling: asked, ...wish(asked) })).toMatchObject({
      isChanged: true,
    });
  });
});

describe('what is asked for must be words of the application', () => {
  test.each<[string, RightSet, object]>([
    ['an action', onBox(['burn'], 'one'), { reason: 'rights.action-unknown', field: 'rights/0/actions' }],
    [
      'a dimension',
      [{ actions: ['read'], scope: {} }],
      { reason: 'rights.scope-incomplete', dimensions: ['postboxes'] },
    ],
    [
      'a further dimension',
      [{ actions: ['read'], scope: { postboxes: ['one'], products: [] } }],
      { reason: 'rights.scope-incomplete' },
    ],
  ])('%s', (_words, rights, refusal) => {
    expect(outcome(wish(rights))).toMatchObject(refusal);
  });
});

describe('copy all my rights (UM-17)', () => {
  const rights: RightSet = [
    { actions: ['administrator', 'see-prices'], scope: { products: ['letter'], 'invoice-addresses': ['1'] } },
  ];
  test('WF-02: leaves out administration unless ticked', () => {
    expect(copiedRights(masspost, rights, [], false).flatMap(({ actions }) => actions)).toEqual([
      'see-prices',
    ]);
    expect(copiedRights(masspost, rights, [], true).flatMap(({ actions }) => actions)).toEqual([
      'administrator',
      'see-prices',
    ]);
  });
});

describe('what counts', () => {
  test('is within the boundary, by what each of them brings or covers', () => {
    expect(
      effectiveRights(boxes, onBox(['decide', 'settings'], 'one', 'two'), [onBox(['decide'], 'one')]),
    ).toEqual(onBox(['decide', 'read'], 'one'));
    expect(effectiveRights(boxes, onBox(['read'], 'one'), [[]])).toEqual([]);
    const light = parcels(['eshipper-light'], ['10']);
    expect(effectiveRights(international, light, [parcels(['general-access'], ['10'])])).toEqual(light);
  });
  test('is nothing that the registry has forgotten', () => {
    expect(effectiveRights(boxes, onBox(['burn', 'read'], 'one'), [onBox(['burn', 'read'], 'one')])).toEqual(
      onBox(['read'], 'one'),
    );
  });
});
