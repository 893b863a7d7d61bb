import type { Knex } from 'knex';
import { entryFault } from '../../domain/activation-code.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { isActDue } from '../../domain/next-act.ts';
import { linkDead } from '../../domain/one-time-link.ts';
import type { SignUp } from '../../domain/sign-up.ts';
import { checkComplete, checkFree, closeSignUp, planForSignUp } from '../../domain/sign-up.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import { withOwed } from '../queries/owed-mails.ts';
import type { SignUpRow } from '../sign-up-row.ts';
import { signUpFrom } from '../sign-up-row.ts';
import type { Actor } from './append-event.ts';
import { isTaken } from './begin-sign-up.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { createPerson } from './create-person.ts';
import { takeParticulars } from './keep-particulars.ts';
import { useLink } from './one-time-links.ts';
import { openReception, receiverOf } from './open-reception.ts';
import { openRecipientAccount } from './open-recipient-account.ts';
import { lockCode } from './write-activation-code.ts';
import type { ChosenPassword } from './write-password.ts';
import { signUpLife, writeSignUp } from './write-sign-up.ts';

/** A command on a sign-up as it travels. */
export interface SignUpCommand {
  readonly signUpId: string;
  readonly actor: Actor;
  readonly request: ChangeRequest;
}

/** Kept under the request until it is carried out. */
export interface CompletionParticulars {
  readonly tokenHash: string;
  readonly password: ChosenPassword;
  readonly clientAddress: string;
}

/**
 * The link is used and the password chosen: from this commit on there are a user, an account and a reception, and the code is
 * used. Refuses `link.unusable` when link or code have stopped working meanwhile, and `sign-up.account-exists`.
 */
export const completeSignUp =
  (knex: Knex) =>
  (command: SignUpCommand): Promise<Owing<SignUp>> =>
    change(knex, command.request, async (trx) => {
      const { actor, request } = command;
      const at = request.receivedAt;
      const particulars = await takeParticulars<CompletionParticulars>(trx, request);
      if (particulars === null) throw new Refused(linkDead);
      const { row, signUp, locked } = await lockSignUp(trx, command.signUpId);
      orThrow(checkComplete(signUp, at));
      const link = await useLink(trx, 'sign-up', particulars.tokenHash, at);
      if (link.lifeId !== signUp.id) throw new Refused(linkDead);
      const receivedIn = await receiverOf(trx, locked.code.clientCodeId);
      if (entryFault(locked.code, { accountId: null, receivedIn }, at) !== null) throw new Refused(linkDead);
      const said = { username: row.username, enterpriseNumber: row.enterprise_number };
      orThrow(checkFree(await isTaken(trx, row.brand_id, said)));
      const accountId = await openAccount(trx, row, particulars.password, at);
      const { clientAddress } = particulars;
      const receptionId = await openReception(trx, locked, { accountId, clientAddress, actor, at });
      await trx('sign_ups').where({ id: signUp.id }).update({ account_id: accountId });
      const sent = { update: 'complete', updateId: request.id, args: command };
      const wakes = { life: 'sign-up', id: signUp.id };
      const told = { event: 'completed', facts: { accountId, receptionId }, actor, wakes, command: sent };
      return writeSignUp(trx, closeSignUp(signUp, 'active', at), told, at);
    });

/** Nobody used the link in time: the code is free again. Asked again under lock. Returns the row as it stands. */
export const abandonSignUp =
  (knex: Knex) =>
  (id: string, at: Instant): Promise<Owing<SignUp>> =>
    change(knex, null, async (trx) => {
      const { signUp } = await lockSignUp(trx, id);
      if (!isActDue(planForSignUp(signUp), 'abandon', at)) return withOwed(trx, signUp);
      return writeSignUp(
        trx,
        closeSignUp(signUp, 'abandoned', at),
        { event: 'abandoned', actor: signUpLife },
        at,
      );
    });

/** The row as it stands: it was begun again, or the code has gone another way. */
export const readSignUp =
  (knex: Knex) =>
  (id: string): Promise<Owing<SignUp>> =>
    change(knex, null, async (trx) => withOwed(trx, (await lockSignUp(trx, id)).signUp));

/** With its code and client code locked before it. Refuses `not-found`. */
async function lockSignUp(trx: Knex.Transaction, id: string) {
  const found = await trx('sign_ups')
    .where({ id })
    .first<{ activation_code_id: string } | undefined>('activation_code_id');
  if (found === undefined) throw new Refused(hidden);
  const locked = await lockCode(trx, found.activation_code_id);
  const row = await trx('sign_ups').where({ id }).forUpdate().first<SignUpRow>();
  return { row, locked, signUp: await signUpFrom(trx, row) };
}

/** The person with his password, and the account that hangs on him. Returns its id. */
async function openAccount(
  trx: Knex.Transaction,
  row: SignUpRow,
  password: ChosenPassword,
  at: Instant,
): Promise<string> {
  const { username, email, language, company_name: companyName } = row;
  const mainContactId = await createPerson(
    trx,
    { username, email, name: companyName, language },
    password,
    at,
  );
  const { brand_id: brandId, kind, enterprise_number: enterpriseNumber, identification } = row;
  return openRecipientAccount(
    trx,
    { brandId, mainContactId, kind, companyName, enterpriseNumber, identification },
    at,
  );
}
