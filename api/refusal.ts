import type { RefusalDetails } from '../domain/verdict.ts';

/** One field at fault, where it stands and what would be accepted there (RFC 6901 pointer). */
export interface FieldFault {
  readonly in: 'body' | 'query' | 'header' | 'path';
  readonly field: string;
  readonly reason: string;
  readonly accepted: Accepted;
}

/** What would be accepted, in the words of JSON Schema: `{ "maxLength": 200 }`, `{ "enum": ["keep"] }`. */
export type Accepted = Readonly<Record<string, string | number | boolean | readonly string[]>>;

interface RefusalExtras {
  readonly details?: RefusalDetails;
  readonly headers?: Readonly<Record<string, string>>;
  readonly faults?: readonly FieldFault[];
}

/** An expected "no" that HTTP alone knows: no session, a malformed body, a missing key. The domain's are `Refused`. */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly reason: string;
  readonly details: RefusalDetails;
  readonly headers: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
  constructor(status: number, reason: string, extras: RefusalExtras = {}) {
    super(reason);
    this.name = 'HttpRefusal';
    this.status = status;
    this.reason = reason;
    this.details = extras.details ?? {};
    this.headers = extras.headers ?? {};
    this.faults = extras.faults ?? [];
  }
}

/** A secret that was wrong, whatever the status: it counts against the budgets of guessing. */
export class WrongSecret extends HttpRefusal {}

/** What we stand on is away: 503 with Retry-After. Nothing was decided, the same request may be sent again. */
export class Away extends HttpRefusal {
  constructor(part: 'database' | 'temporal' | 'object-store' | 'mail', retryAfterSeconds = 2) {
    super(503, `service.${part}-away`, { headers: { 'Retry-After': String(retryAfterSeconds) } });
    this.name = 'Away';
  }
}

/** Too much at once or too often: 429 with Retry-After. */
export function tooMany(reason: string, retryAfterSeconds: number): HttpRefusal {
  const seconds = Math.max(1, Math.ceil(retryAfterSeconds));
  return new HttpRefusal(429, reason, {
    details: { retryAfterSeconds: seconds },
    headers: { 'Retry-After': String(seconds) },
  });
}
