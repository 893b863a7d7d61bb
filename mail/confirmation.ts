/** The one mail that no life sends: the link that proves a notification address (PP-07). */
import type { Instant, Zone } from '../domain/calendar.ts';
import type { Language } from '../texts/languages.ts';
import { MailRefused } from './errors.ts';
import { messageIdOf } from './message-id.ts';
import { renderNotice } from './render.ts';
import type { Mailer } from './transport.ts';

export interface ConfirmationMail {
  readonly to: string;
  readonly postboxNumber: string;
  /** Holds the token: where the reader confirms. */
  readonly link: string;
  readonly linkEndsAt: Instant;
  readonly zone: Zone;
  readonly language: Language;
  /** Names this asking; asking again is another mail. */
  readonly key: string;
}

/** Sends it now: `refused` when no such mailbox will ever take it; throws `MailUnavailable` when it may later. */
export const sendConfirmation =
  (mailer: Mailer) =>
  async (mail: ConfirmationMail): Promise<'sent' | 'refused'> => {
    const { to, postboxNumber, link, linkEndsAt, zone, language, key } = mail;
    const facts = {
      siteReference: null,
      postboxNumber,
      dueAt: linkEndsAt,
      zone,
      allowed: [],
      upcoming: [],
      costSoFarCents: 0,
      link,
    };
    const rendered = renderNotice('confirm-notification-address', facts, language);
    try {
      await mailer.send({ to, messageId: messageIdOf(key, mailer.domain), ...rendered, language });
      return 'sent';
    } catch (error) {
      if (error instanceof MailRefused) return 'refused';
      throw error;
    }
  };
