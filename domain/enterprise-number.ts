/** Enterprise numbers (WF-01): the number under which a company stands in the register of its country. */
import type { Country } from 'jsvat';
import { checkVAT, countries } from 'jsvat';

/** The Belgian register gives out numbers with 1 in front since those with 0 run short; the package knows only the latter. */
const belgium: Country = {
  name: 'Belgium',
  codes: ['BE', 'BEL', '056'],
  calcFn: (digits) => Number(digits.slice(0, 8)) % 97 === 97 - Number(digits.slice(8)),
  rules: { multipliers: {}, regex: [/^(BE)([01]\d{9})$/] },
};
const known: readonly Country[] = [belgium, ...countries.filter(({ codes }) => !codes.includes('BE'))];

/** How the numbers of a country are written, for whoever typed another one. */
const examples: Readonly<Record<string, string>> = {
  BE: 'BE0403170701',
  NL: 'NL004495445B01',
  FR: 'FR40303265045',
  DE: 'DE136695976',
  LU: 'LU26375245',
};

/**
 * The number as the register writes it, country first and without blanks or dots; null when it is not a number of one
 * of these countries. A number without a country is one of the first. Company and case are found by this form.
 */
export function enterpriseNumberOf(text: string, among: readonly string[]): string | null {
  const bare = text.toUpperCase().replaceAll(/[\s./-]/g, '');
  const [home = ''] = among;
  for (const candidate of /^[A-Z]{2}/.test(bare) ? [bare] : [`${home}${bare}`, `${home}0${bare}`]) {
    const allowed = known.filter(({ codes }) => among.includes(codes[0] ?? ''));
    const found = checkVAT(candidate, allowed);
    if (found.isValid && found.value !== undefined) return found.value;
  }
  return null;
}

/** What would be accepted, one example a country where we have one. */
export function enterpriseNumberExamples(among: readonly string[]): readonly string[] {
  return among.flatMap((country) => examples[country] ?? []);
}
