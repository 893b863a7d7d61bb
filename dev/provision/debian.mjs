// Debian's packages without root and without a system service: downloaded and unpacked into a folder.
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../processes/guard.mjs';
import { lastLine } from './ways.mjs';

/**
 * Unpacks `packages`, and the libraries this machine lacks for them, into `<folder>/root`, and writes a script
 * `<folder>/bin/<name>` for each of `programs` (paths inside the packages) that runs it with those libraries.
 */
export async function unpackDebian(folder, { packages, libraryPackagesOf, programs }) {
  const downloads = join(folder, 'downloads');
  mkdirSync(downloads);
  const wanted = async (options) => [...packages, ...(await missingLibraries(libraryPackagesOf, options))];
  try {
    await download(downloads, await wanted([]), []);
  } catch {
    // No package lists, or old ones. Fresh lists of our own need no root and touch nothing of the system.
    const options = await freshLists(join(folder, 'lists'));
    await download(downloads, await wanted(options), options);
  }
  for (const file of readdirSync(downloads).filter((name) => name.endsWith('.deb'))) {
    await must('dpkg', ['-x', join(downloads, file), join(folder, 'root')]);
  }
  rmSync(downloads, { recursive: true });
  rmSync(join(folder, 'lists'), { recursive: true, force: true });
  mkdirSync(join(folder, 'bin'));
  for (const [name, path] of Object.entries(programs)) writeLauncher(folder, name, path);
}

/** The system's own way to install, for root only: the last one. */
export async function installDebian(packages) {
  if (process.getuid?.() !== 0) throw new Error('apt-get install needs root');
  const install = ['install', '--yes', '--no-install-recommends', ...packages];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if ((await run('apt-get', install, { env })).code === 0) return;
  await must('apt-get', ['update']);
  await must('apt-get', install, { env });
}

/** What `apt-get install` would add for the packages, libraries only. */
async function missingLibraries(packages, options) {
  const text = await must('apt-get', [
    ...options,
    '--simulate',
    '--no-install-recommends',
    'install',
    ...packages,
  ]);
  return [...text.matchAll(/^Inst (lib\S+)/gm)]
    .map(([, name]) => name)
    .filter((name) => !name.endsWith('-perl'));
}

async function download(folder, packages, options) {
  // apt's own user may not read our folder: as root it must not change to it.
  await must('apt-get', ['-o', 'APT::Sandbox::User=root', ...options, 'download', ...packages], {
    cwd: folder,
  });
}

async function freshLists(folder) {
  mkdirSync(join(folder, 'partial'), { recursive: true });
  const settings = [`Dir::State::lists=${folder}`, 'Dir::Cache::pkgcache=', 'Dir::Cache::srcpkgcache='];
  const options = settings.flatMap((setting) => ['-o', setting]);
  await must('apt-get', ['-o', 'APT::Sandbox::User=root', ...options, 'update']);
  return options;
}

/** The folder is renamed when it is whole, so the script finds its place from its own path. */
function writeLauncher(folder, name, path) {
  const script = `#!/bin/sh
here=$(cd "$(dirname "$0")/.." && pwd)/root
for folder in "$here"/usr/lib/*-linux-gnu "$here"/lib/*-linux-gnu; do
  LD_LIBRARY_PATH="$folder\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
done
export LD_LIBRARY_PATH
exec "$here/${path}" "$@"
`;
  writeFileSync(join(folder, 'bin', name), script);
  chmodSync(join(folder, 'bin', name), 0o755);
}

async function must(command, args, options) {
  const { code, text } = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.at(-1)}: ${lastLine(text)}`);
  return text;
}
