/** The one way out for mail: SMTP through a pool of connections. */
import { createTransport } from 'nodemailer';
import addressparser from 'nodemailer/lib/addressparser';
import type { Language } from '../texts/languages.ts';
import { exactAddress } from './address.ts';
import { MailRefused } from './errors.ts';
import { failureOf } from './smtp-failure.ts';

export interface OutgoingMail {
  /** Exactly one mailbox, without a name. */
  readonly to: string;
  /** From `messageIdOf`; the same for every attempt. */
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: Language;
}

export interface Mailer {
  /** The domain mails are sent from: the right-hand side of Message-IDs. */
  readonly domain: string;
  /** Hands the mail to the server; throws `MailRefused` (for good) or `MailUnavailable` (for now). */
  send(mail: OutgoingMail): Promise<void>;
  /** Whether a server answers and accepts our account; throws `MailUnavailable`. */
  verify(): Promise<void>;
  /** Lets mails under way finish and closes the connections. */
  close(): void;
}

/** Where mail leaves: `smtp://` (upgraded to TLS when the server offers it) or `smtps://`. */
export interface MailerSettings {
  readonly smtpUrl: string;
  readonly from: string;
}

/** A server that answers at all answers within seconds; greylisting and slow scanners stay below these. */
const timeouts = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  dnsTimeout: 10_000,
  socketTimeout: 30_000,
};
/** The whole of one mail, so that a server that trickles its replies does not hold it for ever. */
const longestSendMs = 60_000;

/** Makes a mailer; connects when the first mail is sent. */
export function createMailer({ smtpUrl, from }: MailerSettings): Mailer {
  const sender = senderOf(from);
  const transport = createTransport({
    pool: true,
    ...serverOf(smtpUrl),
    ...timeouts,
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    maxRequeues: 0, // the pool must not send again by itself what may have arrived: the caller knows the mail's class
    idleTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const handedOver = new WeakSet<AbortSignal>();
  transport.use('stream', (mail, done) => {
    const { signal } = mail.data;
    // the message begins to flow when the server has said that it will take it (354)
    mail.message.processFunc((message) => message.once('resume', () => signal && handedOver.add(signal)));
    done();
  });
  return {
    domain: sender.address.slice(sender.address.indexOf('@') + 1),
    send: async (mail) => {
      const to = recipientOf(mail);
      const signal = AbortSignal.timeout(longestSendMs);
      try {
        await transport.sendMail({
          envelope: { from: sender.address, to: [to] },
          from: sender,
          to: { name: '', address: to },
          messageId: mail.messageId,
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
          signal,
        });
      } catch (error) {
        throw failureOf(error, handedOver.has(signal));
      }
    },
    verify: async () => {
      try {
        await transport.verify();
      } catch (error) {
        throw failureOf(error, false);
      }
    },
    close: () => {
      transport.close();
    },
  };
}

/** What could end a header and begin another. */
const breaksLines = /[\p{Cc}\p{Zl}\p{Zp}]/u;

function recipientOf({ to, subject, messageId }: OutgoingMail): string {
  const address = exactAddress(to);
  if (address === undefined) throw new MailRefused('address');
  if (breaksLines.test(subject)) throw new MailRefused('header');
  if (!/^<[A-Za-z0-9_-]+@[a-z0-9.-]+>$/.test(messageId)) throw new MailRefused('header');
  return address;
}

function senderOf(from: string): { name: string; address: string } {
  const [sender, ...more] = breaksLines.test(from) ? [] : addressparser(from, { flatten: true });
  const address = exactAddress(sender?.address ?? '');
  if (address === undefined || more.length > 0) throw new Error('MAIL_FROM must be one mail address');
  return { name: sender?.name ?? '', address };
}

function serverOf(smtpUrl: string): {
  host: string;
  port: number;
  secure: boolean;
  auth?: { user: string; pass: string };
} {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const secure = protocol === 'smtps:';
  if (!secure && protocol !== 'smtp:') throw new Error('SMTP_URL must begin with smtp:// or smtps://');
  const server = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
  };
  if (username === '') return server;
  return { ...server, auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } };
}
