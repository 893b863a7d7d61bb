/** Rows as comma-separated values (RFC 4180) that no spreadsheet takes for formulas (check 55). */

/** Where a spreadsheet begins to calculate: = + - @, a tab or a line break in front; a blank does not hide them. */
const formula = /^\s*[=+\-@＝＋－＠\t\r\n]|^[\t\r\n]/u;

/** An amount of money, written with both decimals: of 250.5 a reader has to think. */
export interface Amount {
  readonly cents: number;
}

export type CsvValue = string | number | Amount | null;

export function csvOf(header: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

/** A number is a number, also below zero; a text that looks like a formula gets an apostrophe in front. */
function cellOf(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object') return (value.cents / 100).toFixed(2);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n\t']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
