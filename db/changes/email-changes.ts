/** A new mail address: asked for with a proof, confirmed by whoever reads it, or forgotten (UM-10, checks 35, 47). */
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import { hours, plusMilliseconds } from '../../domain/calendar.ts';
import type { EmailChange } from '../../domain/email-change.ts';
import { checkEmailConfirmation, closeEmailChange, planForEmailChange } from '../../domain/email-change.ts';
import { isActDue } from '../../domain/next-act.ts';
import { linkDead } from '../../domain/one-time-link.ts';
import { usernameUnder } from '../../domain/username.ts';
import { orThrow, Refused, refuseState } from '../../domain/verdict.ts';
import type { EmailChangeRow, EmailChangeState } from '../email-change-row.ts';
import { emailChangeFrom } from '../email-change-row.ts';
import { isDuplicateKey } from '../errors.ts';
import { toDb, toDbOrNull } from '../instants.ts';
import { peoplePolicyOf, policySetInForce } from '../policy-sets.ts';
import { homeOf } from '../queries/home-of.ts';
import { lifeActor } from './actors.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { takeParticulars } from './keep-particulars.ts';
import { lockRow } from './lock-row.ts';
import { killLinks, makeLink, useLink } from './one-time-links.ts';
import { owePersonMail } from './owe-person-mail.ts';
import { endPersonLinks } from './person-access.ts';
import type { Doing } from './write-mail-item.ts';

/**
 * The address is to change: a link goes to the new one, a word to the present one, which stays in force. Links of
 * earlier askings are dead. Returns until when the link works; null when the address is in force already.
 */
export const askEmailChange =
  (knex: Knex) =>
  (
    asked: { readonly userId: string; readonly email: string },
    actor: Actor,
    at: Instant,
  ): Promise<Instant | null> =>
    change(knex, null, async (trx) => {
      const { userId, email } = asked;
      const user = await trx('users').where({ id: userId }).forUpdate().first<{ email: string }>('email');
      if (user.email === email) return null;
      const { brandId } = await homeOf(trx, userId);
      const policySetId = await policySetInForce(trx, brandId, at);
      const { links, version } = await peoplePolicyOf(trx, policySetId);
      const endsAt = plusMilliseconds(at, hours(links.invitationHours));
      const id = uuidv7();
      await killLinks(trx, { purpose: 'email', user_id: userId }, at);
      const linkId = await makeLink(trx, { purpose: 'email', lifeId: id, userId, endsAt, at });
      await trx('email_changes').insert({
        id,
        user_id: userId,
        brand_id: brandId,
        policy_set_id: policySetId,
        old_email: user.email,
        new_email: email,
        link_id: linkId,
        version: 1,
        asked_at: toDb(at),
        ends_at: toDb(endsAt),
        ends_rule: `UM-10: ${String(links.invitationHours)} hours, policy ${String(version)}`,
        next_act_at: toDb(endsAt),
      });
      await owe(trx, id, 'email-confirm', at);
      await owe(trx, id, 'email-change-asked', at);
      await appendEvent(trx, {
        kind: 'email-change.asked',
        subjectType: 'user',
        subjectId: userId,
        companyId: null,
        actor,
        at,
        body: { emailChangeId: id, endsAt },
        wakes: { life: 'email-change', id },
      });
      return endsAt;
    });

/** The reader of the new address says so, as it travels. */
export interface EmailConfirmation {
  readonly emailChangeId: string;
  readonly actor: Actor;
  readonly request: ChangeRequest;
}

/** Kept under the request until it is carried out. */
export interface EmailConfirmationParticulars {
  readonly userId: string;
  readonly tokenHash: string;
}

/**
 * From now on mails go to the new address, and a username in the form of an address follows it; links made before are
 * dead, and the address before is told. Refuses `link.unusable` for a link that is used, over, replaced, or whose user
 * has changed since, and `email-change.address-is-username` while that username is another login's.
 */
export const confirmEmailChange =
  (knex: Knex) =>
  (command: EmailConfirmation): Promise<EmailChangeState> =>
    change(knex, command.request, async (trx) => {
      const { emailChangeId, actor, request } = command;
      const at = request.receivedAt;
      const particulars = await takeParticulars<EmailConfirmationParticulars>(trx, request);
      if (particulars === null) throw new Refused(linkDead);
      const { userId, tokenHash } = particulars;
      const { username } = await trx('users')
        .where({ id: userId })
        .forUpdate()
        .first<{ username: string }>('username');
      const { row, emailChange } = await lock(trx, emailChangeId);
      orThrow(checkEmailConfirmation(emailChange, at));
      const link = await useLink(trx, 'email', tokenHash, at);
      if (link.lifeId !== emailChangeId || row.user_id !== userId) throw new Refused(linkDead);
      await writeEmail(trx, userId, {
        email: row.new_email,
        username: usernameUnder(row.new_email, username),
      });
      await endPersonLinks(trx, userId, at);
      await owe(trx, emailChangeId, 'email-changed', at);
      const doing = { actor, at, command: { update: 'confirm', updateId: request.id, args: command } };
      return write(trx, closeEmailChange(emailChange, 'confirmed', at), doing);
    });

async function writeEmail(
  trx: Knex.Transaction,
  userId: string,
  names: { readonly email: string; readonly username: string },
): Promise<void> {
  const counted = {
    credential_version: trx.raw('credential_version + 1'),
    version: trx.raw('version + 1'),
  };
  try {
    await trx('users')
      .where({ id: userId })
      .update({ ...names, ...counted });
  } catch (error) {
    if (isDuplicateKey(error)) throw new Refused(refuseState('email-change.address-is-username'));
    throw error;
  }
}

/** The life's own act: nobody confirmed in time. Returns the row as it stands. */
export const expireEmailChange =
  (knex: Knex) =>
  (id: string, at: Instant): Promise<EmailChangeState> =>
    change(knex, null, async (trx) => {
      const { emailChange } = await lock(trx, id);
      if (!isActDue(planForEmailChange(emailChange), 'expire', at)) return emailChange;
      await killLinks(trx, { purpose: 'email', life_id: id }, at);
      const doing = { actor: lifeActor('email-change'), at };
      return write(trx, closeEmailChange(emailChange, 'expired', at), doing);
    });

async function lock(trx: Knex.Transaction, id: string) {
  const row = await lockRow<EmailChangeRow>(trx, 'email_changes', id);
  return { row, emailChange: await emailChangeFrom(trx, row) };
}

async function write(trx: Knex.Transaction, changed: EmailChange, doing: Doing): Promise<EmailChangeState> {
  const { id, version, closed } = changed;
  await trx('email_changes')
    .where({ id })
    .update({
      version,
      next_act_at: null,
      outcome: closed?.outcome ?? null,
      closed_at: toDbOrNull(closed?.at),
    });
  await appendEvent(trx, {
    kind: `email-change.${closed?.outcome ?? 'kept'}`,
    subjectType: 'email-change',
    subjectId: id,
    companyId: null,
    actor: doing.actor,
    at: doing.at,
    body: { version },
    ...(doing.command && { wakes: { life: 'email-change', id }, command: doing.command }),
  });
  return (await lock(trx, id)).emailChange;
}

function owe(trx: Knex.Transaction, id: string, kind: string, at: Instant): Promise<void> {
  return owePersonMail(trx, { life: 'email-change', lifeId: id, kind }, at);
}
