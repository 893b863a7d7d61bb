/** Why somebody may, or which condition fails (UM-15, UM-26; decided.md, Rights): a table of cases. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ceilingOf, effectiveRights } from '../../domain/effective-rights.ts';
import { grantedRights, limitsOn } from '../../domain/holding.ts';
import { explainRight } from '../../domain/right-trail.ts';
import type { PastGrant, PastHolding, RightQuestion, TrailMember } from '../../domain/right-chain.ts';
import { holds } from '../../domain/right-set.ts';
import type { RightBlock } from '../../domain/right-set.ts';
import { applicationCalled } from '../support/registry.ts';

const box = applicationCalled('postbox');
const at = (day: number) => `2027-01-${String(day).padStart(2, '0')}T09:00:00.000Z`;

const person = (name: string, facts: Partial<TrailMember> = {}): TrailMember => ({
  membershipId: `m-${name}`,
  userId: name,
  companyId: 'bakery',
  profile: 'user',
  isStaff: false,
  acceptedAt: at(1),
  deactivatedAt: null,
  suspendedAt: null,
  ...facts,
});
const an = person('an', { profile: 'administrator' });
const bart = person('bart');
const rita = person('rita', { companyId: 'router', profile: 'administrator' });

let made = 0;
const grant = (
  actions: string[],
  boxes: string[],
  by: string,
  day: number,
  more: Partial<PastGrant> = {},
) => ({
  id: `g${String((made += 1))}`,
  block: { actions, scope: { postboxes: boxes } } as RightBlock,
  grantor: { kind: by === 'operator' ? ('operator' as const) : ('user' as const), id: by },
  grantedAt: at(day),
  registryVersion: 1,
  continues: null,
  endedAt: null,
  endReason: null,
  ...more,
});
const holding = (
  holderKind: PastHolding['holderKind'],
  holderId: string,
  grants: readonly PastGrant[],
): PastHolding => ({
  id: `h-${holderId}`,
  ...{ holderKind, holderId, accountId: 'account', companyId: 'bakery', application: 'postbox' },
  ...{ profile: null, version: 1, grants },
});

const whole = ['read', 'decide', 'settings', 'money'];
const boundary = holding('company', 'bakery', [grant(whole, ['one', 'two'], 'operator', 2)]);
const ofAn = holding('user', 'm-an', [grant(whole, ['one', 'two'], 'operator', 2)]);
const ofBart = holding('user', 'm-bart', [grant(['decide'], ['one'], 'an', 3)]);
const received = holding('router', 'router', [grant(['read'], ['one'], 'an', 4)]);
const ofRita = holding('user', 'm-rita', [grant(['read'], ['one'], 'rita', 5)]);

const question = (facts: Partial<RightQuestion> = {}): RightQuestion => ({
  application: box,
  companyId: 'bakery',
  member: bart,
  right: { action: 'decide', values: { postboxes: 'one' } },
  holdings: [boundary, ofAn, ofBart, received, ofRita],
  members: [an, bart, rita],
  ...facts,
});
const codeOf = (facts: Partial<RightQuestion>) => explainRight(question(facts)).code;
const linksOf = (facts: Partial<RightQuestion> = {}) =>
  explainRight(question(facts)).chain.map(({ holding: { holderId }, grant: { grantor }, ...link }) => [
    grantor.id,
    holderId,
    link.action,
    link.bringing,
    link.isGrantorHolding,
  ]);

describe('the chain', () => {
  test('goes by who held the right when the grant was made, up to the operator', () => {
    expect(linksOf()).toEqual([
      ['an', 'm-bart', 'decide', 'itself', true],
      ['operator', 'm-an', 'decide', 'itself', true],
    ]);
    expect(explainRight(question()).isComplete).toBe(true);
  });

  test('what a right brings along is told by the right that brings it', () => {
    expect(linksOf({ right: { action: 'read', values: { postboxes: 'one' } } })[0]).toEqual([
      ...['an', 'm-bart', 'decide', 'implied', true],
    ]);
  });

  test('what a right only lets be handed on is told as covered', () => {
    const parcels = applicationCalled('parcels-international');
    const scope = { contracts: ['BPI/2026/1'], borderels: ['10'] };
    const on = (holder: PastHolding, action: string, by: string, day: number) => ({
      ...holder,
      application: parcels.key,
      grants: [{ ...grant([], [], by, day), block: { actions: [action], scope } }],
    });
    const links = linksOf({
      application: parcels,
      right: { action: 'eshipper-light', values: { contracts: 'BPI/2026/1', borderels: '10' } },
      holdings: [
        on(boundary, 'general-access', 'operator', 2),
        on(ofAn, 'general-access', 'operator', 2),
        on(ofBart, 'eshipper-light', 'an', 3),
      ],
    });
    expect(links).toEqual([
      ['an', 'm-bart', 'eshipper-light', 'itself', true],
      ['operator', 'm-an', 'general-access', 'covered', true],
    ]);
  });

  test('a grantor who has lost it since stays in the chain, marked', () => {
    const lost = holding('user', 'm-an', [
      grant(whole, ['one'], 'operator', 2, { endedAt: at(9), endReason: 'saved' }),
      grant(['read'], ['one'], 'operator', 9),
    ]);
    expect(linksOf({ holdings: [boundary, lost, ofBart] })).toEqual([
      ['an', 'm-bart', 'decide', 'itself', false],
      ['operator', 'm-an', 'decide', 'itself', true],
    ]);
  });

  test('a grantor who is gone is marked too', () => {
    expect(linksOf({ members: [{ ...an, deactivatedAt: at(9) }, bart] })[0]?.[4]).toBe(false);
  });

  test('at a router it goes through what the router received, to the client and to the operator', () => {
    const right = { action: 'read', values: { postboxes: 'one' } };
    expect(linksOf({ member: rita, right })).toEqual([
      ['rita', 'm-rita', 'read', 'itself', true],
      ['an', 'router', 'read', 'itself', true],
      ['operator', 'm-an', 'read', 'itself', true],
    ]);
  });

  test('where the books know nothing further it ends, and says so', () => {
    const late = holding('user', 'm-an', [grant(whole, ['one'], 'operator', 8)]);
    const told = explainRight(question({ holdings: [boundary, late, ofBart] }));
    expect([told.isAllowed, told.isComplete, told.chain.length]).toEqual([true, false, 1]);
  });

  test('two who gave it to each other end it as well', () => {
    const ring = [
      holding('user', 'm-an', [grant(['decide'], ['one'], 'bart', 3)]),
      holding('user', 'm-bart', [grant(['decide'], ['one'], 'an', 3)]),
    ];
    expect(linksOf({ holdings: [boundary, ...ring] })).toHaveLength(2);
  });
});

describe('which condition fails', () => {
  const ended = { endedAt: at(8), endReason: 'saved' };
  test.each<[string, string, Partial<RightQuestion>]>([
    ['the invitation is open', 'why.invited', { member: { ...bart, acceptedAt: null } }],
    ['deactivated', 'why.deactivated', { member: { ...bart, deactivatedAt: at(9) } }],
    ['suspended', 'why.suspended', { member: { ...bart, suspendedAt: at(9) } }],
    ['the registry has forgotten the application', 'why.forgotten', { application: undefined }],
    ['the registry has forgotten the action', 'why.forgotten', { right: { action: 'fax', values: {} } }],
    ['nothing granted there', 'why.nothing-granted', { holdings: [boundary, ofAn] }],
    [
      'something, and not this',
      'why.not-granted',
      { right: { action: 'money', values: { postboxes: 'one' } } },
    ],
    ['another box', 'why.not-granted', { right: { action: 'decide', values: { postboxes: 'two' } } }],
    [
      'taken back',
      'why.taken-back',
      { holdings: [boundary, holding('user', 'm-bart', [grant(['decide'], ['one'], 'an', 3, ended)])] },
    ],
    ['no boundary', 'why.outside-boundary', { holdings: [ofAn, ofBart] }],
    [
      'outside the boundary',
      'why.outside-boundary',
      { holdings: [holding('company', 'bakery', [grant(whole, ['two'], 'operator', 2)]), ofAn, ofBart] },
    ],
    [
      'the router received nothing',
      'why.router-received-nothing',
      {
        member: rita,
        right: { action: 'read', values: { postboxes: 'one' } },
        holdings: [boundary, ofAn, ofRita, holding('router', 'router', [])],
      },
    ],
    [
      'the router received something else',
      'why.router-not-received',
      {
        member: rita,
        right: { action: 'read', values: { postboxes: 'one' } },
        holdings: [boundary, ofAn, ofRita, holding('router', 'router', [grant(['read'], ['two'], 'an', 4)])],
      },
    ],
    [
      'who administers nobody',
      'why.not-administrator',
      {
        application: applicationCalled('user-management'),
        right: { action: 'grant-rights', values: {} },
      },
    ],
  ])('%s: %s', (_words, code, facts) => {
    expect(codeOf(facts)).toBe(code);
    expect(explainRight(question(facts)).isAllowed).toBe(false);
  });

  test.each([
    ['NA', 'general-access', '10', 'why.not-applicable'],
    ['NO', 'eshipper-light', '21', 'why.not-allowed'],
  ])('the profile says %s', (_cell, action, borderel, code) => {
    const parcels = applicationCalled('parcels-international');
    const own = { ...holding('user', 'm-bart', []), application: parcels.key, profile: 'read-only' };
    const right = { action, values: { contracts: 'BPI/2026/1', borderels: borderel } };
    expect(codeOf({ application: parcels, right, holdings: [own] })).toBe(code);
  });

  test('an administrator administers by his profile', () => {
    const told = explainRight(
      question({
        application: applicationCalled('user-management'),
        member: an,
        right: { action: 'grant-rights', values: {} },
      }),
    );
    expect([told.isAllowed, told.code]).toEqual([true, 'why.by-profile']);
  });
});

test('it says yes exactly where the rights that count say yes', () => {
  const actions = fc.subarray(whole, { minLength: 1 });
  const grants = fc.array(
    fc
      .record({ actions, boxes: fc.subarray(['one', 'two'], { minLength: 1 }), isEnded: fc.boolean() })
      .map(({ actions: held, boxes, isEnded }) =>
        grant(held, boxes, 'an', 3, isEnded ? { endedAt: at(8), endReason: 'saved' } : {}),
      ),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(grants, grants, grants, fc.constantFrom(bart, rita), (limit, router, own, member) => {
      const holdings = [
        holding('company', 'bakery', limit),
        holding('router', 'router', router),
        holding('user', member.membershipId, own),
      ];
      const live = holdings.map((each) => ({
        ...each,
        grants: each.grants.filter(({ endedAt }) => endedAt === null),
      }));
      const on = { accountId: 'account', companyId: 'bakery', application: 'postbox' };
      const limits = limitsOn(live, on, member.companyId);
      const rights = effectiveRights(box, grantedRights(live[2]), limits);
      for (const action of whole)
        for (const postboxes of ['one', 'two']) {
          const right = { action, values: { postboxes } };
          expect(explainRight(question({ member, right, holdings })).isAllowed).toBe(holds(rights, right));
        }
      expect(holds(ceilingOf(box, rights), { action: 'fax', values: {} })).toBe(false);
    }),
    { numRuns: 200 },
  );
});
