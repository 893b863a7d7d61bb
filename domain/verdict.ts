/** What kind of "no" it is; each kind has one HTTP status (design.md, Names). */
export type RefusalKind = 'right' | 'hidden' | 'state' | 'value';

/** Facts a caller needs to do better: the earliest day, the allowed decisions, the field at fault. */
export type RefusalDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export interface Refusal {
  readonly ok: false;
  readonly reason: string;
  readonly kind: RefusalKind;
  readonly details: RefusalDetails;
}

export type Verdict = { readonly ok: true } | Refusal;

export const allow: Verdict = { ok: true };

export const statusOf: Readonly<Record<RefusalKind, number>> = {
  right: 403,
  hidden: 404,
  state: 409,
  value: 422,
};

/** The rule forbids it as things stand: 409. */
export function refuseState(reason: string, details: RefusalDetails = {}): Refusal {
  return { ok: false, reason, kind: 'state', details };
}

/** What was asked for can never be accepted in this form: 422. */
export function refuseValue(reason: string, details: RefusalDetails = {}): Refusal {
  return { ok: false, reason, kind: 'value', details };
}

/** The caller lacks the right: 403. */
export function refuseRight(reason: string, details: RefusalDetails = {}): Refusal {
  return { ok: false, reason, kind: 'right', details };
}

/** The caller may not know that it exists: 404, the same answer as for something that does not exist. */
export const hidden: Refusal = { ok: false, reason: 'not-found', kind: 'hidden', details: {} };

/** Carries an expected "no" through code that cannot return it (a transaction, an activity). */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.reason);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}

/** Throws the refusal; the transaction it is thrown in rolls back. */
export function orThrow(verdict: Verdict): void {
  if (!verdict.ok) throw new Refused(verdict);
}

/** The first refusal among the checks, in their order, or `allow`. */
export function firstRefusal(...verdicts: readonly Verdict[]): Verdict {
  return verdicts.find((verdict) => !verdict.ok) ?? allow;
}
