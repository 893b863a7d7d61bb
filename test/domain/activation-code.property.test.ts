/**
 * Random histories of the codes of one client code over several accounts and days: made, announced, entered, opted out of,
 * superseded, revoked, run out. A small reference that keeps only the facts says what may work (WF-30; UP-09, UP-17, X-07).
 */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ActivationCode } from '../../domain/activation-code.ts';
import {
  announce,
  carryOutCode,
  checkAnnounce,
  checkRevoke,
  closeCode,
  consume,
  entryFault,
  nextOfCode,
} from '../../domain/activation-code.ts';
import type { Instant } from '../../domain/calendar.ts';
import { addDays, dayOf, endOfDay, hours, plusMilliseconds } from '../../domain/calendar.ts';
import { isActDue } from '../../domain/next-act.ts';

const zones = ['Europe/Brussels', 'Africa/Cairo', 'America/New_York'];
const accounts = ['a', 'b', 'c'];

const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ does: fc.constant('make' as const) }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('announce' as const), daysAgo: fc.nat(3) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('enter' as const),
      account: fc.constantFrom(...accounts),
      which: fc.nat(5),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('opt-out' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('revoke' as const) }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('wait' as const), hours: fc.nat(24 * 40) }) },
);

/** What is remembered of a code besides what the rules say of it. */
interface Facts {
  code: ActivationCode;
  told: string[];
  boundTo: string | null;
  isReplaced: boolean;
  isRevoked: boolean;
}

test('[check 41] it works within its days alone, for one account alone, and only the latest; received in one account at most', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.array(step, { minLength: 5, maxLength: 60 }), (zone, steps) => {
      const terms = { version: 1, zone, messageSeconds: 60, validDays: 105, reminderDays: [35, 84] };
      let now: Instant = '2027-01-04T10:00:00.000Z';
      const codes: Facts[] = [];
      let receiver: string | null = null;
      const live = () => codes.find(({ code }) => code.closed === null);
      for (const each of steps) {
        const latest = codes.at(-1);
        switch (each.does) {
          case 'wait': {
            now = plusMilliseconds(now, hours(each.hours));
            for (const facts of codes) {
              for (
                let act = nextOfCode(facts.code);
                act !== null && act.at < now;
                act = nextOfCode(facts.code)
              ) {
                expect(isActDue(nextOfCode(facts.code), act.kind, now)).toBe(true);
                facts.code = carryOutCode(facts.code, act.kind, now);
              }
            }
            break;
          }
          case 'make': {
            const before = live();
            if (before !== undefined) before.code = closeCode(before.code, 'superseded', now);
            if (before !== undefined) before.isReplaced = true;
            const code: ActivationCode = {
              ...{
                id: String(codes.length),
                brand: 'x',
                issuerId: 'i',
                clientCodeId: 'k',
                terms,
                version: 1,
              },
              ...{ createdAt: now, announcedOn: null, endsAt: null, reminders: 0, used: null, closed: null },
            };
            codes.push({ code, told: [], boundTo: null, isReplaced: false, isRevoked: false });
            break;
          }
          case 'announce': {
            const on = addDays(dayOf(now, zone), -each.daysAgo);
            if (latest === undefined || !checkAnnounce(latest.code, on, now).ok) break;
            latest.code = announce(latest.code, on, now);
            latest.told.push(on);
            break;
          }
          case 'revoke': {
            if (latest === undefined || !checkRevoke(latest.code).ok) break;
            latest.code = closeCode(latest.code, 'revoked', now);
            latest.isRevoked = true;
            break;
          }
          case 'opt-out':
            receiver = null;
            break;
          case 'enter': {
            const entered = codes[codes.length - 1 - (each.which % Math.max(1, codes.length))];
            if (entered === undefined) break;
            const fault = entryFault(entered.code, { accountId: each.account, receivedIn: receiver }, now);
            const first = [...entered.told].sort()[0];
            const isInTime = first !== undefined && now <= endOfDay(addDays(first, 105), zone);
            const isTheirs = entered.boundTo === null || entered.boundTo === each.account;
            const isFree = receiver === null || receiver === each.account;
            const works = isInTime && isTheirs && isFree && !entered.isReplaced && !entered.isRevoked;
            expect([fault, works]).toEqual([works ? null : fault, fault === null]);
            if (!works) break;
            entered.code = consume(entered.code, each.account, now);
            entered.boundTo = each.account;
            receiver = each.account;
            break;
          }
        }
        expect(codes.filter(({ code }) => code.closed === null).length).toBeLessThanOrEqual(1);
        for (const { code, boundTo } of codes) expect(code.used?.accountId ?? null).toBe(boundTo);
      }
    }),
    { numRuns: 500 },
  );
});
