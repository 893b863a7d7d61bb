import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { actions } from '../../domain/action-rules.ts';
import { isReached, reachOf } from '../../domain/reach.ts';
import { can } from '../../domain/rights.ts';
import type { Action } from '../../domain/action-rules.ts';
import type { Actor, GrantAction, Subject, UserActor } from '../../domain/rights.ts';

const box: Subject = { kind: 'postbox', companyId: 'bakery', postboxId: 'box-1', siteId: 'ghent' };
const item: Subject = { ...box, kind: 'mail-item' };
const task: Subject = { ...box, kind: 'site-task' };

const user = (facts: Partial<Omit<UserActor, 'kind'>>): Actor => ({
  kind: 'user',
  id: 'an',
  memberships: [],
  grants: [],
  ...facts,
});
const member = { companyId: 'bakery', profile: 'user' } as const;
const administrator = user({ memberships: [{ companyId: 'bakery', profile: 'administrator' }] });
const granted = (...given: GrantAction[]) =>
  user({ memberships: [member], grants: [{ postboxId: 'box-1', actions: given }] });
const holding = (...given: GrantAction[]) =>
  user({
    memberships: [{ companyId: 'bakery', profile: 'administrator' }],
    grants: [{ postboxId: 'box-1', actions: given }],
  });
const books = (...postboxIds: string[]): Subject => ({ kind: 'company', companyId: 'bakery', postboxIds });
const site: Actor = { kind: 'site', id: 'scanner', siteIds: ['ghent'] };
const issuer: Actor = { kind: 'issuer', id: 'program', issuerIds: ['lease'] };
const client: Subject = { kind: 'client-code', issuerId: 'lease' };
const operator: Actor = { kind: 'operator', id: 'olga' };
const anonymous: Actor = { kind: 'anonymous' };

type Outcome = 'allow' | 'hidden' | 'right';
const outcomeOf = (actor: Actor, action: Action, subject: Subject): Outcome => {
  const verdict = can(actor, action, subject);
  return verdict.ok ? 'allow' : (verdict.kind as Outcome);
};

describe('who may do what', () => {
  test.each<[string, Actor, Action, Subject, Outcome]>([
    ['an administrator without a grant sees no letter', administrator, 'mail-item.read', item, 'hidden'],
    [
      'an administrator decides what he was granted',
      holding('read', 'decide'),
      'mail-item.decide',
      item,
      'allow',
    ],
    [
      'an administrator changes no settings that he was not granted',
      holding('read'),
      'postbox.settings',
      box,
      'right',
    ],
    [
      'the books are for who holds the money of every box',
      granted('money'),
      'company.ledger',
      books('box-1'),
      'allow',
    ],
    ['not for who holds that of some', granted('money'), 'company.ledger', books('box-1', 'box-2'), 'right'],
    ['not for an administrator without it', administrator, 'company.ledger', books('box-1'), 'right'],
    ['without any box they are the administrator’s', administrator, 'company.ledger', books(), 'allow'],
    ['and no user’s', user({ memberships: [member] }), 'company.ledger', books(), 'right'],
    [
      'an administrator administers his company',
      administrator,
      'company.administer',
      { kind: 'company', companyId: 'bakery' },
      'allow',
    ],
    [
      'an administrator does not do the site’s work',
      holding('read', 'decide'),
      'site-task.work',
      task,
      'right',
    ],
    ['an administrator does not hold mail', holding('read', 'decide'), 'mail-item.hold', item, 'right'],
    [
      'a member without a grant sees no box',
      user({ memberships: [member] }),
      'mail-item.read',
      item,
      'hidden',
    ],
    [
      'a member sees his company',
      user({ memberships: [member] }),
      'company.read',
      { kind: 'company', companyId: 'bakery' },
      'allow',
    ],
    [
      'a member does not administer',
      user({ memberships: [member] }),
      'company.administer',
      { kind: 'company', companyId: 'bakery' },
      'right',
    ],
    ['read allows to read', granted('read'), 'mail-item.read', item, 'allow'],
    ['read allows to see the scan', granted('read'), 'document.read', { ...item, kind: 'document' }, 'allow'],
    ['read does not allow to decide', granted('read'), 'mail-item.decide', item, 'right'],
    [
      'read does not allow to trash',
      granted('read'),
      'document.trash',
      { ...item, kind: 'document' },
      'right',
    ],
    [
      'decide allows to trash, restore and purge',
      granted('decide'),
      'document.purge',
      { ...item, kind: 'document' },
      'allow',
    ],
    ['decide does not allow settings', granted('decide'), 'postbox.settings', box, 'right'],
    ['settings allows settings', granted('settings'), 'postbox.settings', box, 'allow'],
    [
      'a grant on one box shows no other',
      granted('read', 'decide'),
      'mail-item.read',
      { ...item, postboxId: 'box-2' },
      'hidden',
    ],
    [
      'a grant without membership of the company is worth nothing',
      user({ grants: [{ postboxId: 'box-1', actions: ['read'] }] }),
      'mail-item.read',
      item,
      'hidden',
    ],
    ['an empty grant shows nothing', granted(), 'mail-item.read', item, 'hidden'],
    [
      'an administrator elsewhere sees nothing here',
      user({ memberships: [{ companyId: 'other', profile: 'administrator' }] }),
      'mail-item.read',
      item,
      'hidden',
    ],
    ['a site receives mail for its boxes', site, 'mail-item.receive', box, 'allow'],
    ['a site works its tasks', site, 'site-task.work', task, 'allow'],
    ['a site does not decide', site, 'mail-item.decide', item, 'right'],
    ['a site does not open scans', site, 'document.read', { ...item, kind: 'document' }, 'right'],
    ['another site’s task does not exist', site, 'site-task.work', { ...task, siteId: 'breda' }, 'hidden'],
    ['an issuer keeps its customers', issuer, 'client-code.administer', client, 'allow'],
    [
      'another issuer’s customer does not exist',
      issuer,
      'client-code.read',
      { ...client, issuerId: 'energy' },
      'hidden',
    ],
    ['an issuer sees no letter', issuer, 'mail-item.read', item, 'hidden'],
    ['the operator looks at customers of issuers', operator, 'client-code.read', client, 'allow'],
    ['and does not keep them', operator, 'client-code.administer', client, 'right'],
    ['the operator sees lives', operator, 'mail-item.read', item, 'allow'],
    ['the operator reads no letters', operator, 'document.read', { ...item, kind: 'document' }, 'right'],
    ['the operator decides for nobody', operator, 'mail-item.decide', item, 'right'],
    ['nobody sees nothing', anonymous, 'mail-item.read', item, 'hidden'],
  ])('%s', (_words, actor, action, subject, outcome) => {
    expect(outcomeOf(actor, action, subject)).toBe(outcome);
  });

  test('a missing right is named', () => {
    expect(can(granted('read'), 'mail-item.decide', item)).toMatchObject({
      reason: 'right.missing',
      details: { action: 'mail-item.decide' },
    });
  });
});

const word = fc.constantFrom('a', 'b', 'c');
const anyUser = fc.record({
  kind: fc.constant('user' as const),
  id: word,
  memberships: fc.uniqueArray(
    fc.record({ companyId: word, profile: fc.constantFrom('administrator' as const, 'user' as const) }),
    { selector: ({ companyId }) => companyId },
  ),
  grants: fc.array(
    fc.record({ postboxId: word, actions: fc.subarray(['read', 'decide', 'settings', 'money'] as const) }),
  ),
});
const anySite = fc.record({
  kind: fc.constant('site' as const),
  id: word,
  siteIds: fc.subarray(['a', 'b', 'c']),
});
const anyIssuer = fc.record({
  kind: fc.constant('issuer' as const),
  id: word,
  issuerIds: fc.subarray(['a', 'b', 'c']),
});
const anyActor = fc.oneof(
  anyUser,
  anySite,
  anyIssuer,
  fc.constant(operator),
  fc.constant(anonymous),
) as fc.Arbitrary<Actor>;
const anyAction = fc.constantFrom(...actions);
const anyRow = fc.record({
  kind: fc.constantFrom(
    'mail-item' as const,
    'document' as const,
    'postbox' as const,
    'site-task' as const,
    'client-code' as const,
  ),
  issuerId: word,
  companyId: word,
  postboxId: word,
  siteId: word,
});

describe('whoever asks', () => {
  test('another company’s object is always hidden from a user', () => {
    fc.assert(
      fc.property(anyUser, anyAction, anyRow, (actor, action, row) => {
        fc.pre(!actor.memberships.some(({ companyId }) => companyId === row.companyId));
        expect(can(actor, action, row)).toMatchObject({
          ok: false,
          kind: 'hidden',
          reason: 'not-found',
          details: {},
        });
      }),
    );
  });

  test('another site’s object is always hidden from a site', () => {
    fc.assert(
      fc.property(anySite, anyAction, anyRow, (actor, action, row) => {
        fc.pre(!actor.siteIds.includes(row.siteId));
        expect(can(actor, action, row)).toMatchObject({ ok: false, kind: 'hidden' });
      }),
    );
  });

  test('a list shows exactly the rows that may be acted on', () => {
    fc.assert(
      fc.property(anyActor, anyAction, anyRow, (actor, action, row) => {
        // The books are asked for company by company, and never listed.
        fc.pre(action !== 'company.ledger');
        // Some rights reach companies, not boxes: their lists are lists of companies.
        const subject: Subject = /^(account|company|user|router)\./.test(action)
          ? { kind: 'company', companyId: row.companyId }
          : row;
        expect(isReached(reachOf(actor, action), subject)).toBe(can(actor, action, subject).ok);
      }),
      { numRuns: 2_000 },
    );
  });
});
