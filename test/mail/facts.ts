import { addDays, startOfDay } from '../../domain/calendar.ts';
import type { NoticeFacts, UpcomingAct } from '../../texts/mails/facts.ts';

const zone = 'Europe/Brussels';
const due = startOfDay('2027-02-17', zone);

/** Twelve weeks of storage at 50 cents, across the start of summer time, and their end. */
const storagePlan: readonly UpcomingAct[] = [
  { kind: 'remind', at: startOfDay('2027-02-14', zone), costCents: 0 },
  ...Array.from({ length: 12 }, (_, week): UpcomingAct => {
    return { kind: 'charge-storage', at: startOfDay(addDays('2027-02-17', 7 * week), zone), costCents: 50 };
  }),
  { kind: 'end-storage', at: startOfDay('2027-05-12', zone), costCents: 0 },
];

/** A letter that arrived on 2 February 2027 in Brussels and may be decided on for 14 days. */
export function aLetter(changes: Partial<NoticeFacts> = {}): NoticeFacts {
  return {
    siteReference: 'BRU-2027-0017',
    postboxNumber: '4711',
    senderLine: 'Ministerie van Financiën',
    addressee: 'An Peeters',
    dueAt: due,
    zone,
    allowed: ['forward-now', 'forward-on-date', 'keep', 'pick-up', 'destroy'],
    upcoming: storagePlan,
    costSoFarCents: 0,
    link: 'https://mailroom.example/mail-items/0190',
    ...changes,
  };
}
