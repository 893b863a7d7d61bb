/** Reads what went wrong with a mail: for good or for now, and whether it may have arrived. */
import { MailRefused, MailUnavailable } from './errors.ts';

interface SmtpError {
  readonly code?: unknown;
  readonly command?: unknown;
  readonly response?: unknown;
  readonly responseCode?: unknown;
  readonly permanent?: unknown;
}

/** Replies that speak of our account, not of the mail: mended by operations, so the mail waits. */
const aboutOurAccount = [530, 534, 535, 538];

/**
 * A 5xx to the recipient or to the message is for good. A 5xx to anything before (greeting, log-in, sender) is our
 * set-up and for now, as is everything without a reply.
 */
export function failureOf(error: unknown, isHandedOver: boolean): MailRefused | MailUnavailable {
  const { code, command, response, responseCode, permanent } = (
    error instanceof Error ? error : {}
  ) as SmtpError;
  const replyCode = typeof responseCode === 'number' ? responseCode : undefined;
  const isForGood = permanent === true && replyCode !== undefined && !aboutOurAccount.includes(replyCode);
  if (isForGood && command === 'RCPT TO') return new MailRefused('recipient', replyCode, statusIn(response));
  if (isForGood && command === 'DATA') return new MailRefused('message', replyCode, statusIn(response));
  const mayHaveArrived = isHandedOver && replyCode === undefined;
  return new MailUnavailable(typeof code === 'string' ? code : 'EUNKNOWN', replyCode, mayHaveArrived);
}

/** The enhanced status code of RFC 3463 (`5.1.1`), the one part of a reply that names nobody. */
function statusIn(response: unknown): string | undefined {
  return typeof response === 'string' ? /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] : undefined;
}
