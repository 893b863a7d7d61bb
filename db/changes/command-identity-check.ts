import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { IdentityAct, IdentityCheck, IdentityCommandName } from '../../domain/identity-check.ts';
import * as rules from '../../domain/identity-check.ts';
import { isActDue } from '../../domain/next-act.ts';
import { hidden, orThrow, Refused, refuseState } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import type { Actor } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { operatorOnly } from './lock-member.ts';
import type { LockedIdentityCheck } from './write-identity-check.ts';
import { identityLife, isOutdated, lockIdentityCheck, writeIdentityCheck } from './write-identity-check.ts';

/** A command on a check as it travels. */
export interface IdentityCommand {
  readonly checkId: string;
  readonly actor: Actor;
  readonly request: ChangeRequest;
  /** Of `decideIdentity`. */
  readonly outcome?: 'passed' | 'failed';
  /** Of `takeDocument`. */
  readonly documentId?: string;
}

/**
 * A result, the wish for another document, or that document (WF-19). With the result or the wish the key of the document
 * that lies there is destroyed. Refuses `right.missing`, `identity-check.over`, `identity-check.no-document`,
 * `identity-check.document-there`.
 */
export const commandIdentityCheck =
  (knex: Knex, name: IdentityCommandName) =>
  (command: IdentityCommand): Promise<IdentityCheck> =>
    change(knex, command.request, async (trx) => {
      const { actor, request } = command;
      const at = request.receivedAt;
      const locked = await lockIdentityCheck(trx, command.checkId);
      orThrow(rules.identityCommands[name].check(locked.check));
      if (name !== 'takeDocument') await operatorOnly(trx, actor, 'registration.review');
      // Its life is about to end it: what it shows is of who the form no longer names.
      if (await isOutdated(trx, locked)) throw new Refused(refuseState('identity-check.over'));
      const doing = { actor, at, command: { update: name, updateId: request.id, args: command } };
      if (name === 'decideIdentity') {
        const outcome = command.outcome ?? 'failed';
        const columns = { result_at: toDb(at), decided_by: actor.id };
        const decided = rules.decide(locked.check, outcome, at);
        return writeIdentityCheck(trx, decided, { event: outcome, columns }, doing);
      }
      if (name === 'askForAnother') {
        const asked = rules.askAgain(locked.check, at);
        return writeIdentityCheck(trx, asked, { event: 'asked-again', mail: mailOf(locked) }, doing);
      }
      const documentId = await unused(trx, command);
      const taken = rules.takeDocument(locked.check, documentId, at);
      return writeIdentityCheck(trx, taken, { event: 'document-taken', facts: { documentId } }, doing);
    });

/** The end of a time-out, or of the case around: the document goes, the check ends without a result. */
export const carryOutIdentityExpiry =
  (knex: Knex) =>
  (id: string, kind: IdentityAct['kind'], at: Instant): Promise<IdentityCheck> =>
    change(knex, null, async (trx) => {
      const locked = await lockIdentityCheck(trx, id);
      return isActDue(rules.planForIdentity(locked.check), kind, at)
        ? expired(trx, locked, at)
        : locked.check;
    });

/** The life looks again: a case that is over, or approved, needs no document any more; under other names it needs another one. */
export const followCase =
  (knex: Knex) =>
  (id: string, at: Instant): Promise<IdentityCheck> =>
    change(knex, null, async (trx) => {
      const locked = await lockIdentityCheck(trx, id);
      const { check, registration } = locked;
      const isOver = registration.closed_at !== null || registration.approved_at !== null;
      const isIdle = check.closed === null && check.destroyingSince === null;
      return isIdle && (isOver || (await isOutdated(trx, locked))) ? expired(trx, locked, at) : check;
    });

function expired(trx: Knex.Transaction, locked: LockedIdentityCheck, at: Instant): Promise<IdentityCheck> {
  const check = rules.expire(locked.check, at);
  const columns = { result_at: toDb(at) };
  return writeIdentityCheck(
    trx,
    check,
    { event: 'expired', mail: mailOf(locked), columns },
    { actor: identityLife, at },
  );
}

/** Another document is needed: told to an address that is confirmed, while the case is open. */
function mailOf({ registration }: LockedIdentityCheck): string | null {
  const isOpen = registration.closed_at === null && registration.approved_at === null;
  return isOpen && registration.confirmed_at !== null ? 'identity-document-again' : null;
}

async function unused(trx: Knex.Transaction, { checkId, documentId }: IdentityCommand): Promise<string> {
  const row = await trx('identity_documents')
    .where({ id: documentId ?? '', check_id: checkId, destroyed_at: null })
    .first<{ id: string } | undefined>('id');
  if (row === undefined) throw new Refused(hidden);
  return row.id;
}
