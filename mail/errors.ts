/**
 * The two ways in which a mail does not leave. Neither carries the address nor what the server said, which often
 * repeats it: both are logged and kept in histories.
 */

/** What was refused for good. */
export type RefusedPart = 'address' | 'header' | 'recipient' | 'message';

/** Sending the same mail again would be refused again: the state is kept, nothing is retried (F41). */
export class MailRefused extends Error {
  readonly part: RefusedPart;
  /** SMTP reply code, when a server refused it. */
  readonly replyCode: number | undefined;
  constructor(part: RefusedPart, replyCode?: number, status?: string) {
    const by =
      replyCode === undefined
        ? 'by our own rules'
        : `by the mail server, ${[replyCode, status].join(' ').trim()}`;
    super(`mail refused: ${part}, ${by}`);
    this.name = 'MailRefused';
    this.part = part;
    this.replyCode = replyCode;
  }
}

/** The mail did not leave now and may leave later: server away, greylisted, not trusted, or our own account refused. */
export class MailUnavailable extends Error {
  readonly code: string;
  readonly replyCode: number | undefined;
  /**
   * The connection broke after the message was handed over and before the server confirmed it (F40): it may have
   * arrived. A mail of the class *at most once* is not sent again then.
   */
  readonly mayHaveArrived: boolean;
  constructor(code: string, replyCode: number | undefined, mayHaveArrived: boolean) {
    const reply = replyCode === undefined ? '' : ` ${String(replyCode)}`;
    super(`mail server: ${code}${reply}${mayHaveArrived ? ', the mail may have arrived' : ''}`);
    this.name = 'MailUnavailable';
    this.code = code;
    this.replyCode = replyCode;
    this.mayHaveArrived = mayHaveArrived;
  }
}
