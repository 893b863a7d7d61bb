/** The eight applications of the sources, as the files say them. */
import { describe, expect, test } from '@jest/globals';
import { fitsPattern } from '../../domain/scope-pattern.ts';
import { applicationCalled, registry } from '../support/registry.ts';

const actionsOf = (key: string, holds: (action: ActionOf) => boolean) =>
  applicationCalled(key)
    .actions.filter(holds)
    .map((action) => action.key);
type ActionOf = ReturnType<typeof applicationCalled>['actions'][number];

test.each([
  ['e-masspost', ['products', 'invoice-addresses'], 14],
  ['distriplanner', ['invoice-addresses'], 2],
  ['collect-and-stamp', ['contracts'], 6],
  ['parcels-national', ['contracts'], 1],
  ['parcels-international', ['contracts', 'borderels'], 7],
  ['invoice-reporter', ['invoice-addresses'], 1],
  ['postbox', ['postboxes'], 4],
  ['user-management', [], 5],
])('%s is scoped by %j and has %i actions', (key, dimensions, actions) => {
  const application = applicationCalled(key);
  expect(application.dimensions.map((each) => each.key)).toEqual(dimensions);
  expect(application.actions).toHaveLength(actions);
  expect([...registry.keys()]).toHaveLength(8);
});

describe('e-Masspost', () => {
  const [products] = applicationCalled('e-masspost').dimensions;

  test('has the 23 products of EM-02', () => {
    expect(products?.listed.map(({ key }) => key)).toEqual([
      'letter',
      'registered-prior',
      'periodical',
      'kilopost',
      'uv-rd',
      'distripost-conventional',
      'kilopost-convention',
      'bpack',
      'bpack-international',
      'distripost-2008',
      'distripost-periodical',
      'clean-mail',
      'uv-rd-rp-plus',
      'international-parcels-deferred',
      'international-parcels-express',
      'reserve-product-1',
      'reserve-product-2',
      'distripost-printed',
      'selectapost',
      'commercial-mail-non-prior',
      'printed',
      'prior',
      'non-prior',
    ]);
  });

  test('shows prices by a price right, and "+ prices" brings it (EM-05)', () => {
    expect(actionsOf('e-masspost', ({ showsPrices }) => showsPrices)).toEqual([
      'see-prices',
      'confirm-deposit',
      'contracts-and-prices',
    ]);
    expect(actionsOf('e-masspost', ({ implies }) => implies.includes('see-prices'))).toEqual([
      'confirm-deposit',
      'contracts-and-prices',
    ]);
  });

  test('shows all deposits by global follow-up alone, one’s own by what is done with them (EM-06)', () => {
    expect(actionsOf('e-masspost', ({ objects }) => objects === 'all')).toEqual(['global-follow-up']);
    expect(actionsOf('e-masspost', ({ objects }) => objects === 'own')).toEqual([
      'create-deposit',
      'confirm-deposit',
      'drop-declaration',
      'drop-summary',
    ]);
  });

  test('has senders management for conventional routers and nobody else (RT-07)', () => {
    expect(actionsOf('e-masspost', ({ onlyRouters }) => onlyRouters)).toEqual(['manage-senders']);
    expect(
      applicationCalled('e-masspost').actions.find(({ key }) => key === 'manage-senders')?.routerTypes,
    ).toEqual(['conventional']);
  });

  test('has one right of administration', () => {
    expect(actionsOf('e-masspost', ({ isAdministration }) => isAdministration)).toEqual(['administrator']);
  });
});

describe('the contract of an account', () => {
  test.each([
    ['collect-and-stamp', 'CS123456789012', true],
    ['collect-and-stamp', 'CS12345678901', false],
    ['collect-and-stamp', 'CS1234567890123', false],
    ['collect-and-stamp', 'cs123456789012', false],
    ['collect-and-stamp', ' CS123456789012', false],
    ['parcels-national', '123456', true],
    ['parcels-national', '12345', false],
    ['parcels-national', '1234567', false],
    ['parcels-international', 'BPI/2008/4042', true],
    ['parcels-international', 'BPI/2008/4042/091', true],
    ['parcels-international', 'BPI/2008/4042/91', false],
    ['parcels-international', 'BPI/08/4042', false],
    ['parcels-international', 'BPI/2008/', false],
    ['parcels-international', 'BPI/2008/4042/091\n', false],
  ])('of %s: %j is one: %s (CS-01, PN-01, PI-02)', (key, value, expected) => {
    const contracts = applicationCalled(key).dimensions.find((each) => each.key === 'contracts');
    expect(fitsPattern(contracts?.pattern ?? null, value)).toBe(expected);
  });

  test('is the master one only where the source says so (CS-01)', () => {
    const kinds = [...registry.values()].flatMap(({ key, dimensions }) =>
      dimensions.filter(({ onlyKind }) => onlyKind !== null).map(({ onlyKind }) => [key, onlyKind]),
    );
    expect(kinds).toEqual([['collect-and-stamp', 'master']]);
  });

  test('an invoice address is written in any way', () => {
    expect(fitsPattern(null, 'Rue Haute 1')).toBe(true);
  });
});

test('General access, Pro 2 and ETOE cover light, nothing else covers anything (decided: Rights)', () => {
  const covering = [...registry.values()].flatMap(({ key, actions }) =>
    actions.filter(({ covers }) => covers.length > 0).map((action) => [key, action.key, action.covers]),
  );
  expect(covering).toEqual([
    ['parcels-international', 'eshipper-pro-2', ['eshipper-light']],
    ['parcels-international', 'etoe-handling', ['eshipper-light']],
    ['parcels-international', 'general-access', ['eshipper-light']],
  ]);
});

test('a Postbox is read by whoever decides, sets or pays', () => {
  expect(actionsOf('postbox', ({ implies }) => implies.includes('read'))).toEqual([
    'decide',
    'settings',
    'money',
  ]);
});

test('user management comes with the profile, and all of it is administration', () => {
  expect([...registry.values()].filter(({ heldBy }) => heldBy === 'profile').map(({ key }) => key)).toEqual([
    'user-management',
  ]);
  expect(actionsOf('user-management', ({ isAdministration }) => isAdministration)).toHaveLength(5);
});
