/** Rights as sets by account: more of them than a number has bits, and whose they are (EM-05, EM-06). */
import type { EffectiveRights } from '../../domain/holding.ts';
import { objectRightsOf, seesObject, seesPrice } from '../../domain/object-rights.ts';
import type { RightSet } from '../../domain/right-set.ts';
import { registry } from '../support/registry.ts';

const on = (application: string, rights: RightSet): EffectiveRights => ({
  ...{ membershipId: 'm', accountId: 'account', companyId: 'c', application, profile: null, rights },
});
const letters = (actions: string[], address: number) => ({
  actions,
  scope: { products: ['letter'], 'invoice-addresses': [String(address)] },
});
const seventy = Array.from({ length: 70 }, (_, at) =>
  letters(at % 2 === 0 ? ['global-follow-up'] : ['create-deposit', 'see-prices'], at),
);
const rights = objectRightsOf(registry, [
  on('e-masspost', seventy),
  on('invoice-reporter', [{ actions: ['read'], scope: { 'invoice-addresses': ['7'] } }]),
]);

interface Case {
  readonly address: string;
  readonly product?: string;
  readonly application?: string;
  readonly accountId?: string;
  readonly creatorId?: string;
}

test.each<[words: string, asked: Case, isSeen: boolean, showsPrice: boolean]>([
  ['the first', { address: '0' }, true, false],
  ['the last of the first bundle', { address: '30' }, true, false],
  ['the first of the second', { address: '31', creatorId: 'me' }, true, true],
  ['one of the third', { address: '68' }, true, false],
  ['an own one', { address: '69', creatorId: 'me' }, true, true],
  ['made by another', { address: '69', creatorId: 'she' }, false, true],
  ['an address that is in none', { address: '70' }, false, false],
  ['another product', { address: '0', product: 'kilopost' }, false, false],
  ['another account', { address: '0', accountId: 'other' }, false, false],
  ['another application of that account', { address: '7', application: 'invoice-reporter' }, true, true],
  ['its address is not that of the first', { address: '0', application: 'invoice-reporter' }, false, false],
])('%s', (_words, asked, isSeen, showsPrice) => {
  const { address, product = 'letter', application = 'e-masspost', accountId = 'account' } = asked;
  const values = { products: product, 'invoice-addresses': address };
  const object = { accountId, application, values, creatorId: asked.creatorId ?? null };
  expect([seesObject(rights, 'me', object), seesPrice(rights, object)]).toEqual([isSeen, showsPrice]);
});
