/**
 * How a scope value of an account is written, as a regular expression that came as data: it must hold the whole value,
 * and no value, however long, may make it try for long (security check 58).
 */

/** A matcher that turns back tries each combination of choices once at most. */
const maxWays = 10_000;
const maxRepeats = 100;

/** What may stand in a pattern: an escape, a class, a group, a choice, a bounded repetition, a plain character. */
const token =
  /\\[dDwW]|\\[^\w\s]|\[(?:\\.|[^\]\\])+\]|\(\?:|[)|?]|\{(?<least>\d{1,4})(?:,(?<most>\d{1,4}))?\}|[^\\[\](){}?*+|^$]/uy;

/** What is wrong with the pattern, in words; null when nothing is. */
export function patternProblem(pattern: string): string | null {
  if (!pattern.startsWith('^') || !/(?:^|[^\\])(?:\\\\)*\$$/u.test(pattern)) return 'is not anchored';
  if (!compiles(pattern)) return 'is no regular expression';
  let ways = 1;
  let depth = 0;
  let before = '';
  for (const { text, least, most } of tokensOf(pattern.slice(1, -1))) {
    if (text === '(?:') depth += 1;
    if (text === ')') depth -= 1;
    if (text === '|' && depth === 0) return 'is not anchored as a whole: put the choice into (?:…)';
    if (least !== null && before === ')') return 'repeats a group';
    if ((most ?? least ?? 0) > maxRepeats) return `repeats more than ${maxRepeats} times`;
    if (text === '?' || text === '|') ways *= 2;
    if (least !== null && most !== null) ways *= most - least + 1;
    if (text === unknown) return 'holds what may be tried without end, or is not taken here';
    before = text;
  }
  return ways > maxWays ? 'leaves too many ways to try' : null;
}

/** Whether the value is written as the pattern wants it; without a pattern it is. */
export function fitsPattern(pattern: string | null, value: string): boolean {
  return pattern === null || new RegExp(pattern, 'u').test(value);
}

const unknown = 'unknown';

interface Token {
  readonly text: string;
  readonly least: number | null;
  readonly most: number | null;
}

function tokensOf(pattern: string): readonly Token[] {
  const tokens: Token[] = [];
  const numberOf = (digits: string | undefined) => (digits === undefined ? null : Number(digits));
  for (let at = 0; at < pattern.length;) {
    token.lastIndex = at;
    const found = token.exec(pattern);
    if (found === null) return [...tokens, { text: unknown, least: null, most: null }];
    const { least, most } = found.groups ?? {};
    tokens.push({ text: found[0], least: numberOf(least), most: numberOf(most) });
    at = token.lastIndex;
  }
  return tokens;
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').source !== '';
  } catch {
    return false;
  }
}
