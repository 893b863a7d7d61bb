import type { Knex } from 'knex';
import type { AccountMerge, MergeAct, MergeCommandName, MergeRefuser } from '../../domain/account-merge.ts';
import {
  approveMerge,
  carryOutMerge,
  checkConcerned,
  checkConsents,
  checkMergeable,
  checkSecondLook,
  consentTo,
  planForMerge,
  mergeCommands,
  refuseMerge,
  revertMerge,
  sidesOf,
} from '../../domain/account-merge.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { learnsByConsent } from '../../domain/merge-sight.ts';
import { isActDue } from '../../domain/next-act.ts';
import { orThrow } from '../../domain/verdict.ts';
import { withOwed } from '../queries/owed-mails.ts';
import type { Actor } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { mergingAccount } from './lock-accounts.ts';
import { operatorOnly } from './lock-member.ts';
import { forgetEnded, moveAccount } from './move-account.ts';
import { splitAccount } from './split-account.ts';
import type { LockedMerge } from './write-account-merge.ts';
import { lockMerge, mergeLife, toBoth, writeMerge } from './write-account-merge.ts';

type State = Owing<AccountMerge>;

/** A command on a merge as it travels. */
export interface MergeCommand {
  readonly mergeId: string;
  readonly actor: Actor;
  readonly request: ChangeRequest;
}

/**
 * A contact consents or refuses, staff refuse, approve or revert; all is asked again under the locks of both accounts and of
 * their client codes. Refuses what `mergeCommands` refuse, `right.missing`, `not-found` for whom it does not concern,
 * `account-merge.second-look`, `account-merge.contact-changed`, and what `checkMergeable` refuses.
 */
export const commandMerge =
  (knex: Knex, name: MergeCommandName) =>
  (command: MergeCommand): Promise<State> =>
    change(knex, command.request, async (trx) => {
      const { mergeId: id, actor, request } = command;
      const at = request.receivedAt;
      const locked = await lockMerge(trx, id);
      const { check, event } = mergeCommands[name];
      orThrow(check(locked.merge, at));
      if (byStaff.includes(name) || actor.type === 'staff')
        await operatorOnly(trx, actor, 'account-merge.administer');
      const { next, facts = {}, mails = [] } = await works[name](trx, locked, actor, at);
      if (next === locked.merge) return withOwed(trx, next);
      const wakes = { life: 'account-merge', id };
      const by = { actor, wakes, command: { update: name, updateId: request.id, args: command } };
      return writeMerge(trx, next, { ...by, event, facts, mails }, at);
    });

/** A no is anybody's whom it concerns; the yes of a contact is his own. */
const byStaff: readonly MergeCommandName[] = ['approve', 'revert'];

interface Done {
  readonly next: AccountMerge;
  readonly facts?: object;
  readonly mails?: readonly string[];
}

type Work = (trx: Knex.Transaction, locked: LockedMerge, actor: Actor, at: Instant) => Done | Promise<Done>;

const works: Readonly<Record<MergeCommandName, Work>> = {
  consent: (_trx, { merge, source, target }, actor, at) => {
    const sides = sidesOf(actor.id, mergingAccount(source), mergingAccount(target));
    orThrow(checkConcerned(sides));
    const mails = learnsByConsent(sides) ? ['account-merge-asked-target'] : [];
    return { next: consentTo(merge, sides, actor.id, at), facts: { sides }, mails };
  },
  refuse: (_trx, { merge, source, target }, actor, at) => {
    const by = refuserOf(actor, { merge, source, target });
    const mails = toBoth('account-merge-not-done', source, target);
    return { next: refuseMerge(merge, by, at), facts: { by }, mails };
  },
  approve: async (trx, locked, actor, at) => {
    const { merge, source, target } = locked;
    const [from, into] = [mergingAccount(source), mergingAccount(target)];
    orThrow(checkSecondLook(merge, actor.id));
    orThrow(checkMergeable(from, into));
    orThrow(checkConsents(merge, from, into));
    const facts = await moveAccount(trx, locked, actor, at);
    return { next: approveMerge(merge, at), facts, mails: toBoth('account-merge-done', source, target) };
  },
  revert: async (trx, locked, actor, at) => {
    const { merge, source, target } = locked;
    const facts = await splitAccount(trx, locked, actor, at);
    return { next: revertMerge(merge, at), facts, mails: toBoth('account-merge-reverted', source, target) };
  },
};

function refuserOf(
  actor: Actor,
  { source, target }: Pick<LockedMerge, 'merge' | 'source' | 'target'>,
): MergeRefuser {
  if (actor.type === 'staff') return 'staff';
  const sides = sidesOf(actor.id, mergingAccount(source), mergingAccount(target));
  orThrow(checkConcerned(sides));
  return sides[0] ?? 'target';
}

/** The days are over, or the window is: asked again under lock. Returns the row as it stands. */
export const carryOutMergeAct =
  (knex: Knex) =>
  (id: string, kind: MergeAct['kind'], at: Instant): Promise<State> =>
    change(knex, null, async (trx) => {
      const { merge, source, target } = await lockMerge(trx, id);
      if (!isActDue(planForMerge(merge), kind, at)) return withOwed(trx, merge);
      if (kind === 'finish') await forgetEnded(trx, id);
      const event = kind === 'finish' ? 'finished' : 'expired';
      const mails = kind === 'finish' ? [] : toBoth('account-merge-not-done', source, target);
      return writeMerge(trx, carryOutMerge(merge, kind, at), { event, mails, actor: mergeLife }, at);
    });
