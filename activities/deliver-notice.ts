import type { Knex } from 'knex';
import type { DeliveryOutcome } from '../db/changes/notice-deliveries.ts';
import { claimDelivery, deliveryOf, markTold, noteRefused } from '../db/changes/notice-deliveries.ts';
import type { Instant } from '../domain/calendar.ts';
import type { RefusedPart } from '../mail/errors.ts';
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
  /** For what nobody else would notice: ids and kinds only. */
  readonly log: { warn(facts: object, message: string): void };
}

export interface Recipient {
  readonly email: string;
  readonly language: string;
}

export interface OwedMail {
  /** The notice's key: names the mail, whoever gets it. */
  readonly key: string;
  readonly recipients: readonly Recipient[];
  /** Who is told when every recipient is refused for good. */
  readonly otherwise?: readonly Recipient[];
  /** Nobody is to get it: it is noted as suppressed. */
  readonly isSilenced: boolean;
  /** A repeat would annoy: claimed before it is sent. Everything else is sent until it arrived. */
  readonly isAtMostOnce: boolean;
  readonly render: (language: Language) => RenderedMail;
  /** Told of each recipient who is refused for good, before that is noted: once or more, so it has to be harmless when repeated. */
  readonly onRefused?: (part: RefusedPart) => Promise<void>;
}

/**
 * Sends one owed mail to every recipient and marks it as told (WF-17). Harmless when repeated: who was served is
 * skipped, and the Message-ID stays the same. An address refused for good is noted and keeps nobody else waiting; when
 * all are, those behind them are told, and when nobody is left operations are alarmed. A server that is away is an
 * error, so that the engine tries again.
 */
export async function deliverNotice(deps: MailDeps, mail: OwedMail): Promise<void> {
  const { key, recipients, otherwise = [] } = mail;
  const isTold = (await deliverToAll(deps, mail, recipients)) || (await deliverToAll(deps, mail, otherwise));
  if (!isTold && !mail.isSilenced) {
    const refused = recipients.length + otherwise.length;
    deps.log.warn({ notice: key, refused }, 'a mail is owed and nobody can be told');
  }
  await markTold(deps.knex)(key, deps.clock());
}

/** True when at least one of them has been told, or is not to be told. */
async function deliverToAll(
  deps: MailDeps,
  mail: OwedMail,
  recipients: readonly Recipient[],
): Promise<boolean> {
  const failures: unknown[] = [];
  let isTold = false;
  for (const recipient of recipients) {
    try {
      if ((await deliver(deps, mail, recipient)) !== 'refused') isTold = true;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return isTold;
}

async function deliver(deps: MailDeps, mail: OwedMail, recipient: Recipient): Promise<DeliveryOutcome> {
  const { key, isSilenced, isAtMostOnce } = mail;
  const known = await deliveryOf(deps.knex, key, recipient.email);
  if (known !== null) return known;
  const claim = (outcome: DeliveryOutcome) =>
    claimDelivery(deps.knex)(key, recipient.email, outcome, deps.clock());
  if (isSilenced) {
    await claim('suppressed');
    return 'suppressed';
  }
  if (isAtMostOnce && !(await claim('sent'))) return 'sent';
  const outcome = await send(deps, mail, recipient);
  if (!isAtMostOnce) await claim(outcome);
  else if (outcome === 'refused') await noteRefused(deps.knex)(key, recipient.email);
  return outcome;
}

async function send(
  { mailer }: MailDeps,
  { key, render, onRefused }: OwedMail,
  { email, language: asked }: Recipient,
): Promise<'sent' | 'refused'> {
  const language: Language = isLanguage(asked) ? asked : 'en';
  try {
    const messageId = messageIdOf(`${key}/${email}`, mailer.domain);
    await mailer.send({ to: email, messageId, ...render(language), language });
    return 'sent';
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    await onRefused?.(error.part);
    return 'refused';
  }
}
