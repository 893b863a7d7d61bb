/** Activation codes by cases (WF-30): how long they last, when they recall themselves, and for whom they work. */
import { describe, expect, test } from '@jest/globals';
import type { ActivationCode, EntryFault } from '../../domain/activation-code.ts';
import {
  announce,
  carryOutCode,
  checkAnnounce,
  checkRevoke,
  closeCode,
  codeStage,
  consume,
  entryFault,
  isRecalled,
  planForCode,
} from '../../domain/activation-code.ts';
import { readClientCode } from '../../domain/client-code.ts';
import { checkReady, checkSameFile, closeBatch, keyEndsAt, planForBatch } from '../../domain/code-batch.ts';
import type { CodeBatch } from '../../domain/code-batch.ts';
import { printedCode, printedCodeBytes, readPrintedCode } from '../../domain/printed-code.ts';
import { reasonOf } from '../support/outcome.ts';

const zone = 'Europe/Brussels';
const terms = { version: 1, zone, messageSeconds: 60, validDays: 105, reminderDays: [35, 84] };
const made: ActivationCode = {
  ...{ id: 'c', brand: 'b', issuerId: 'i', clientCodeId: 'k', terms, version: 1 },
  ...{ createdAt: '2027-02-01T09:00:00.000Z', announcedOn: null, endsAt: null, reminders: 0 },
  ...{ used: null, closed: null },
};
const sunday = '2027-02-07';
const reported = '2027-02-07T12:00:00.000Z';
const told = announce(made, sunday, reported);
/** Sunday of week 15 ends in summer time. */
const end = '2027-05-23T22:00:00.000Z';

describe('how long a code lasts', () => {
  test.each([
    [
      '15 weeks end on the same weekday, at local midnight, over the change to summer time',
      sunday,
      zone,
      end,
    ],
    ['announced on the day of the change itself', '2027-03-28', zone, '2027-07-11T22:00:00.000Z'],
    ['over the change to winter time', '2027-08-01', zone, '2027-11-14T23:00:00.000Z'],
    [
      'an end that does not exist on the clock is the instant after it',
      '2027-01-14',
      'Africa/Cairo',
      '2027-04-29T22:00:00.000Z',
    ],
    ['over the end of February of a leap year', '2028-02-01', zone, '2028-05-16T22:00:00.000Z'],
  ])('%s', (_words, on, where, expected) => {
    const code = { ...made, terms: { ...terms, zone: where } };
    expect(announce(code, on, `${on}T12:00:00.000Z`).endsAt).toBe(expected);
  });

  test('the earliest announcement counts, in whatever order they are reported', () => {
    const days = ['2027-02-10', '2027-02-07', '2027-02-20'];
    const orders = [days, days.toReversed(), ['2027-02-07', '2027-02-20', '2027-02-10']];
    for (const order of orders) {
      const code = order.reduce((seen, day) => announce(seen, day, '2027-02-20T12:00:00.000Z'), made);
      expect([code.announcedOn, code.endsAt]).toEqual([sunday, end]);
    }
    expect(announce(told, '2027-02-10', reported)).toBe(told);
  });

  test.each([
    ['today', sunday, 'allow'],
    ['the day on which it was made', '2027-02-01', 'allow'],
    ['tomorrow', '2027-02-08', 'activation-code.announced-in-future'],
    ['the day before it was made', '2027-01-31', 'activation-code.announced-before-creation'],
  ])('announced %s', (_words, on, outcome) => {
    const verdict = checkAnnounce(made, on, reported);
    expect(reasonOf(verdict)).toBe(outcome);
  });

  test('today is that of the brand: at half past eleven at night in UTC it is tomorrow in Brussels', () => {
    expect(checkAnnounce(made, '2027-02-08', '2027-02-07T23:30:00.000Z').ok).toBe(true);
  });
});

describe('what it does by itself', () => {
  test('recalls itself on days 35 and 84 and ends', () => {
    expect(planForCode(told)).toEqual([
      { kind: 'remind', at: '2027-03-13T23:00:00.000Z' },
      { kind: 'remind', at: '2027-05-01T22:00:00.000Z' },
      { kind: 'expire', at: end },
    ]);
  });

  test.each<[string, ActivationCode, readonly string[]]>([
    ['one that nobody was told of waits for no day', made, []],
    ['once used it is not recalled', consume(told, 'a', reported), ['expire']],
    [
      'reported late, what is behind is not recalled',
      announce(made, sunday, '2027-04-01T12:00:00.000Z'),
      ['remind', 'expire'],
    ],
    [
      'after a reminder the next',
      carryOutCode(told, 'remind', '2027-03-13T23:00:00.000Z'),
      ['remind', 'expire'],
    ],
    ['over', closeCode(told, 'superseded', reported), []],
  ])('%s', (_words, code, kinds) => {
    expect(planForCode(code).map(({ kind }) => kind)).toEqual(kinds);
  });

  test.each<[string, ActivationCode, string]>([
    ['unused', told, 'expired'],
    ['used', consume(told, 'a', reported), 'consumed'],
  ])('at its end, %s, it is %s', (_words, code, stage) => {
    expect(codeStage(carryOutCode(code, 'expire', end))).toBe(stage);
  });

  test('what was used cannot be revoked; what is over neither', () => {
    expect(checkRevoke(told).ok).toBe(true);
    expect(checkRevoke(consume(told, 'a', reported))).toMatchObject({ reason: 'activation-code.used' });
    expect(checkRevoke(closeCode(told, 'revoked', reported))).toMatchObject({
      reason: 'activation-code.over',
    });
  });
});

describe('[check 41] for whom it works', () => {
  const used = consume(told, 'mine', reported);
  const paper = { accountId: null, receivedIn: null };
  const mine = { accountId: 'mine', receivedIn: null };
  const other = { accountId: 'other', receivedIn: null };
  test.each<
    [
      string,
      ActivationCode | null,
      typeof mine | typeof paper | { accountId: string; receivedIn: string },
      string,
      EntryFault | null,
    ]
  >([
    ['there is none', null, paper, reported, 'unknown'],
    ['not announced', made, paper, reported, 'not-announced'],
    ['announced, by somebody without an account', told, paper, reported, null],
    ['announced, by an account', told, other, reported, null],
    ['on Sunday of week 15, 23:59', told, paper, '2027-05-23T21:59:00.000Z', null],
    ['at the very midnight', told, paper, end, null],
    ['a millisecond later', told, paper, '2027-05-23T22:00:00.001Z', 'expired'],
    ['expired and closed', carryOutCode(told, 'expire', end), paper, '2027-06-01T00:00:00.000Z', 'expired'],
    ['superseded', closeCode(told, 'superseded', reported), paper, reported, 'superseded'],
    ['revoked', closeCode(told, 'revoked', reported), paper, reported, 'revoked'],
    ['used, by a stranger', used, paper, reported, 'used'],
    ['used, by another account', used, other, reported, 'used'],
    ['used, after an opt-out, by the same account', used, mine, '2027-05-01T00:00:00.000Z', null],
    ['used, by the same account in week 16', used, mine, '2027-05-24T10:00:00.000Z', 'expired'],
    [
      'used, after the issuer deactivated it by mistake, by the same account (UP-17)',
      used,
      mine,
      '2027-05-01T00:00:00.000Z',
      null,
    ],
    ['used, after it was deactivated, by another account (UP-17)', used, other, reported, 'used'],
    ['a later code, after it was deactivated, by another account (UP-17)', told, other, reported, null],
    [
      'used and superseded, by the same account',
      closeCode(used, 'superseded', reported),
      mine,
      reported,
      'superseded',
    ],
    [
      'a new one, while another account receives',
      told,
      { accountId: 'other', receivedIn: 'mine' },
      reported,
      'received-elsewhere',
    ],
    [
      'a new one, while his own account receives',
      told,
      { accountId: 'mine', receivedIn: 'mine' },
      reported,
      null,
    ],
  ])('%s', (_words, code, facts, at, fault) => {
    expect(entryFault(code, facts, at)).toBe(fault);
  });

  test('once used into an account it stays bound to it', () => {
    expect(consume(used, 'mine', '2027-05-01T00:00:00.000Z').used).toEqual({
      accountId: 'mine',
      at: reported,
    });
  });
});

describe('a batch', () => {
  const batchTerms = { version: 1, zone, messageSeconds: 60, sealedDays: 7 };
  const createdAt = '2027-03-22T10:00:00.000Z';
  const batch: CodeBatch = {
    ...{ id: 'b', brand: 'b', issuerId: 'i', terms: batchTerms, version: 1, createdAt, filledAt: createdAt },
    ...{ keyEndsAt: keyEndsAt(createdAt, batchTerms), closed: null },
  };

  test('its key is destroyed after seven calendar days, over the change to summer time', () => {
    expect(planForBatch(batch)).toEqual({ kind: 'destroy-key', at: '2027-03-29T22:00:00.000Z' });
    expect(planForBatch(closeBatch(batch, 'printed', createdAt))).toBeNull();
  });

  test.each([
    ['read to the end', batch, 'allow'],
    ['half read', { ...batch, filledAt: null }, 'code-batch.unfinished'],
    ['printed', closeBatch(batch, 'printed', createdAt), 'code-batch.key-destroyed'],
  ])('its letters, %s', (_words, seen, outcome) => {
    const verdict = checkReady(seen);
    expect(reasonOf(verdict)).toBe(outcome);
  });

  test('when its key was destroyed is told on the clock of the brand', () => {
    expect(checkReady(closeBatch(batch, 'printed', createdAt))).toMatchObject({
      details: { at: createdAt, zone },
    });
  });

  test('the same file is the same batch, another one is refused', () => {
    expect(checkSameFile({ fileHash: 'a' }, 'a').ok).toBe(true);
    expect(checkSameFile({ fileHash: 'a' }, 'b')).toMatchObject({ reason: 'code-batch.reference-taken' });
  });
});

test.each([
  ['DL210001', ['DL2', 'DL5'], { code: 'DL210001', prefix: 'DL2', customerNumber: '10001' }],
  ['dl5-10 001', ['DL2', 'DL5'], { code: 'DL510001', prefix: 'DL5', customerNumber: '10001' }],
  ['DL2/10001', ['DL2', 'DL5'], { code: 'DL210001', prefix: 'DL2', customerNumber: '10001' }],
  ['K1 22', ['K', 'K1'], { code: 'K122', prefix: 'K1', customerNumber: '22' }],
  ['DL910001', ['DL2', 'DL5'], null],
  ['DL2', ['DL2'], null],
  ['DL2é', ['DL2'], null],
])('the client code %s among the prefixes %j', (typed, prefixes, read) => {
  expect(readClientCode(typed, prefixes)).toEqual(read);
});

test('[check 41] a code is understood however it is typed, and a slip of the hand is none', () => {
  const bytes = Uint8Array.from({ length: printedCodeBytes }, (_, index) => index * 7);
  const code = printedCode(bytes);
  const plain = readPrintedCode(code);
  const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
  expect(readPrintedCode(typed)).toBe(plain);
  expect(readPrintedCode(`  ${code.replaceAll('1', 'I')}  `)).toBe(plain);
  const slips = Array.from(plain ?? '')
    .slice(0, 15)
    .map((symbol, at) => {
      const other = symbol === 'A' ? 'B' : 'A';
      return `${plain?.slice(0, at) ?? ''}${other}${plain?.slice(at + 1) ?? ''}`;
    });
  expect(slips.map(readPrintedCode)).toEqual(slips.map(() => null));
});

test.each<[string, ActivationCode, boolean, boolean]>([
  ['announced, on paper', told, false, true],
  ['announced, and received by an earlier code or an invitation', told, true, false],
  ['not announced', made, false, false],
  ['used', consume(told, 'a', reported), false, false],
  ['over', closeCode(told, 'superseded', reported), false, false],
])('[UP-09] whether a mail recalls a customer: %s', (_words, code, isReceived, expected) => {
  expect(isRecalled(code, isReceived)).toBe(expected);
});
