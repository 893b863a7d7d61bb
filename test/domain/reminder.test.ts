import type { MailItem } from '../../domain/mail-item.ts';
import { carryOut } from '../../domain/mail-item-acts.ts';
import { nextTimerAct } from '../../domain/plan.ts';
import { isWorthReminding } from '../../domain/reminder.ts';
import { decided, destroy, livedUntil, mailItem } from '../support/mail-items.ts';

/** Due on 17 Feb 00:00 in Brussels: reminders on the 14th and the 16th. */
const first = '2027-02-13T23:00:00.000Z';
const second = '2027-02-15T23:00:00.000Z';
const due = '2027-02-16T23:00:00.000Z';

function remindedAt(item: MailItem, at: string) {
  const act = nextTimerAct(item);
  if (act?.kind !== 'remind') throw new Error('no reminder is planned');
  const done = carryOut(item, act, at);
  if (!done) throw new Error('not carried out');
  return done;
}

test.each([
  ['on time: the first', first, [first], [first]],
  ['a day late: still one, the first', '2027-02-15T12:00:00.000Z', [first], [first]],
  ['three days late: one mail, the later of the two', '2027-02-16T12:00:00.000Z', [first, second], [second]],
  ['a millisecond before the due instant', '2027-02-16T22:59:59.999Z', [first, second], [second]],
  ['at the due instant: none', due, [first, second], []],
  ['a week late: none', '2027-02-23T12:00:00.000Z', [first, second], []],
])('away over reminders, back %s', (_case, at, settled, told) => {
  const { item, event } = remindedAt(mailItem(), at);
  expect(item.remindedFor).toEqual(settled);
  expect(item.toTell.map(({ key }) => key)).toEqual(told.map((each) => `mail-item/item-1/reminder/${each}`));
  expect(event.kind).toBe(told.length > 0 ? 'reminded' : 'reminder-missed');
  expect(item.version).toBe(1);
});

test.each([
  ['undecided, before its due instant', mailItem(), first, true],
  ['undecided, the due instant has come', mailItem(), due, false],
  ['decided meanwhile', decided(destroy, first), second, false],
  ['on hold', mailItem({ heldSince: first }), second, false],
  ['charged already', livedUntil(mailItem(), due), due, false],
])('a reminder that waits to be sent is worth sending: %s', (_case, item, at, expected) => {
  expect(isWorthReminding(item, at)).toBe(expected);
});
