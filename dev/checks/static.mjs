import { join } from 'node:path';
import { guarded } from '../processes/guard.mjs';
import { heading, say, seconds } from '../say.mjs';

/** What can be said of the code without running it, cheapest first. */
const CHECKS = [
  { name: 'Formatting', program: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'Lint', program: 'eslint', args: ['--max-warnings', '0', '.'] },
  { name: 'Types', program: 'tsc', args: ['--noEmit'] },
  { name: 'Who may import whom', program: 'depcruise', args: ['--config', '.dependency-cruiser.cjs', '.'] },
  { name: 'Unused code', program: 'knip', args: ['--no-progress'] },
];

/** Runs them all, so that one run tells everything; returns the names of those that failed. */
export async function runStaticChecks(root) {
  const failed = [];
  for (const { name, program, args } of CHECKS) {
    heading(name);
    const from = Date.now();
    const child = guarded(join(root, 'node_modules', '.bin', program), args, {
      cwd: root,
      output: 'inherit',
    });
    const code = await child.exited;
    say(`${name}: ${code === 0 ? 'in order' : 'NOT in order'}, ${seconds(Date.now() - from)}`);
    if (code !== 0) failed.push(name);
  }
  return failed;
}
