import type { Knex } from 'knex';
import { claimDelivery, isDelivered, markTold } from '../db/changes/notice-deliveries.ts';
import type { Instant } from '../domain/calendar.ts';
import { MailRefused } from '../mail/errors.ts';
import { messageIdOf } from '../mail/message-id.ts';
import type { RenderedMail } from '../mail/render.ts';
import type { Mailer } from '../mail/transport.ts';
import type { Language } from '../texts/languages.ts';
import { isLanguage } from '../texts/languages.ts';

export interface MailDeps {
  readonly knex: Knex;
  readonly mailer: Mailer;
  readonly clock: () => Instant;
}

export interface Recipient {
  readonly email: string;
  readonly language: string;
}

export interface OwedMail {
  /** The notice's key: names the mail, whoever gets it. */
  readonly key: string;
  readonly recipients: readonly Recipient[];
  /** Nobody is to get it: it is noted as suppressed. */
  readonly isSilenced: boolean;
  /** A repeat would annoy: claimed before it is sent. Everything else is sent until it arrived. */
  readonly isAtMostOnce: boolean;
  readonly render: (language: Language) => RenderedMail;
}

/**
 * Sends one owed mail to every recipient and marks it as told (WF-17). Harmless when repeated: who was served is
 * skipped, and the Message-ID stays the same. An address refused for good is noted and keeps nobody else waiting; a
 * server that is away is an error, so that the engine tries again.
 */
export async function deliverNotice(deps: MailDeps, mail: OwedMail): Promise<void> {
  const failures: unknown[] = [];
  for (const recipient of mail.recipients) {
    try {
      await deliver(deps, mail, recipient);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  await markTold(deps.knex)(mail.key, deps.clock());
}

async function deliver(deps: MailDeps, mail: OwedMail, recipient: Recipient): Promise<void> {
  const { key, isSilenced, isAtMostOnce } = mail;
  const claim = (outcome: 'sent' | 'refused' | 'suppressed') =>
    claimDelivery(deps.knex)(key, recipient.email, outcome, deps.clock());
  if (isSilenced) {
    await claim('suppressed');
    return;
  }
  if (isAtMostOnce && !(await claim('sent'))) return;
  if (!isAtMostOnce && (await isDelivered(deps.knex, key, recipient.email))) return;
  const outcome = await send(deps, mail, recipient);
  if (!isAtMostOnce) await claim(outcome);
}

async function send(
  { mailer }: MailDeps,
  { key, render }: OwedMail,
  { email, language: asked }: Recipient,
): Promise<'sent' | 'refused'> {
  const language: Language = isLanguage(asked) ? asked : 'en';
  try {
    const messageId = messageIdOf(`${key}/${email}`, mailer.domain);
    await mailer.send({ to: email, messageId, ...render(language), language });
    return 'sent';
  } catch (error) {
    if (error instanceof MailRefused) return 'refused';
    throw error;
  }
}
