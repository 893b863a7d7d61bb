import { expect, test } from '@jest/globals';
import type { IdentityCheck, IdentityCommandName } from '../../domain/identity-check.ts';
import * as rules from '../../domain/identity-check.ts';

const at = '2027-02-02T14:00:00.000Z';
const later = '2027-02-03T14:00:00.000Z';
const toCheck: IdentityCheck = {
  id: 'a',
  brand: 'b',
  registrationId: 'r',
  terms: { version: 1, zone: 'Europe/Brussels', messageSeconds: 60, documentHours: 72 },
  version: 1,
  documentId: 'd',
  dueAt: '2027-02-05T14:00:00.000Z',
  destroyingSince: null,
  outcome: null,
  closed: null,
  toTell: [],
};
const destroying = rules.decide(toCheck, 'passed', at);
const asked = rules.askAgain(toCheck, at);
const awaited = rules.documentGone(asked, at);
const passed = rules.documentGone(destroying, later);
const cases = { 'to-check': toCheck, destroying, awaited, passed };

test.each<[IdentityCommandName, keyof typeof cases, string | undefined]>([
  ['decideIdentity', 'to-check', undefined],
  ['decideIdentity', 'destroying', 'identity-check.over'],
  ['decideIdentity', 'awaited', 'identity-check.no-document'],
  ['decideIdentity', 'passed', 'identity-check.over'],
  ['askForAnother', 'awaited', 'identity-check.no-document'],
  ['takeDocument', 'to-check', 'identity-check.document-there'],
  ['takeDocument', 'awaited', undefined],
  ['takeDocument', 'passed', 'identity-check.over'],
])('%s in stage %s', (name, stage, reason) => {
  expect(rules.identityStage(cases[stage])).toBe(stage);
  const verdict = rules.identityCommands[name].check(cases[stage]);
  expect(verdict.ok ? undefined : verdict.reason).toBe(reason);
});

test.each<[string, IdentityCheck, unknown]>([
  ['to be looked at in time', toCheck, { kind: 'expire', at: toCheck.dueAt }],
  ['with a result: destroyed at once', destroying, { kind: 'destroy', at }],
  ['asked for again: destroyed at once', asked, { kind: 'destroy', at }],
  ['awaited: for 72 hours', awaited, { kind: 'expire', at: '2027-02-05T14:00:00.000Z' }],
  ['over: nothing', passed, null],
])('what happens by itself: %s', (_case, check, expected) => {
  expect(rules.planForIdentity(check)).toEqual(expected);
});

test('nobody looked: it goes without a result; nobody sent another: it ends', () => {
  expect(rules.expire(toCheck, later)).toMatchObject({
    outcome: 'expired',
    destroyingSince: later,
    closed: null,
  });
  expect(rules.expire(awaited, later).closed).toEqual({ outcome: 'expired', at: later });
});

test('no check is closed while its document lies there', () => {
  for (const check of [toCheck, destroying, asked, rules.expire(toCheck, later)])
    expect(check.closed).toBeNull();
});
