import type { Knex } from 'knex';
import type {
  AdministratorRecovery,
  RecoveryAct,
  RecoveryCommandName,
} from '../../domain/administrator-recovery.ts';
import * as rules from '../../domain/administrator-recovery.ts';
import type { Registry } from '../../domain/application.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { isActDue } from '../../domain/next-act.ts';
import { linkDead } from '../../domain/one-time-link.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import { openingCalendarOf } from '../registration-row.ts';
import type { Actor } from './append-event.ts';
import { isCandidate } from './appoint-administrator.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { takeParticulars } from './keep-particulars.ts';
import { staffOnly } from './lock-member.ts';
import { makeLink, useLink } from './one-time-links.ts';
import { purposes } from './recovery-purposes.ts';
import type { LockedRecovery } from './write-administrator-recovery.ts';
import { lockRecovery, recoveryLife, writeRecovery } from './write-administrator-recovery.ts';
import { withOwed } from '../queries/owed-mails.ts';

type State = Owing<AdministratorRecovery>;

/** A command on a recovery as it travels. */
export interface RecoveryCommand {
  readonly recoveryId: string;
  readonly actor: Actor;
  readonly request: ChangeRequest;
}

/** What goes beside a command until it is carried out: never a code in the clear. */
export interface RecoveryParticulars {
  /** Approval: the code of the letter, sealed, and its keyed hash. */
  readonly sealedCode?: string;
  readonly codeHash?: string;
  /** Objection. */
  readonly tokenHash?: string;
  /** What was typed, hashed under every key of the ring; empty for what is no code. */
  readonly typedHashes?: readonly string[];
  /** Of who typed it in a log-in: what his password proved. */
  readonly credentialVersion?: number;
}

interface Done {
  readonly recovery: AdministratorRecovery;
  readonly event: string;
  readonly mail?: string;
  /** What the event says besides. */
  readonly facts?: object;
}

/** Who may object by his link, the candidate by the code; everything else is staff's. */
const byPeople: readonly RecoveryCommandName[] = ['object', 'enterCode'];

/**
 * Approves, confirms the letter, objects, enters the code or withdraws. A wrong code is written, not refused: it counts.
 * Refuses what `recoveryCommands` and `recovery-need.ts` refuse, `not-found`, `right.missing` and `link.unusable`.
 */
export const commandRecovery =
  (knex: Knex, name: RecoveryCommandName, registry: Registry) =>
  (command: RecoveryCommand): Promise<State> =>
    change(knex, command.request, async (trx) => {
      const { actor, request } = command;
      const at = request.receivedAt;
      const locked = await lockRecovery(trx, command.recoveryId);
      orThrow(rules.recoveryCommands[name](locked.recovery, actor.id, at));
      if (!byPeople.includes(name)) await staffOnly(trx, locked.recovery.companyId, actor);
      const particulars = (await takeParticulars<RecoveryParticulars>(trx, request)) ?? {};
      const { recovery, ...told } = await commands[name](trx, locked, { actor, at, particulars, registry });
      const doing = { actor, at, command: { update: name, updateId: request.id, args: command } };
      return writeRecovery(trx, recovery, told, doing);
    });

/** The days to object are over, or the whole is: asked again under lock. */
export const carryOutRecoveryAct =
  (knex: Knex) =>
  (id: string, kind: RecoveryAct['kind'], at: Instant): Promise<State> =>
    change(knex, null, async (trx) => {
      const { recovery } = await lockRecovery(trx, id);
      if (!isActDue(rules.planForRecovery(recovery), kind, at)) return withOwed(trx, recovery);
      const told =
        kind === 'open' ? { event: 'opened', mail: codeCountsMail(recovery) } : { event: 'expired' };
      return writeRecovery(trx, rules.carryOutRecovery(recovery, kind, at), told, {
        actor: recoveryLife,
        at,
      });
    });

/** The row as it stands. */
export const readRecovery =
  (knex: Knex) =>
  (id: string): Promise<State> =>
    change(knex, null, async (trx) => withOwed(trx, (await lockRecovery(trx, id)).recovery));

interface Asked {
  readonly actor: Actor;
  readonly at: Instant;
  readonly particulars: RecoveryParticulars;
  readonly registry: Registry;
}
type Work = (trx: Knex.Transaction, locked: LockedRecovery, asked: Asked) => Promise<Done>;

const commands: Readonly<Record<RecoveryCommandName, Work>> = {
  endorse: (_trx, { recovery }, { actor }) =>
    Promise.resolve({ recovery: rules.endorse(recovery, actor.id), event: 'endorsed' }),
  approve: async (trx, { row, recovery }, { actor, at, particulars }) => {
    const { checkNeeded, mails } = purposeOf(recovery);
    await checkNeeded(trx, recovery);
    const { closedDays } = await openingCalendarOf(trx, row);
    const end = rules.objectionEndsAt(at, recovery.terms, closedDays);
    const link = { purpose: 'recovery', lifeId: row.id, userId: null, endsAt: end, at } as const;
    await trx('administrator_recoveries')
      .where({ id: row.id })
      .update({
        approved_by: actor.id,
        sealed_code: particulars.sealedCode,
        code_hash: particulars.codeHash,
        link_id: await makeLink(trx, link),
      });
    return { recovery: rules.approve(recovery, end, at), event: 'approved', mail: mails.notice };
  },
  confirmPrinted: (_trx, { recovery }, { at }) =>
    Promise.resolve({ recovery: rules.markPrinted(recovery, at), event: 'printed' }),
  object: async (trx, { recovery }, { at, particulars }) => {
    const link = await useLink(trx, 'recovery', particulars.tokenHash ?? '', at);
    if (link.lifeId !== recovery.id) throw new Refused(linkDead);
    return { recovery: rules.close(recovery, 'objected', at), event: 'objected' };
  },
  enterCode: async (trx, { row, recovery }, { actor, at, particulars, registry }) => {
    if (!isCandidate(row, actor)) throw new Refused(hidden);
    const { checkTyping, checkNeeded, grant, mails } = purposeOf(recovery);
    await checkTyping(trx, recovery, particulars);
    const isRight = row.code_hash !== null && (particulars.typedHashes ?? []).includes(row.code_hash);
    if (!isRight) {
      const entered = rules.enterCode(recovery, false, at);
      return { recovery: entered, event: entered.closed ? 'voided' : 'wrong-code' };
    }
    await checkNeeded(trx, recovery);
    const { candidateId, facts } = await grant(trx, { row, recovery, registry, at });
    const granted = rules.enterCode({ ...recovery, candidateId }, true, at);
    return { recovery: granted, event: 'granted', mail: mails.granted, facts };
  },
  withdraw: (_trx, { recovery }, { at }) =>
    Promise.resolve({ recovery: rules.close(recovery, 'withdrawn', at), event: 'withdrawn' }),
};

const purposeOf = ({ purpose = 'administrator' }: AdministratorRecovery) => purposes[purpose];

/** An applicant types his code as the holder of a case, not as a user. */
const codeCountsMail = (recovery: AdministratorRecovery): string =>
  recovery.candidateId === null ? 'applicant-code-counts' : purposeOf(recovery).mails.codeCounts;
