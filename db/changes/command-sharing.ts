import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { isActDue } from '../../domain/next-act.ts';
import { linkDead } from '../../domain/one-time-link.ts';
import type { Sharing, SharingAct, SharingCommandName } from '../../domain/sharing.ts';
import {
  carryOutSharing,
  checkAddressee,
  closeSharing,
  planForSharing,
  resendSharing,
  sharingCommands,
} from '../../domain/sharing.ts';
import { hidden, orThrow, Refused, refuseState, refuseValue } from '../../domain/verdict.ts';
import { isDuplicateKey } from '../errors.ts';
import { toDb } from '../instants.ts';
import { isKnownAddress } from '../queries/mailbox-contacts.ts';
import { withOwed } from '../queries/owed-mails.ts';
import type { Actor } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { createPerson } from './create-person.ts';
import { takeParticulars } from './keep-particulars.ts';
import { useLink } from './one-time-links.ts';
import { seeingMore } from './tick-numbers.ts';
import type { ChosenPassword } from './write-password.ts';
import type { LockedSharing } from './write-sharing.ts';
import { linkForSharing, lockSharing, sharingLife, writeSharing } from './write-sharing.ts';

type State = Owing<Sharing>;

/** A command on an invitation as it travels. */
export interface SharingCommand {
  readonly sharingId: string;
  readonly actor: Actor;
  readonly request: ChangeRequest;
}

/** What an acceptance brings along, kept beside the command until it is carried out; whoever is logged in has no password to choose. */
export interface SharingParticulars {
  readonly tokenHash: string;
  readonly password: ChosenPassword | null;
}

/**
 * Accepts an invitation, or sends it again (WF-35). Refuses `not-found`, `link.unusable`, `sharing.not-open`,
 * `sharing.log-in-exists`, `sharing.other-address`, `sharing.with-oneself`.
 */
export const commandSharing =
  (knex: Knex, name: SharingCommandName) =>
  (command: SharingCommand): Promise<State> =>
    change(knex, command.request, async (trx) => {
      const { actor, request } = command;
      const at = request.receivedAt;
      const locked = await lockSharing(trx, command.sharingId);
      const { check, event } = sharingCommands[name];
      orThrow(check(locked.sharing, at));
      const wakes = { life: 'sharing', id: locked.sharing.id };
      const by = { actor, wakes, command: { update: name, updateId: request.id, args: command } };
      if (name === 'accept') {
        const { done, userId } = await accept(trx, locked, command, at);
        return writeSharing(trx, done, { ...by, event, facts: { userId }, mail: 'sharing-accepted' }, at);
      }
      if (locked.account.main_contact_id !== actor.id) throw new Refused(hidden);
      const sent = resendSharing(locked.sharing, at);
      await linkForSharing(trx, sent, at);
      const facts = { endsAt: sent.endsAt };
      return writeSharing(trx, sent, { ...by, event, facts, mail: 'sharing-invitation' }, at);
    });

/** The reminder, or the end of the link: asked again under lock whether it is still planned and due. */
export const carryOutSharingAct =
  (knex: Knex) =>
  (id: string, kind: SharingAct['kind'], at: Instant): Promise<State> =>
    change(knex, null, async (trx) => {
      const { sharing } = await lockSharing(trx, id);
      if (!isActDue(planForSharing(sharing), kind, at)) return withOwed(trx, sharing);
      const told =
        kind === 'remind'
          ? { event: 'reminded', mail: 'sharing-reminder' }
          : { event: 'expired', mail: 'sharing-expired' };
      return writeSharing(trx, carryOutSharing(sharing, kind, at), { ...told, actor: sharingLife }, at);
    });

/** The row as it stands: it was withdrawn. */
export const readSharing =
  (knex: Knex) =>
  (id: string): Promise<State> =>
    change(knex, null, async (trx) => withOwed(trx, (await lockSharing(trx, id)).sharing));

/** The link proves the mailbox. From this commit on he sees what is ticked, and what is there already has come as read. */
async function accept(
  trx: Knex.Transaction,
  { account, row, sharing }: LockedSharing,
  { actor, request }: SharingCommand,
  at: Instant,
): Promise<{ readonly done: Sharing; readonly userId: string }> {
  const particulars = await takeParticulars<SharingParticulars>(trx, request);
  if (particulars === null || account.closed_at !== null) throw new Refused(linkDead);
  const link = await useLink(trx, 'sharing', particulars.tokenHash, at);
  if (link.lifeId !== sharing.id) throw new Refused(linkDead);
  const { password } = particulars;
  const userId =
    password === null ? await loggedIn(trx, row.email, actor) : await newcomer(trx, row, password, at);
  if (userId === account.main_contact_id) throw new Refused(refuseValue('sharing.with-oneself'));
  await seeingMore(trx, userId, at, () =>
    trx('sharings')
      .where({ id: sharing.id })
      .update({ user_id: userId, accepted_at: toDb(at) }),
  );
  return { done: closeSharing(sharing, 'accepted', at), userId };
}

async function loggedIn(trx: Knex.Transaction, invited: string, actor: Actor): Promise<string> {
  const user = await trx('users')
    .where({ id: actor.id, deactivated_at: null })
    .forUpdate()
    .first<{ email: string } | undefined>('email');
  if (actor.type !== 'user' || user === undefined) throw new Refused(hidden);
  orThrow(checkAddressee(invited, user.email));
  return actor.id;
}

interface Invited {
  readonly name: string;
  readonly email: string;
  readonly language: string;
}

/** A person without a company, who logs in by his address. Who has a log-in already uses that. */
async function newcomer(
  trx: Knex.Transaction,
  { name, email, language }: Invited,
  password: ChosenPassword,
  at: Instant,
): Promise<string> {
  if (await isKnownAddress(trx, email)) throw logInExists();
  try {
    return await createPerson(trx, { username: email, email, name, language }, password, at);
  } catch (error) {
    if (isDuplicateKey(error)) throw logInExists();
    throw error;
  }
}

function logInExists(): Refused {
  return new Refused(refuseState('sharing.log-in-exists'));
}
