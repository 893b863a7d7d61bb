/** Rules around routers as tables of cases (RT-02, RT-04, RT-07; WF-06). */
import { planNarrowing, routerCeiling } from '../../domain/router-cascade.ts';
import type { RightSet } from '../../domain/right-set.ts';
import { checkRouterClosing, checkRouterGrant, routerStateOf } from '../../domain/router.ts';
import type { RouterGrant, RouterGrantFacts } from '../../domain/router-grant.ts';
import { followRouterGrant, planForRouterGrant, waitingFrom } from '../../domain/router-grant.ts';
import { decidedPeoplePolicy } from '../../domain/people-policy.ts';
import { applicationCalled } from '../support/registry.ts';

const boxes = applicationCalled('postbox');
const masspost = applicationCalled('e-masspost');
const onBox = (actions: readonly string[], ...postboxes: readonly string[]): RightSet => [
  { actions, scope: { postboxes } },
];

test.each<[string, RightSet, RightSet, RightSet]>([
  ['all of it is still held: nothing is taken', onBox(['read'], 'one'), onBox(['read'], 'one', 'two'), []],
  ['an action less', onBox(['read', 'decide'], 'one'), onBox(['read'], 'one'), onBox(['decide'], 'one')],
  ['a value less', onBox(['read'], 'one', 'two'), onBox(['read'], 'two'), onBox(['read'], 'one')],
  ['nothing left', onBox(['read'], 'one'), [], onBox(['read'], 'one')],
  ['what a right brings stays with it', onBox(['read'], 'one'), onBox(['decide'], 'one'), []],
])('what people of a router lose: %s', (_words, held, left, removed) => {
  const live = held.map((block, index) => ({ id: `g${String(index)}`, block }));
  const plan = planNarrowing(boxes, { profile: null, live }, left);
  expect([plan.removed, plan.isChanged]).toEqual([removed, removed.length > 0]);
  expect(plan.ended).toEqual(removed.length > 0 ? ['g0'] : []);
});

test('senders management is given out of the boundary, where the administrator holds something', () => {
  const block = (action: string, products: string[]) => ({
    actions: [action],
    scope: { products, 'invoice-addresses': ['1'] },
  });
  const boundary = [block('manage-senders', ['letter', 'prior']), block('create-deposit', ['letter'])];
  expect(routerCeiling(masspost, [block('create-deposit', ['letter'])], boundary)).toEqual([
    block('create-deposit', ['letter']),
    block('manage-senders', ['letter']),
  ]);
  expect(routerCeiling(boxes, onBox(['read'], 'one'), onBox(['read'], 'one'))).toEqual(
    onBox(['read'], 'one'),
  );
});

test.each([
  ['its own account, an open entry', { companyId: 'r', isClosed: false }, 'c', null],
  ['an account of a client of its own', { companyId: 'r', isClosed: false }, 'x', 'router.no-further-router'],
  ['itself', { companyId: 'c', isClosed: false }, 'c', 'router.own-company'],
  ['an entry that is closed', { companyId: null, isClosed: true }, 'c', 'router.closed'],
])('a client gives on %s', (_words, router, owner, reason) => {
  const verdict = checkRouterGrant(router, 'c', owner);
  expect(verdict.ok ? null : verdict.reason).toBe(reason);
});

test('how it stands for the client', () => {
  expect([routerStateOf(null, 0), routerStateOf('r', 0), routerStateOf('r', 2)]).toEqual([
    'waiting-for-account',
    'granted-unusable',
    'working',
  ]);
  expect(checkRouterClosing({ isClosed: false }, 1)).toMatchObject({ reason: 'router.in-use' });
});

const { grantReminderDays: reminderDays, unusedDays } = decidedPeoplePolicy.routers;
const terms = { version: 1, zone: 'Europe/Brussels', messageSeconds: 60, reminderDays, unusedDays };
const grant: RouterGrant = {
  ...{ id: 'g', brand: 'b', companyId: 'c', accountId: 'a', routerId: 'r', terms, version: 1 },
  ...waitingFrom('2027-02-02T14:00:00.000Z', terms),
  ...{ announcedAt: '2027-02-02T14:00:00.000Z', unattendedAt: null, closed: null },
};
const facts: RouterGrantFacts = { isHeld: true, hasAccount: true, administration: 'active', workers: 0 };
const at = '2027-02-05T09:00:00.000Z';

test.each<[string, Partial<RouterGrant>, Partial<RouterGrantFacts>, readonly string[]]>([
  ['nothing has moved', {}, {}, []],
  ['not told yet, and somebody is there', { announcedAt: null }, {}, ['router-granted']],
  ['not told yet, and he has not accepted', { announcedAt: null }, { administration: 'invited' }, []],
  ['handed on', {}, { workers: 1 }, ['router-grant-working']],
  ['nobody administers it', {}, { administration: 'none' }, ['router-unattended']],
  ['nobody does, as is known', { unattendedAt: at }, { administration: 'none' }, []],
  ['it has no account yet', { announcedAt: null }, { administration: 'none', hasAccount: false }, []],
  ['taken back', {}, { isHeld: false }, []],
])('what a grant owes when %s', (_words, row, moved, mails) => {
  expect(followRouterGrant({ ...grant, ...row }, { ...facts, ...moved }, at).mails).toEqual(mails);
});

test('it waits for nothing while somebody works with it', () => {
  expect(planForRouterGrant(grant)).toEqual({ kind: 'remind', at: '2027-02-09T23:00:00.000Z' });
  expect(planForRouterGrant({ ...grant, reminders: 3 })).toEqual({ kind: 'lapse', at: grant.endsAt });
  expect(planForRouterGrant({ ...grant, workingSince: at })).toBeNull();
  expect(followRouterGrant({ ...grant }, facts, at).grant).toEqual(grant);
});
