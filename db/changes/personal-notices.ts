/** Mails to one person that no other life owes; each is a life of its own until it has gone. */
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';
import { homeOf } from '../queries/home-of.ts';
import { owePersonMail } from './owe-person-mail.ts';

interface NewPersonalNotice {
  readonly userId: string;
  /** One of the kinds of texts/person-mails.ts. */
  readonly kind: string;
  /** Where it goes when that is not the person's address, such as the one he had before. */
  readonly email?: string;
  /** What its texts speak of besides the person's names. */
  readonly facts?: Readonly<Record<string, string | number | null>>;
}

/**
 * Owes the mail with the change that gives cause to it. Returns what the change's event must wake, so that the mail is
 * sent: `appendEvent(trx, { …, wakes })`.
 */
export async function owePersonalNotice(
  trx: Knex.Transaction,
  { userId, kind, email, facts = {} }: NewPersonalNotice,
  at: Instant,
): Promise<{ readonly life: 'personal-notice'; readonly id: string }> {
  const id = uuidv7();
  const { brandId } = await homeOf(trx, userId);
  await trx('personal_notices').insert({
    id,
    brand_id: brandId,
    user_id: userId,
    kind,
    email: email ?? null,
    facts: JSON.stringify(facts),
    owed_at: toDb(at),
  });
  await owePersonMail(trx, { life: 'personal-notice', lifeId: id, kind }, at);
  return { life: 'personal-notice', id };
}

/** The mail has gone, or nobody is left to tell. One statement without event: the notice says when it was told. */
export const closePersonalNotice =
  (knex: Knex) =>
  async (id: string, at: Instant): Promise<void> => {
    await knex('personal_notices')
      .where({ id })
      .whereNull('closed_at')
      .update({ closed_at: toDb(at) });
  };
