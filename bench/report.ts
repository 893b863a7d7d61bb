/** Figures as tables: at the terminal, and between their markers in docs/performance.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Section } from './options.ts';
import type { Interval } from './statistics.ts';

const page = new URL('../docs/performance.md', import.meta.url);

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What one section has to say: a table, and a line on how it was measured. */
export interface Finding {
  readonly section: Section | 'machine';
  readonly table: Table | null;
  readonly how: string;
}

export interface Goal {
  readonly bound: number;
  readonly isMost: boolean;
}

export const atMost = (bound: number): Goal => ({ bound, isMost: true });
export const atLeast = (bound: number): Goal => ({ bound, isMost: false });

/** `1.18 (1.15 – 1.22)`. */
export function withInterval({ median, low, high }: Interval): string {
  return `${number(median)} (${number(low)} – ${number(high)})`;
}

/** Passed only if the bad end of the interval meets the goal. */
export function verdictOn({ median, low, high }: Interval, { bound, isMost }: Goal): string {
  const bad = isMost ? high : low;
  if (isMost ? bad <= bound : bad >= bound) return 'met';
  const by = Math.abs(median / bound - 1) * 100;
  const isMedianGood = isMost ? median <= bound : median >= bound;
  return isMedianGood ? 'met by the median, not by the interval' : `missed by ${by.toFixed(0)} %`;
}

export const goalText = ({ bound, isMost }: Goal): string => `${isMost ? '≤' : '≥'} ${number(bound)}`;

/** Three significant digits are more than the machine can repeat. */
export function number(value: number): string {
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

export function inMarkdown({ head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function print({ section, table, how }: Finding): void {
  console.log(`\n${section.toUpperCase()}: ${how}\n`);
  if (table !== null) console.log(inMarkdown(table));
}

/** Puts the findings between `<!-- p1 -->` and `<!-- /p1 -->` of the page; the prose around them is a person's. */
export function keep(findings: readonly Finding[]): void {
  let text = readFileSync(page, 'utf8');
  for (const { section, table, how } of findings) {
    const [begin, end] = [`<!-- ${section} -->`, `<!-- /${section} -->`];
    const from = text.indexOf(begin);
    const to = text.indexOf(end);
    if (from < 0 || to < from) throw new Error(`docs/performance.md has no place for ${section}`);
    const body = table === null ? how : `${how}\n\n${inMarkdown(table)}`;
    text = `${text.slice(0, from + begin.length)}\n\n${body}\n\n${text.slice(to)}`;
  }
  writeFileSync(page, text);
}
