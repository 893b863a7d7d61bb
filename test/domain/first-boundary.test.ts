import type { FirstBoundary } from '../../domain/first-boundary.ts';
import { checkFirstBoundary, firstRights } from '../../domain/first-boundary.ts';
import { applicationCalled, registry } from '../support/registry.ts';

const value = (text: string, kind: string | null = null) => ({ value: text, label: text, kind });
const asked = (applications: readonly string[], more: Partial<FirstBoundary> = {}): FirstBoundary => ({
  applications,
  scopeValues: {},
  ...more,
});
const contracts = (...values: readonly ReturnType<typeof value>[]) => ({
  scopeValues: { contracts: values },
});
const master = value('CS000123456789', 'master');

test.each<[string, FirstBoundary]>([
  ['an application alone', asked(['postbox'])],
  ['an address', asked(['e-masspost'], { scopeValues: { 'invoice-addresses': [value('100001')] } })],
  ['a master contract', asked(['collect-and-stamp'], contracts(master))],
  [
    'contracts of two applications, each written as one of them wants it',
    asked(['parcels-national', 'parcels-international'], contracts(value('123456'), value('BPI/2026/1'))),
  ],
  ['a profile', asked(['parcels-international'], { profiles: { 'parcels-international': 'read-only' } })],
])('confirmed: %s', (_words, boundary) => {
  expect(checkFirstBoundary(registry, boundary)).toEqual({ ok: true });
});

test.each<[string, FirstBoundary, object]>([
  [
    'an application nobody knows',
    asked(['postbox', 'gold']),
    { reason: 'rights.application-unknown', details: { field: 'applications', value: 'gold' } },
  ],
  [
    'one that comes with the profile of administrator',
    asked(['user-management']),
    { reason: 'rights.application-unknown', details: { field: 'applications' } },
  ],
  [
    'values of a dimension that none of them has',
    asked(['postbox'], contracts(master)),
    {
      reason: 'rights.scope-incomplete',
      details: { field: 'scopeValues/contracts', dimensions: ['postboxes'] },
    },
  ],
  [
    'values that stand in the registry',
    asked(['e-masspost'], { scopeValues: { products: [value('letter')] } }),
    { reason: 'rights.scope-incomplete', details: { field: 'scopeValues/products' } },
  ],
  [
    'one value twice',
    asked(['collect-and-stamp'], contracts(master, master)),
    { reason: 'account.value-twice', details: { field: 'scopeValues/contracts', value: master.value } },
  ],
  [
    'a value that is written otherwise',
    asked(['collect-and-stamp'], contracts(master, value('CS12', 'master'))),
    {
      reason: 'rights.value-malformed',
      details: { field: 'scopeValues/contracts/1/value', value: 'CS12', example: 'CS000123456789' },
    },
  ],
  [
    'a contract that is no master',
    asked(['collect-and-stamp'], contracts(value(master.value))),
    {
      reason: 'rights.value-of-other-kind',
      details: { field: 'scopeValues/contracts/0/kind', value: master.value, kind: 'master' },
    },
  ],
  [
    'a profile it does not have',
    asked(['parcels-international'], { profiles: { 'parcels-international': 'gold' } }),
    { reason: 'rights.profile-unknown', details: { field: 'profiles/parcels-international' } },
  ],
  [
    'a profile of an application that is not among them',
    asked(['postbox'], { profiles: { 'parcels-international': 'read-only' } }),
    { reason: 'rights.profile-unknown', details: { field: 'profiles/parcels-international', allowed: [] } },
  ],
])('refused, by field: %s', (_words, boundary, refusal) => {
  expect(checkFirstBoundary(registry, boundary)).toMatchObject(refusal);
});

test('each application gets the values that it takes', () => {
  const given = contracts(master, value('CS000123456780'), value('123456'), value('BPI/2026/1'));
  const held = (key: string) => {
    const [block] = firstRights(applicationCalled(key), asked([], given));
    return block?.scope['contracts'];
  };
  expect(held('collect-and-stamp')).toEqual([master.value]);
  expect(held('parcels-national')).toEqual(['123456']);
  expect(held('parcels-international')).toEqual(['BPI/2026/1']);
  expect(firstRights(applicationCalled('postbox'), asked([], given))).toEqual([]);
});
