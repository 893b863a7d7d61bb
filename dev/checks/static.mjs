import { join } from 'node:path';
import { run } from '../processes/guard.mjs';
import { heading, say, seconds } from '../say.mjs';

/** What can be said of the code without running it; the longest, which is the lint, first. */
const CHECKS = [
  { name: 'Lint', program: 'eslint', args: ['--max-warnings', '0', '.'] },
  { name: 'Formatting', program: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'Types', program: 'tsc', args: ['--noEmit'] },
  { name: 'Who may import whom', program: 'depcruise', args: ['--config', '.dependency-cruiser.cjs', '.'] },
  { name: 'Unused code', program: 'knip', args: ['--no-progress'] },
];

/** Each works on one core. */
const AT_ONCE = 2;

/** Runs them all, so that one run tells everything; returns the names of those that failed. */
export async function runStaticChecks(root) {
  heading('Static checks');
  const left = [...CHECKS];
  const failed = [];
  const lane = async () => {
    for (let check = left.shift(); check !== undefined; check = left.shift())
      if (!(await isInOrder(root, check))) failed.push(check.name);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return failed;
}

/** What a check has to say follows its verdict in one piece. */
async function isInOrder(root, { name, program, args }) {
  const from = Date.now();
  const { code, text } = await run(join(root, 'node_modules', '.bin', program), args, { cwd: root });
  say(`${name}: ${code === 0 ? 'in order' : 'NOT in order'}, ${seconds(Date.now() - from)}`);
  if (text.trim() !== '') process.stdout.write(`${text}\n`);
  return code === 0;
}
