/** The access matrix as a page: made from the file that the test of the matrix checks. */
import { readFile } from 'node:fs/promises';

const head = `# Who gets where

Written by \`npm run access-matrix\` from \`test/rules/access-matrix.txt\`; never edited. That file states for every operation
and every kind of caller what is answered, and \`test/api/access.test.ts\` asks all of them. The objects asked for are those
of one company: its administrator, a user who decides and one who reads; the administrator of a neighbour (another company of
the brand) and of a stranger (of another brand); the site where its letters lie, by token and by a person, and another site;
staff of the operator; and two issuers of documents by token, that of the client codes and codes asked for and another one. _hidden_ is the answer for what does not exist.
`;

export async function accessPage(): Promise<string> {
  const text = await readFile(new URL('../test/rules/access-matrix.txt', import.meta.url), 'utf8');
  const rows = text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(/ {2,}/));
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [head, lines[0], rule, ...lines.slice(1), ''].join('\n');
}
