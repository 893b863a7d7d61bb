/** The access matrix as a page: made from the file that the test of the matrix checks. */
import { readFile } from 'node:fs/promises';

const head = `# Who gets where

Written by \`npm run access-matrix\` from \`test/rules/access-matrix.txt\`; never edited. That file states for every operation
and every kind of caller what is answered, and \`test/api/access.test.ts\` asks all of them. First for things of one company,
Bakkerij Peeters: its administrator, a user who decides and one who reads; an administrator and a user of a router that works for
it; the administrator of a neighbour (another company of the brand) and of a stranger (of another brand); the site where its
letters lie, by token and by a person, and another site; staff of the operator; two issuers of documents by token, that of the
client codes and codes asked for and another one. Then for things of the stranger, where own and foreign change places. _hidden_ is the answer for what does not exist.
`;

const strangersHead = `## What belongs to the stranger

Tulip Trading, with its letters at the other site. Operations about nothing of a company are left out.
`;

/** The two tables of the file, line by line, heads included. */
export function tablesOf(text: string): {
  readonly theirs: readonly string[];
  readonly strangers: readonly string[];
} {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const second = lines.findIndex((line, at) => at > 0 && line.startsWith('operation '));
  return { theirs: lines.slice(0, second), strangers: lines.slice(second) };
}

export async function accessPage(): Promise<string> {
  const text = await readFile(new URL('../test/rules/access-matrix.txt', import.meta.url), 'utf8');
  const { theirs, strangers } = tablesOf(text);
  return [head, ...table(theirs), '', strangersHead, ...table(strangers), ''].join('\n');
}

function table(lines: readonly string[]): readonly string[] {
  const rows = lines.map((line) => line.split(/ {2,}/));
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const [first = '', ...rest] = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  return [first, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rest];
}
