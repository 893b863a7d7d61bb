import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plusMilliseconds } from '../../domain/calendar.ts';
import { isActDue } from '../../domain/next-act.ts';
import type { Registration } from '../../domain/registration.ts';
import type { RegistrationCommandName } from '../../domain/registration-commands.ts';
import { planForRegistration, registrationStage, registrationTerms } from '../../domain/registration.ts';
import * as rules from '../../domain/registration-commands.ts';
import { decidedPeoplePolicy } from '../../domain/people-policy.ts';
import { usernameFor } from '../../domain/username.ts';

const terms = registrationTerms({ ...decidedPeoplePolicy, version: 1, zone: 'Europe/Brussels' });
const begunAt = '2027-02-02T14:00:00.000Z';
const later = '2027-02-03T14:00:00.000Z';
const draft: Registration = {
  id: 'a',
  brand: 'b',
  companyId: null,
  terms,
  version: 1,
  waitingSince: begunAt,
  remindedAt: null,
  submittedAt: null,
  confirmedAt: null,
  confirmationEndsAt: '2027-02-09T23:00:00.000Z',
  returnedAt: null,
  review: null,
  approvedAt: null,
  closed: null,
  toTell: [],
};
const confirmed = rules.confirm(draft, later, later);
const unconfirmed = rules.submit(draft, later, later);
const review = rules.submit(confirmed, later, '2027-02-04T14:00:00.000Z');
const overdue = rules.carryOutRegistration(review, 'report-overdue', '2027-02-04T14:00:00.000Z');
const returned = rules.returnForCorrection(review, later);
const invited = rules.approve(review, 'company', later);
const withdrawn = rules.close(review, 'withdrawn', later);
const rejected = rules.close(review, 'rejected', later);
const cases = { draft, unconfirmed, review, overdue, returned, invited, withdrawn, rejected };
type Stage = keyof typeof cases;
const recovering = rules.close(review, 'recovery', later);
const appointed = { appointedAt: later, isAdministered: false };

test('each case stands where its name says', () => {
  for (const [stage, registration] of Object.entries(cases))
    expect(registrationStage(registration)).toBe(stage);
});

test.each([
  ['approved, and not used yet', invited, null, later, undefined],
  ['appointed by the letter after his case was over', recovering, appointed, later, undefined],
  ['appointed, on the last instant of day 30', recovering, appointed, '2027-03-05T23:00:00.000Z', undefined],
  ['appointed, later', recovering, appointed, '2027-03-05T23:00:00.001Z', 'registration.closed'],
  [
    'appointed, and somebody else administers by now',
    recovering,
    { ...appointed, isAdministered: true },
    later,
    'registration.closed',
  ],
  ['proposed, and not appointed', recovering, null, later, 'registration.closed'],
  ['granted: it was used', rules.close(invited, 'granted', later), null, later, 'registration.closed'],
  ['undone', rules.close(invited, 'abandoned', later), null, later, 'registration.closed'],
  ['referred to somebody else', rules.close(review, 'referred', later), null, later, 'registration.closed'],
])('UM-06: the invitation is sent again: %s', (_case, registration, appointment, at, reason) => {
  const verdict = rules.checkInviteApplicant(registration, appointment, at);
  expect(verdict.ok ? undefined : verdict.reason).toBe(reason);
});

/** What each command says to a case of that stage; not named: allowed. */
const refusals: Readonly<Record<RegistrationCommandName, Partial<Record<Stage, string>>>> = {
  supplement: {
    review: 'in-review',
    overdue: 'in-review',
    invited: 'approved',
    withdrawn: 'withdrawn',
    rejected: 'closed',
  },
  submit: {
    unconfirmed: 'submitted',
    review: 'in-review',
    overdue: 'in-review',
    invited: 'approved',
    withdrawn: 'withdrawn',
    rejected: 'closed',
  },
  confirmEmail: {
    review: 'link',
    overdue: 'link',
    returned: 'link',
    invited: 'link',
    withdrawn: 'link',
    rejected: 'link',
  },
  resendConfirmation: {
    review: 'confirmed',
    overdue: 'confirmed',
    returned: 'confirmed',
    invited: 'confirmed',
    withdrawn: 'withdrawn',
    rejected: 'closed',
  },
  withdraw: { invited: 'approved', withdrawn: 'withdrawn', rejected: 'closed' },
  resendInvitation: {
    draft: 'not-approved',
    unconfirmed: 'not-approved',
    review: 'not-approved',
    overdue: 'not-approved',
    returned: 'not-approved',
    withdrawn: 'withdrawn',
    rejected: 'closed',
  },
  ...Object.fromEntries(
    (['returnForCorrection', 'approve', 'reject', 'refer'] as const).map((name) => [
      name,
      {
        draft: 'not-submitted',
        unconfirmed: 'unconfirmed',
        returned: 'not-submitted',
        invited: 'approved',
        withdrawn: 'withdrawn',
        rejected: 'closed',
      },
    ]),
  ),
} as Readonly<Record<RegistrationCommandName, Partial<Record<Stage, string>>>>;

test.each(
  (Object.keys(refusals) as RegistrationCommandName[]).flatMap((name) =>
    (Object.keys(cases) as Stage[]).map((stage) => [name, stage] as const),
  ),
)('%s in stage %s', (name, stage) => {
  const verdict = rules.registrationCommands[name].check(cases[stage]);
  const said = refusals[name][stage];
  const reason = said === 'link' ? 'link.unusable' : said && `registration.${said}`;
  expect(verdict.ok ? undefined : verdict.reason).toBe(reason);
});

describe('what happens by itself', () => {
  test.each<[string, Registration, string | null, string | undefined]>([
    ['a draft: the link ends first', draft, 'expire-confirmation', '2027-02-09T23:00:00.000Z'],
    ['a confirmed draft: a reminder on day 20', confirmed, 'remind', '2027-02-22T23:00:00.000Z'],
    [
      'reminded: given up at the end of day 30',
      { ...confirmed, remindedAt: later },
      'abandon',
      '2027-03-04T23:00:00.000Z',
    ],
    [
      'without a link that lives: the reminder',
      { ...draft, confirmationEndsAt: null },
      'remind',
      '2027-02-22T23:00:00.000Z',
    ],
    ['with staff: the end of their hours', review, 'report-overdue', '2027-02-04T14:00:00.000Z'],
    ['overdue: only staff can move it', overdue, null, undefined],
    ['returned: the days count from the return', returned, 'remind', '2027-02-23T23:00:00.000Z'],
    ['approved: undone after 30 days', invited, 'undo', '2027-03-05T23:00:00.000Z'],
    ['withdrawn: nothing', withdrawn, null, undefined],
  ])('%s', (_case, registration, kind, at) => {
    const act = planForRegistration(registration);
    expect([act?.kind ?? null, act?.at]).toEqual([kind, at]);
  });

  test('a reminder to an address nobody confirmed brings a new link', () => {
    const reminded = rules.carryOutRegistration({ ...draft, confirmationEndsAt: null }, 'remind', later);
    expect(reminded.confirmationEndsAt).toBe('2027-02-10T23:00:00.000Z');
  });

  test('no act is planned twice, and the last one closes the case (property)', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(cases)), (start) => {
        let registration = start;
        for (let step = 0; step < 6; step += 1) {
          const act = planForRegistration(registration);
          if (act === null) break;
          const done = rules.carryOutRegistration(registration, act.kind, plusMilliseconds(act.at, 1));
          expect(isActDue(planForRegistration(done), act.kind, act.at)).toBe(false);
          registration = done;
        }
        expect(planForRegistration(registration)).toBeNull();
      }),
    );
  });
});

test('another mail address has to be confirmed anew, the same one stays confirmed', () => {
  expect(rules.supplement(confirmed, true, later).confirmedAt).toBeNull();
  expect(rules.supplement(confirmed, false, later).confirmedAt).toBe(later);
});

test('how a case ended is in no refusal: that goes by mail alone', () => {
  const verdict = rules.checkSupplement(rules.close(review, 'referred', later));
  expect(verdict).toEqual({ ok: false, kind: 'state', reason: 'registration.closed', details: {} });
});

test.each([
  ['Zoë', 'Maes', 'zoe.maes'],
  ['Jean-Luc', "D'Hondt", 'jean-luc.d-hondt'],
  ['  ', 'Ōe', 'oe'],
  ['李', '明', 'user'],
])('a username is made of %s %s', (first, last, expected) => {
  expect(usernameFor(first, last)).toBe(expected);
});
