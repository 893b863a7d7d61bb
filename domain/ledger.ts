/**
 * The books: double entry in integer cents (design.md, Time, money, policy). Debit is positive, credit negative: what a
 * company owes stands positive on its receivable. Entries are only ever added; a mistake is reversed, never changed.
 */
import type { PaperOutcome } from './mail-item.ts';
import type { Cents } from './money.ts';
import { allow, refuseValue, type Verdict } from './verdict.ts';

/** The receivable is the company's own account; the revenues are one account each for the whole house. */
export type LedgerAccountKind = 'receivable' | `revenue-${ChargeKind}`;

export interface LedgerEntry {
  readonly account: LedgerAccountKind;
  readonly amountCents: Cents;
}

/** What a company is charged for: a started storage period, or what was done with the paper in the end (PP-09, WA-05). */
export const chargeKinds = ['storage', 'forwarding', 'pick-up', 'destruction'] as const;
export type ChargeKind = (typeof chargeKinds)[number];

export interface Charge {
  readonly kind: ChargeKind;
  /** Above zero: what is free is not posted. */
  readonly amountCents: Cents;
}

const feeKinds = { forwarded: 'forwarding', 'handed-over': 'pick-up', destroyed: 'destruction' } as const;

/** As what handling and postage are charged, by how the paper left. */
export function feeKindOf(outcome: PaperOutcome): ChargeKind {
  return feeKinds[outcome];
}

/** Two entries: the company owes what the house has earned. */
export function postingFor(charge: Charge): readonly LedgerEntry[] {
  return [
    { account: 'receivable', amountCents: charge.amountCents },
    { account: `revenue-${charge.kind}`, amountCents: -charge.amountCents },
  ];
}

/** The entries that undo a transaction. */
export function reversalOf(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  return entries.map((entry) => ({ ...entry, amountCents: -entry.amountCents }));
}

/** Refuses entries that are not whole cents, are empty or zero, or do not sum to zero (I3 of quality.md). */
export function checkEntries(entries: readonly LedgerEntry[]): Verdict {
  const amounts = entries.map((entry) => entry.amountCents);
  if (amounts.length < 2) return refuseValue('ledger.too-few-entries', { entries: amounts.length });
  const odd = amounts.find((cents) => !Number.isSafeInteger(cents) || cents === 0);
  if (odd !== undefined) return refuseValue('ledger.not-whole-cents', { amount: odd });
  // Exact in any order, which adding numbers is not once a partial sum passes 2^53.
  const sum = amounts.reduce((total, cents) => total + BigInt(cents), 0n);
  return sum === 0n ? allow : refuseValue('ledger.unbalanced', { sum: String(sum) });
}
