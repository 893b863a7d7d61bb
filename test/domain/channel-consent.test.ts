/** Electronic instead of paper, by cases (WF-32). */
import { describe, expect, test } from '@jest/globals';
import type { ChannelConsent } from '../../domain/channel-consent.ts';
import {
  consentCommands,
  consentStage,
  endConsent,
  keepElectronic,
  planForConsent,
  takeBounce,
} from '../../domain/channel-consent.ts';
import { reasonOf } from '../support/outcome.ts';

const terms = {
  ...{ version: 1, zone: 'Europe/Brussels', messageSeconds: 60 },
  ...{ count: 3, withinDays: 14, answerDays: 14, isPaperRefused: false },
};
const electronic: ChannelConsent = {
  ...{ id: 'r', brand: 'b', clientCodeId: 'k', accountId: 'a', terms, version: 1 },
  ...{ consentedAt: '2027-02-02T14:00:00.000Z', bounces: [], asked: null, closed: null },
};
const after = (...times: string[]) => times.reduce(takeBounce, electronic);
const series = ['2027-03-01T09:00:00.000Z', '2027-03-08T09:00:00.000Z', '2027-03-15T22:59:00.000Z'];

describe('mails that come back', () => {
  test.each<[string, readonly string[], string]>([
    ['once', series.slice(0, 1), 'electronic'],
    ['twice', series.slice(0, 2), 'electronic'],
    ['three times in 14 days, the last minute of day 14 included', series, 'asked'],
    ['three times, the third on day 15', [...series.slice(0, 2), '2027-03-15T23:00:00.001Z'], 'electronic'],
    ['the last three of four in 14 days', ['2027-02-10T09:00:00.000Z', ...series], 'asked'],
  ])('%s: %s', (_words, times, stage) => {
    expect(consentStage(after(...times))).toBe(stage);
  });

  test('he is asked for 14 calendar days, over the change to summer time, then it is paper again', () => {
    const asked = after(...series);
    expect(asked.asked?.endsAt).toBe('2027-03-29T22:00:00.000Z');
    expect(planForConsent(asked)).toEqual({ kind: 'return-to-paper', at: '2027-03-29T22:00:00.000Z' });
    expect(takeBounce(asked, '2027-03-20T09:00:00.000Z').asked).toEqual(asked.asked);
  });

  test('he confirms: counted anew', () => {
    const kept = keepElectronic(after(...series));
    expect([consentStage(kept), planForConsent(kept)]).toEqual(['electronic', null]);
    expect(consentStage(takeBounce(kept, '2027-03-16T09:00:00.000Z'))).toBe('electronic');
  });

  test('where paper is refused he is asked, and nothing follows by itself', () => {
    const bound = { ...electronic, terms: { ...terms, isPaperRefused: true } };
    const asked = series.reduce(takeBounce, bound);
    expect([consentStage(asked), planForConsent(asked)]).toEqual(['asked', null]);
  });
});

const paper = endConsent(electronic, 'opted-out', series[0] ?? '');
const deactivated = endConsent(electronic, 'deactivated', series[0] ?? '');
test.each<[string, keyof typeof consentCommands, ChannelConsent, string]>([
  ['goes back to paper', 'optOut', electronic, 'allow'],
  ['goes back twice', 'optOut', paper, 'reception.over'],
  [
    'goes back where paper is refused',
    'optOut',
    { ...electronic, terms: { ...terms, isPaperRefused: true } },
    'reception.paper-refused',
  ],
  ['the issuer deactivates it', 'deactivate', electronic, 'allow'],
  ['it is deactivated while he is asked', 'deactivate', after(...series), 'allow'],
  ['it is deactivated after an opt-out', 'deactivate', paper, 'reception.over'],
  ['he goes back to paper after it was deactivated', 'optOut', deactivated, 'reception.over'],
  [
    'it is deactivated where paper is refused',
    'deactivate',
    { ...electronic, terms: { ...terms, isPaperRefused: true } },
    'reception.paper-refused',
  ],
  ['confirms what nobody asked', 'keep', electronic, 'reception.not-asked'],
  ['confirms', 'keep', after(...series), 'allow'],
  ['a mail comes back after the end', 'reportBounce', paper, 'reception.over'],
])('%s', (_words, name, consent, outcome) => {
  const verdict = consentCommands[name].check(consent);
  expect(reasonOf(verdict)).toBe(outcome);
});
