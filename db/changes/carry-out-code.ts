import type { Knex } from 'knex';
import type { ActivationCode, CodeAct } from '../../domain/activation-code.ts';
import { carryOutCode as carriedOut, nextOfCode } from '../../domain/activation-code.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { isActDue } from '../../domain/next-act.ts';
import { withOwed } from '../queries/owed-mails.ts';
import { change } from './change.ts';
import { codeLife, lockCode, writeCode } from './write-activation-code.ts';

/** A reminder, or the end of its days: asked again under lock. Returns the row as it stands. */
export const carryOutCode =
  (knex: Knex) =>
  (id: string, kind: CodeAct['kind'], at: Instant): Promise<Owing<ActivationCode>> =>
    change(knex, null, async (trx) => {
      const { code } = await lockCode(trx, id);
      if (!isActDue(nextOfCode(code), kind, at)) return withOwed(trx, code);
      const done = carriedOut(code, kind, at);
      if (kind === 'expire') return writeCode(trx, done, { event: 'expired' }, codeLife, at);
      return writeCode(trx, done, { event: 'reminded', mail: 'activation-code-reminder' }, codeLife, at);
    });

/** The row as it stands: it was announced, used, superseded or revoked by another change. */
export const readCode =
  (knex: Knex) =>
  (id: string): Promise<Owing<ActivationCode>> =>
    change(knex, null, async (trx) => withOwed(trx, (await lockCode(trx, id)).code));
