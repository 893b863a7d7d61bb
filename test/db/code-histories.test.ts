/**
 * Random histories of one client code on the real database, over several accounts: codes are made, announced, revoked, signed up
 * with, added, opted out of, and run out. A reference that keeps only facts says what may work; whatever comes, the client code is
 * received in one account at most (WF-30 to WF-32; UP-09, UP-17, X-07).
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addCode } from '../../db/changes/add-code.ts';
import { announceCode } from '../../db/changes/announce-codes.ts';
import { carryOutCode } from '../../db/changes/carry-out-code.ts';
import { commandReception } from '../../db/changes/command-reception.ts';
import { abandonSignUp, completeSignUp } from '../../db/changes/complete-sign-up.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import { tokenToSend } from '../../db/changes/one-time-links.ts';
import { revokeCode } from '../../db/changes/revoke-code.ts';
import { activationCodeById } from '../../db/queries/activation-codes.ts';
import { nextOfCode } from '../../domain/activation-code.ts';
import type { Instant } from '../../domain/calendar.ts';
import { addDays, dayOf, endOfDay, hours, plusMilliseconds } from '../../domain/calendar.ts';
import { aBatch, anAccount, anIssuer, aSignUp, completionOf } from '../support/code-stories.ts';
import { databaseSetting } from '../support/database-setting.ts';
import { hashOf, requestAt } from '../support/requests.ts';
import type { Setting } from '../support/stories.ts';
import { migratedDatabase } from './own-database.ts';
import type { OwnDatabase } from './own-database.ts';
import { outcomeOf } from '../support/outcome.ts';

const zone = 'Europe/Brussels';
let database: OwnDatabase;
let setting: Setting;
beforeAll(async () => {
  database = await migratedDatabase();
  setting = databaseSetting(database.knex);
});
afterAll(() => database.drop());

const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ does: fc.constant('make' as const) }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('announce' as const), daysAgo: fc.nat(2) }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('add' as const), by: fc.nat(2), which: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('begin' as const), which: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('complete' as const) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('opt-out' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('revoke' as const) }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('wait' as const), hours: fc.nat(24 * 40) }) },
);

interface Facts {
  readonly id: string;
  readonly told: string[];
  boundTo: string | null;
  isOver: boolean;
}

/** Whether the work was let through; whatever is not a refusal is a fault. */
const isLet = async (work: Promise<unknown>) => (await outcomeOf(work)) === 'done';

test('[check 41] on the real database too: only the latest, in its days, for its account; received once at most', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const { knex } = database;
      let now: Instant = '2027-01-04T10:00:00.000Z';
      const request = () => requestAt(now);
      const issuer = await anIssuer(setting, now);
      // Each with the person on whom it hangs: of those that are made here both have one id.
      const made = [await anAccount(setting, issuer, now), await anAccount(setting, issuer, now)];
      const accounts = made.map((id) => ({ accountId: id, userId: id }));
      const codes: Facts[] = [];
      let signUp = null as { id: string; code: Facts; endsAt: Instant } | null;
      let reception = null as { id: string; accountId: string } | null;
      const worksFor = (code: Facts, accountId: string | null) => {
        const first = [...code.told].sort()[0];
        const isInTime = first !== undefined && now <= endOfDay(addDays(first, 105), zone);
        const isTheirs = code.boundTo === null || code.boundTo === accountId;
        const isFree = reception === null || reception.accountId === accountId;
        return isInTime && isTheirs && isFree && !code.isOver;
      };
      for (const each of steps) {
        const latest = codes.at(-1);
        const chosen = 'which' in each ? codes[codes.length - 1 - each.which] : latest;
        if (each.does === 'wait') {
          now = plusMilliseconds(now, hours(each.hours));
          if (signUp !== null && signUp.endsAt < now) {
            await abandonSignUp(knex)(signUp.id, now);
            signUp = null;
          }
          for (const { id } of codes) {
            for (;;) {
              const code = await activationCodeById(knex, id);
              const act = code && nextOfCode(code);
              if (act == null || act.at >= now) break;
              await carryOutCode(knex)(id, act.kind, now);
            }
          }
        } else if (each.does === 'make') {
          const { codeId } = await aBatch(setting, issuer, now);
          if (latest !== undefined) latest.isOver = true;
          if (signUp?.code === latest) signUp = null;
          codes.push({ id: codeId, told: [], boundTo: null, isOver: false });
        } else if (each.does === 'announce' && latest !== undefined) {
          const on = addDays(dayOf(now, zone), -each.daysAgo);
          const told = { on, channel: 'letter' } as const;
          if (await isLet(announceCode(knex)(latest.id, told, issuer.actor, request()))) latest.told.push(on);
        } else if (each.does === 'revoke' && latest !== undefined) {
          if (!(await isLet(revokeCode(knex)(latest.id, issuer.actor, request())))) continue;
          latest.isOver = true;
          if (signUp?.code === latest) signUp = null;
        } else if (each.does === 'opt-out' && reception !== null) {
          const actor = { type: 'user', id: reception.accountId } as const;
          await commandReception(knex, 'optOut')({ receptionId: reception.id, actor, request: request() });
          reception = null;
        } else if (each.does === 'add' && chosen !== undefined) {
          const { accountId = '', userId = '' } = accounts[each.by % accounts.length] ?? {};
          const isThere = reception?.accountId === accountId;
          const added = { codeId: chosen.id, userId, clientAddress: '192.0.2.1' };
          const work = addCode(knex)(added, { type: 'user', id: userId }, request());
          expect(await isLet(work)).toBe(worksFor(chosen, accountId) && !isThere);
          if (!worksFor(chosen, accountId) || isThere) continue;
          chosen.boundTo = accountId;
          reception = { id: await work, accountId };
          if (signUp?.code === chosen) signUp = null;
        } else if (each.does === 'begin' && chosen !== undefined) {
          const work = aSignUp(setting, chosen.id, now);
          expect(await isLet(work)).toBe(worksFor(chosen, null));
          if (!worksFor(chosen, null)) continue;
          const { id } = await work;
          const row = await knex('sign_ups').where({ id }).first<{ ends_at: Date }>('ends_at');
          signUp = { id, code: chosen, endsAt: row.ends_at.toISOString() };
        } else if (each.does === 'complete' && signUp !== null) {
          const link = await knex('one_time_links').where({ life_id: signUp.id }).first<{ id: string }>('id');
          const token = await tokenToSend(knex)(link.id, [`token-${link.id}`], now);
          const asked = request();
          await keepParticulars(knex)(asked, completionOf(hashOf(token ?? '')), now);
          const actor = { type: 'system', id: 'code-holder' } as const;
          const work = completeSignUp(knex)({ signUpId: signUp.id, actor, request: asked });
          expect(await isLet(work)).toBe(worksFor(signUp.code, null));
          if (!worksFor(signUp.code, null)) continue;
          const row = await knex('receptions').where({ activation_code_id: signUp.code.id }).first();
          reception = { id: row.id as string, accountId: row.account_id as string };
          signUp.code.boundTo = reception.accountId;
          const opened = knex('recipient_accounts').where({ id: reception.accountId });
          const { main_contact_id: userId } = await opened.first<{ main_contact_id: string }>();
          accounts.push({ accountId: reception.accountId, userId });
          signUp = null;
        }
        const { client_code_id: client } =
          (await knex('activation_codes').where({ issuer_id: issuer.id }).first()) ?? {};
        const active =
          client === undefined
            ? []
            : await knex('receptions').where({ active_key: client }).pluck('account_id');
        expect(active).toEqual(reception === null ? [] : [reception.accountId]);
      }
      const bound = await knex('activation_codes')
        .where({ issuer_id: issuer.id })
        .orderBy('id')
        .pluck('account_id');
      expect(bound).toEqual(codes.map(({ boundTo }) => boundTo));
    }),
    { numRuns: 20 },
  );
}, 120_000);
