/** An amount in integer euro cents (design.md, Time, money, policy). */
export type Cents = number;

/** Adds amounts; a fraction or an amount beyond exact integers is a mistake of ours and throws. */
export function sumCents(amounts: readonly Cents[]): Cents {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  if (!Number.isSafeInteger(total)) throw new Error(`not an exact amount in cents: ${String(total)}`);
  return total;
}
