import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { withLock } from '../processes/lock.mjs';
import { run } from '../processes/guard.mjs';
import { say, step } from '../say.mjs';
import { needSpace } from './disk.mjs';
import { lastLine } from './ways.mjs';

/** Installs the packages of package-lock.json when node_modules is missing, half made or of another state. */
export async function provisionPackages(root) {
  if (areInstalled(root)) return;
  await withLock(join(root, '.packages.lock'), 'npm packages', async () => {
    if (areInstalled(root)) return;
    needSpace(root, 1000, 'Installing the npm packages');
    say('npm packages: node_modules is missing or differs from package-lock.json, running npm ci');
    const { code, text } = await step('npm ci', () =>
      run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root }),
    );
    if (code !== 0) throw new PlainError(`The npm packages could not be installed: ${lastLine(text)}`);
  });
}

/** npm keeps what it has installed in a lockfile of its own, written last: the two must agree. */
function areInstalled(root) {
  const kept = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(kept)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(kept);
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    // Packages for another kind of machine are left out by npm.
    if (installed[path] === undefined) return entry.optional === true || entry.devOptional === true;
    return installed[path].version === entry.version && installed[path].integrity === entry.integrity;
  });
}

function packagesOf(lockfile) {
  try {
    return JSON.parse(readFileSync(lockfile, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}
