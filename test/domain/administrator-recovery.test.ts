import type { AdministratorRecovery } from '../../domain/administrator-recovery.ts';
import * as rules from '../../domain/administrator-recovery.ts';
import { printedCode, readPrintedCode } from '../../domain/printed-code.ts';
import { reasonOf } from '../support/outcome.ts';

const terms = {
  version: 1,
  zone: 'Europe/Brussels',
  messageSeconds: 60,
  objectionWorkingDays: 5,
  codeDays: 30,
};
/** Mon 22 Mar 2027, 10:00 in Brussels. */
const proposedAt = '2027-03-22T09:00:00.000Z';

function recovery(facts: Partial<AdministratorRecovery> = {}): AdministratorRecovery {
  return {
    id: 'r-1',
    brand: 'demo',
    companyId: 'bakery',
    terms,
    version: 1,
    proposedAt,
    proposedBy: 'olga',
    candidateId: 'bart',
    approvedAt: null,
    objectionEndsAt: null,
    printedAt: null,
    openedAt: null,
    endsAt: rules.recoveryEndsAt(proposedAt, terms),
    wrongCodes: 0,
    closed: null,
    ...facts,
  };
}
const objectionEnd = '2027-03-30T22:00:00.000Z';
const approved = rules.approve(recovery(), objectionEnd, '2027-03-23T09:00:00.000Z');
const over = recovery({ closed: { outcome: 'withdrawn', at: proposedAt } });
const asked = recovery({ proposedBy: null, candidateId: null });
const endorsed = rules.endorse(asked, 'olga');
describe('five working days to object', () => {
  test.each([
    ['a Monday: the whole week and the next Monday', proposedAt, [], '2027-03-29T22:00:00.000Z'],
    ['over Easter Monday', proposedAt, ['2027-03-29'], '2027-03-30T22:00:00.000Z'],
    ['a Saturday counts from Monday', '2027-03-20T09:00:00.000Z', [], '2027-03-26T23:00:00.000Z'],
    ['just before local midnight', '2027-03-22T22:59:59.999Z', [], '2027-03-29T22:00:00.000Z'],
    ['just after it', '2027-03-22T23:00:00.000Z', [], '2027-03-30T22:00:00.000Z'],
  ])('%s', (_words, at, closedDays, end) => {
    expect(rules.objectionEndsAt(at, terms, closedDays)).toBe(end);
  });
});

test.each([
  [
    'approved by the same person',
    rules.checkApprove(recovery(), 'olga'),
    'administrator-recovery.second-person-needed',
  ],
  [
    'proposed by a registration alone: approved',
    rules.checkApprove(asked, 'omar'),
    'administrator-recovery.not-endorsed',
  ],
  ['endorsed by the first of the staff', rules.checkEndorse(asked), 'allow'],
  ['endorsed twice', rules.checkEndorse(endorsed), 'administrator-recovery.endorsed'],
  ['endorsed when over', rules.checkEndorse({ ...over, proposedBy: null }), 'administrator-recovery.over'],
  [
    'endorsed and approved by the same person',
    rules.checkApprove(endorsed, 'olga'),
    'administrator-recovery.second-person-needed',
  ],
  ['endorsed by one, approved by another', rules.checkApprove(endorsed, 'omar'), 'allow'],
  ['approved by another', rules.checkApprove(recovery(), 'omar'), 'allow'],
  ['approved twice', rules.checkApprove(approved, 'omar'), 'administrator-recovery.approved'],
  ['approved when over', rules.checkApprove(over, 'omar'), 'administrator-recovery.over'],
  ['printed before it is approved', rules.checkPrinted(recovery()), 'administrator-recovery.not-approved'],
  ['printed', rules.checkPrinted(approved), 'allow'],
  [
    'printed twice',
    rules.checkPrinted(rules.markPrinted(approved, objectionEnd)),
    'administrator-recovery.printed',
  ],
  ['objected at the last instant', rules.checkObject(approved, objectionEnd), 'allow'],
  ['objected a millisecond later', rules.checkObject(approved, '2027-03-30T22:00:00.001Z'), 'link.unusable'],
  ['objected before there is anything', rules.checkObject(recovery(), proposedAt), 'link.unusable'],
  [
    'the code at the last instant to object',
    rules.checkEnterCode(approved, objectionEnd),
    'administrator-recovery.not-open',
  ],
  [
    'the code while a no that was received in time may still be on its way',
    rules.checkEnterCode(approved, '2027-03-30T22:01:00.000Z'),
    'administrator-recovery.not-open',
  ],
  ['the code a millisecond later', rules.checkEnterCode(approved, '2027-03-30T22:01:00.001Z'), 'allow'],
  [
    'the code after its days',
    rules.checkEnterCode(approved, '2027-04-22T22:00:00.001Z'),
    'administrator-recovery.over',
  ],
  [
    'the code before approval',
    rules.checkEnterCode(recovery(), proposedAt),
    'administrator-recovery.not-open',
  ],
])('%s', (_words, verdict, expected) => {
  expect(reasonOf(verdict)).toBe(expected);
});

test('from when on the code works is told on the clock of the brand', () => {
  expect(rules.checkEnterCode(approved, objectionEnd)).toMatchObject({
    details: { opensAt: objectionEnd, zone: 'Europe/Brussels' },
  });
});

test('what happens by itself: the code opens, then it ends; unapproved it ends after 30 days', () => {
  expect(rules.planForRecovery(recovery())).toEqual({ kind: 'expire', at: '2027-04-21T22:00:00.000Z' });
  expect(rules.planForRecovery(approved)).toEqual({ kind: 'open', at: objectionEnd });
  const opened = rules.carryOutRecovery(approved, 'open', objectionEnd);
  expect(rules.planForRecovery(opened)).toEqual({ kind: 'expire', at: '2027-04-22T22:00:00.000Z' });
  expect(rules.recoveryStage(opened)).toBe('code');
});

test('what a registration proposes is asked until one of the staff makes it his own', () => {
  expect(rules.recoveryStage(asked)).toBe('asked');
  expect(rules.recoveryStage(endorsed)).toBe('proposed');
  expect(rules.planForRecovery(asked)).toEqual({ kind: 'expire', at: '2027-04-21T22:00:00.000Z' });
});

test.each<[string, AdministratorRecovery, boolean]>([
  ['open', endorsed, false],
  ...(['objected', 'withdrawn', 'expired', 'voided'] as const).map(
    (outcome): [string, AdministratorRecovery, boolean] => [
      outcome,
      rules.close(endorsed, outcome, proposedAt),
      true,
    ],
  ),
  [
    'granted: he is a user by now',
    rules.enterCode({ ...endorsed, candidateId: 'zoe' }, true, proposedAt),
    false,
  ],
  ['a member of the company, withdrawn', over, false],
])('an applicant hears that it came to nothing: %s', (_words, at, isLeft) => {
  expect(rules.isApplicantLeft(at)).toBe(isLeft);
});

test('[check 31] ten wrong codes void the recovery', () => {
  let entered = approved;
  for (let wrong = 1; wrong < rules.wrongCodesAllowed; wrong += 1) {
    entered = rules.enterCode(entered, false, objectionEnd);
    expect(entered.closed).toBeNull();
  }
  expect(rules.enterCode(entered, false, objectionEnd).closed?.outcome).toBe('voided');
  expect(rules.enterCode(entered, true, objectionEnd).closed?.outcome).toBe('granted');
});

describe('a code on paper', () => {
  const code = printedCode(Uint8Array.from({ length: 15 }, (_each, index) => index * 17));

  test('is read as it was printed, whatever the hand does to it', () => {
    expect(code).toMatch(/^.{4}-.{4}-.{4}-.{4}$/);
    const plain = code.replaceAll('-', '');
    for (const typed of [
      code,
      plain,
      code.toLowerCase(),
      ` ${plain.replaceAll('0', 'o').replaceAll('1', 'l')} `,
    ])
      expect(readPrintedCode(typed)).toBe(plain);
  });

  test('shows every slip of one symbol', () => {
    const plain = code.replaceAll('-', '');
    for (let at = 0; at < 15; at += 1) {
      const other = plain[at] === 'A' ? 'B' : 'A';
      expect(readPrintedCode(plain.slice(0, at) + other + plain.slice(at + 1))).toBeNull();
    }
    for (const typed of ['', 'short', `${plain}0`, plain.replace(/./, '!')])
      expect(readPrintedCode(typed)).toBeNull();
  });
});
