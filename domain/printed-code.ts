/**
 * A code that is printed in a letter and typed by hand: 15 random symbols of Crockford's alphabet (75 bits) and one
 * check symbol, in groups of four. Case, blanks and hyphens do not matter; I and L are read as 1, O as 0.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Five more for the remainder by 37. */
const checkAlphabet = `${alphabet}*~$=U`;
const symbols = 15;

/** Bytes that a code is made from: five bits of each. */
export const printedCodeBytes = symbols;
/** What whoever guesses has to guess. */
export const printedCodeBits = symbols * 5;

/** The code as it is printed: `7QK2-M9XD-40TB-VW3Z`. Bytes must be random. */
export function printedCode(bytes: Uint8Array): string {
  if (bytes.length !== printedCodeBytes) throw new Error(`a code takes ${String(printedCodeBytes)} bytes`);
  const text = [...bytes].map((byte) => alphabet[byte % alphabet.length]).join('');
  return (text + checkSymbolOf(text)).replace(/(.{4})(?=.)/g, '$1-');
}

/** What was typed, in the one form that is hashed; null for what cannot be a code: a slip of the hand. */
export function readPrintedCode(typed: string): string | null {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  const random = text.slice(0, symbols);
  const isCode =
    text.length === symbols + 1 && Array.from(random).every((symbol) => alphabet.includes(symbol));
  return isCode && text[symbols] === checkSymbolOf(random) ? text : null;
}

function checkSymbolOf(text: string): string {
  const remainder = Array.from(text).reduce((rest, symbol) => (rest * 32 + alphabet.indexOf(symbol)) % 37, 0);
  return checkAlphabet[remainder] ?? '';
}
