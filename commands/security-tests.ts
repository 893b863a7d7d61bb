/** Which security checks the tests show: a test says so in its name, `[check 35] …`. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A check of the plan, and the requirements of OWASP ASVS 5.0 that it answers. */
interface SecurityCheck {
  readonly check: number;
  readonly asvs: readonly string[];
  readonly text: string;
}

interface TaggedTest {
  readonly check: number;
  readonly file: string;
  readonly name: string;
}

const head = `# Security checks and the tests that show them

Written by \`npm run security-table\` from \`docs/security-checks.json\` and the names of the tests; never edited. A test
that shows a check begins its name with \`[check 35]\`. ASVS: the requirements of OWASP ASVS 5.0 that a check answers.
Checks 21 to 50 are about people getting in; of the others those stand here that a test names. Times of log-ins over
many pairs (check 28) are measured by \`npm run bench\` as well.
`;

/** Checks about people getting in: each has its row, shown or not. */
const ofPeople = { from: 21, to: 50 } as const;

/** The page as it is to be, from the tests as they stand. */
export async function securityTable(): Promise<string> {
  const checks = JSON.parse(
    await readFile(join(root, 'docs/security-checks.json'), 'utf8'),
  ) as readonly SecurityCheck[];
  const tests = await taggedTests();
  const rows = checks
    .map((check) => ({ ...check, tests: tests.filter((test) => test.check === check.check) }))
    .filter(
      ({ check, tests: shown }) => shown.length > 0 || (check >= ofPeople.from && check <= ofPeople.to),
    );
  return `${head}\n${rows.map(section).join('\n')}`;
}

function section({
  check,
  asvs,
  text,
  tests,
}: SecurityCheck & { readonly tests: readonly TaggedTest[] }): string {
  const requirements = asvs.length === 0 ? 'none of its own' : asvs.join(', ');
  const files = [...new Set(tests.map(({ file }) => file))];
  const shown = files.flatMap((file) => [
    `- \`${file}\``,
    ...tests.filter((test) => test.file === file).map(({ name }) => `  - ${name}`),
  ]);
  const lines = shown.length === 0 ? ['No test carries its number.'] : shown;
  return [`## ${check}. ${text}`, '', `ASVS: ${requirements}`, '', ...lines, ''].join('\n');
}

async function taggedTests(): Promise<readonly TaggedTest[]> {
  const entries = await readdir(join(root, 'test'), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const found = await Promise.all(
    paths.map(async (path) => testsIn(relative(root, path), await readFile(path, 'utf8'))),
  );
  return found.flat();
}

/** `'[check 35] works once'`, in any quotes; several checks with a comma. */
const tagged = /(['"`])\[checks? (\d+(?:, \d+)*)\] ((?:\\.|(?!\1)[^\\])*)\1/g;

function testsIn(file: string, source: string): readonly TaggedTest[] {
  return [...source.matchAll(tagged)].flatMap(([, , numbers = '', name = '']) =>
    numbers.split(', ').map((number) => ({ check: Number(number), file, name: name.replaceAll('\\', '') })),
  );
}
