/** Requests for rights (WF-05): where they go, what may be asked at all, and what happens by itself. */
import type { Course, RequestGround } from '../../domain/rights-request-course.ts';
import { checkAskable, checkPart, courseOf } from '../../domain/rights-request-course.ts';
import type { RightsRequest, RightsRequestCommandName } from '../../domain/rights-request.ts';
import {
  carryOutRightsRequest,
  checkAdministratorNamed,
  closeRequest,
  planForRightsRequest,
  rightsRequestCommands,
  rightsRequestStage,
} from '../../domain/rights-request.ts';
import type { RightSet } from '../../domain/right-set.ts';
import { noRights } from '../../domain/right-set.ts';
import { rightsRequestStanding } from '../../texts/rights-request.ts';
import { applicationCalled } from '../support/registry.ts';

const on = (actions: string[], ...postboxes: string[]): RightSet => [{ actions, scope: { postboxes } }];
const decide = on(['decide'], 'first');

const ground: RequestGround = {
  application: applicationCalled('postbox'),
  profile: null,
  isMember: true,
  isAdministrators: false,
  granted: noRights,
  effective: noRights,
  boundary: noRights,
  own: noRights,
  others: [],
};

describe('where it goes', () => {
  test.each<[words: string, facts: Partial<RequestGround>, beyond: RightSet, to: Course['to']]>([
    ['a user, of what his administrator may give', { others: [decide] }, [], 'in-house'],
    [
      'a user, of which his administrator may give a part',
      { others: [on(['decide', 'read'], 'first')] },
      [],
      'in-house',
    ],
    ['what no administrator holds', { boundary: decide, others: [on(['read'], 'first')] }, [], 'staff'],
    ['what the company may not hold', {}, decide, 'staff'],
    ['[WF-05] who asks has left', { isMember: false, others: [decide] }, [], 'lapse'],
    ['he holds it by now', { effective: decide }, [], 'done'],
    [
      '[WF-05] an administrator, and the operator has opened it meanwhile',
      { isAdministrators: true, boundary: decide },
      decide,
      'at-once',
    ],
    [
      'an administrator, of what the company held when he asked',
      { isAdministrators: true, boundary: decide },
      [],
      'staff',
    ],
    [
      'the same, and another administrator holds it',
      { isAdministrators: true, boundary: decide, others: [decide] },
      [],
      'in-house',
    ],
    ['a user, and the operator has opened it meanwhile', { boundary: decide }, decide, 'staff'],
    [
      'a user, and an administrator was given it meanwhile',
      { boundary: decide, others: [decide] },
      decide,
      'in-house',
    ],
  ])('%s', (_words, facts, beyond, to) => {
    expect(courseOf({ ...ground, ...facts }, { open: decide, beyond }).to).toBe(to);
  });

  test('[WF-05] a cell NA or NO of the matrix is rejected, with the cells (PI-06)', () => {
    const parcels = {
      ...ground,
      application: applicationCalled('parcels-international'),
      profile: 'read-only',
    };
    const asked = [
      { actions: ['general-access', 'see-prices'], scope: { contracts: ['BPI/2026/1'], borderels: ['21'] } },
    ];
    expect(courseOf({ ...parcels, others: [asked] }, { open: asked, beyond: [] })).toEqual({
      to: 'reject',
      cells: [
        { kind: 'action', row: 'general-access', cell: 'NA' },
        { kind: 'value', dimension: 'borderels', row: '21', cell: 'NO' },
      ],
    });
  });
});

describe('what may be asked for', () => {
  const masspost = { ...ground, application: applicationCalled('e-masspost') };
  const senders = [
    {
      actions: ['manage-senders'],
      scope: Object.fromEntries(
        masspost.application.dimensions.map(({ key, listed }) => [key, listed[0] ? [listed[0].key] : ['1']]),
      ),
    },
  ];
  test.each<
    [
      words: string,
      facts: Partial<RequestGround>,
      asked: RightSet,
      named: string | null,
      reason: string | null,
    ]
  >([
    ['what is greyed', {}, decide, null, null],
    ['nothing', {}, on([], 'first'), null, 'rights-request.nothing-asked'],
    ['what is no right of the application', {}, on(['dance'], 'first'), null, 'rights.action-unknown'],
    ['what exists for routers alone', masspost, senders, null, 'rights.for-routers-only'],
    [
      'what he may do already',
      { effective: on(['decide', 'read'], 'first') },
      decide,
      null,
      'rights-request.held',
    ],
    [
      'what he may give himself',
      { own: on(['decide', 'read'], 'first') },
      decide,
      null,
      'rights-request.yours-to-give',
    ],
    ['a profile where there is none', {}, decide, 'read-only', null],
    [
      'another profile than he has',
      { profile: 'general-access' },
      decide,
      'read-only',
      'rights-request.profile-set',
    ],
  ])('%s', (_words, facts, asked, named, reason) => {
    const verdict = checkAskable({ ...ground, ...facts }, named, asked);
    expect(verdict.ok ? null : verdict.reason).toBe(reason);
  });

  test.each<[words: string, part: RightSet, reason: string | null]>([
    ['all of it', on(['read', 'decide'], 'first', 'second'), null],
    ['a part', on(['decide'], 'second'), null],
    ['nothing', [], 'rights-request.nothing-asked'],
    ['more than was asked', on(['decide'], 'third'), 'rights-request.not-asked'],
  ])('of two rights on two boxes, %s is approved', (_words, part, reason) => {
    const verdict = checkPart(on(['read', 'decide'], 'first', 'second'), part);
    expect(verdict.ok ? null : verdict.reason).toBe(reason);
  });
});

const at = '2027-02-02T14:00:00.000Z';
const request: RightsRequest = {
  ...{ id: '0193b0a1-7c1e-7d3a-9f52-3f6a1c2b4d5e', brand: 'demo', companyId: 'bakery', userId: 'chloe' },
  terms: {
    ...{ version: 1, zone: 'Europe/Brussels', messageSeconds: 60 },
    ...{ inHouseDays: 14, staffHours: 8, answerDays: 7, autoCloseDays: 14 },
  },
  ...{ isAdministrators: false, version: 1, askedAt: at, desk: 'in-house', since: at },
  dueAt: '2027-02-16T23:00:00.000Z',
  ...{ overdueAt: null, question: null, widenedAt: null, hasGiven: false, hasRefused: false, closed: null },
};
const atStaff: Partial<RightsRequest> = { desk: 'staff', dueAt: '2027-02-03T13:00:00.000Z' };
const asked: Partial<RightsRequest> = { question: { at, remindedAt: null } };

describe('what happens by itself, and what staff read of it', () => {
  test.each<
    [words: string, facts: Partial<RightsRequest>, stage: string, act: string | null, sentence: string]
  >([
    [
      'in-house',
      {},
      'in-house',
      'lapse 2027-02-16T23:00:00.000Z',
      'Waiting for the administrators of the company until Wed 17 Feb 2027, 00:00 (Europe/Brussels); then it lapses.',
    ],
    [
      'opened by staff',
      { widenedAt: at },
      'granting',
      'lapse 2027-02-16T23:00:00.000Z',
      'Opened by staff; waiting for an administrator to grant it on until Wed 17 Feb 2027, 00:00 (Europe/Brussels); then it lapses.',
    ],
    [
      'with staff',
      atStaff,
      'staff',
      'report-overdue 2027-02-03T13:00:00.000Z',
      'With staff since Tue 2 Feb 2027, 15:00 (Europe/Brussels); to be answered until Wed 3 Feb 2027, 14:00 (Europe/Brussels); then it is overdue.',
    ],
    [
      'staff are late',
      { ...atStaff, overdueAt: at },
      'overdue',
      null,
      'OVERDUE: with staff since Tue 2 Feb 2027, 15:00 (Europe/Brussels), was to be answered until Wed 3 Feb 2027, 14:00 (Europe/Brussels).',
    ],
    [
      'a question is out',
      asked,
      'question',
      'remind 2027-02-09T23:00:00.000Z',
      'Asked something Tue 2 Feb 2027, 15:00 (Europe/Brussels); without an answer a reminder is sent Wed 10 Feb 2027, 00:00 (Europe/Brussels) and the request is closed Wed 17 Feb 2027, 00:00 (Europe/Brussels).',
    ],
    [
      'he was reminded',
      { question: { at, remindedAt: at } },
      'question',
      'auto-close 2027-02-16T23:00:00.000Z',
      'Asked something Tue 2 Feb 2027, 15:00 (Europe/Brussels); without an answer the request is closed Wed 17 Feb 2027, 00:00 (Europe/Brussels).',
    ],
    [
      'over',
      { closed: { outcome: 'granted', at } },
      'granted',
      null,
      'Granted: Tue 2 Feb 2027, 15:00 (Europe/Brussels).',
    ],
  ])('%s', (_words, facts, stage, act, sentence) => {
    const row = { ...request, ...facts };
    const next = planForRightsRequest(row);
    expect([rightsRequestStage(row), next && `${next.kind} ${next.at}`]).toEqual([stage, act]);
    expect(rightsRequestStanding(row, next)).toBe(sentence);
  });

  test.each<['granted' | 'rejected' | 'lapsed', Partial<RightsRequest>, string]>([
    ['granted', {}, 'granted'],
    ['granted', { hasRefused: true }, 'partly'],
    ['rejected', {}, 'rejected'],
    ['rejected', { hasGiven: true }, 'partly'],
    ['lapsed', { hasGiven: true }, 'partly'],
  ])('what ends as %s after %j is %s', (outcome, facts, expected) => {
    expect(closeRequest({ ...request, ...facts }, outcome, at).closed?.outcome).toBe(expected);
  });

  test('nobody answers the question: it is closed as lapsed', () => {
    expect(carryOutRightsRequest({ ...request, ...asked }, 'auto-close', at)).toMatchObject({
      closed: { outcome: 'lapsed' },
      question: null,
    });
  });
});

describe('who may do what', () => {
  const chloe = { type: 'user', id: 'chloe' } as const;
  const an = { type: 'user', id: 'an' } as const;
  const olga = { type: 'staff', id: 'olga' } as const;
  test.each<
    [
      string,
      RightsRequestCommandName,
      typeof chloe | typeof an | typeof olga,
      Partial<RightsRequest>,
      string | null,
    ]
  >([
    ['an administrator in-house', 'approve', an, {}, null],
    ['staff what is in-house', 'approve', olga, {}, 'rights-request.in-house'],
    ['an administrator what staff have', 'reject', an, atStaff, 'rights-request.with-staff'],
    ['staff what they have', 'reject', olga, atStaff, null],
    ['nobody what is over', 'approve', an, { closed: { outcome: 'lapsed', at } }, 'rights-request.closed'],
    ['a decision while a question is out', 'approve', an, asked, null],
    ['a second question', 'ask', an, asked, 'rights-request.question-open'],
    ['an answer to it', 'answer', chloe, asked, null],
    ['an answer of somebody else', 'answer', an, asked, 'right.missing'],
    ['an answer to nothing', 'answer', chloe, {}, 'rights-request.no-question'],
    ['withdrawing', 'withdraw', chloe, atStaff, null],
    [
      'withdrawing what is over',
      'withdraw',
      chloe,
      { closed: { outcome: 'granted', at } },
      'rights-request.closed',
    ],
  ])('%s', (_words, name, actor, facts, reason) => {
    const verdict = rightsRequestCommands[name]({ ...request, ...facts }, actor);
    expect(verdict.ok ? null : verdict.reason).toBe(reason);
  });
});

test.each<[string, Partial<RightsRequest>, string | null, string | null]>([
  ['staff, for a user, choose one', atStaff, 'an', null],
  ['and need not', atStaff, null, null],
  ['an administrator chooses nobody', {}, 'an', 'rights-request.administrator-not-chosen'],
  [
    'for an administrator there is nobody to choose',
    { ...atStaff, isAdministrators: true },
    'an',
    'rights-request.administrator-not-chosen',
  ],
])('who grants it on: %s', (_words, facts, administratorId, reason) => {
  const verdict = checkAdministratorNamed({ ...request, ...facts }, administratorId);
  expect(verdict.ok ? null : verdict.reason).toBe(reason);
});
