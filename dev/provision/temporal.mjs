import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../processes/guard.mjs';
import { step } from '../say.mjs';
import { cachedFolder, cacheRoot } from './cache.mjs';
import { needSpace } from './disk.mjs';
import { makersDownload } from './makers-download.mjs';
import { onPath } from './programs.mjs';
import { firstThatWorks, lastLine } from './ways.mjs';

const VERSION = '1.5.1';
// Later versions of the CLI carry a `replace` line and cannot be installed by `go install`.
const MODULE = `github.com/temporalio/cli/cmd/temporal@v${VERSION}`;
const OLDEST_SERVER = [1, 29];

/** The path of the Temporal CLI, which is the dev server and its web UI as well. */
export function provisionTemporal(root) {
  return firstThatWorks('The Temporal dev server', [
    { name: 'TEMPORAL_ADDRESS in the environment', find: () => undefined },
    {
      name: `temporal on the PATH (server ${OLDEST_SERVER.join('.')} or later)`,
      find: () => works(onPath('temporal')),
    },
    {
      name: "the cache, or the maker's download into it",
      find: () => inCache((folder) => makersDownload(root, 'dev-server', `v${VERSION}`, folder)),
    },
    { name: `go install ${MODULE} into the cache`, find: () => inCache(goInstall) },
  ]);
}

async function inCache(make) {
  const folder = await cachedFolder(`temporal-${VERSION}`, {
    isWhole: async (made) => (await works(join(made, 'temporal'))) !== undefined,
    make,
  });
  return join(folder, 'temporal');
}

async function goInstall(folder) {
  // The Go distribution is often unpacked here without being put on the PATH.
  const go = onPath('go') ?? ['/usr/local/go/bin/go'].find((path) => existsSync(path));
  if (go === undefined) throw new Error('there is no go on this machine');
  needSpace(cacheRoot(), 4500, 'Building the Temporal dev server');
  await step('Temporal dev server built by go install (once, about 3 minutes)', async () => {
    const env = { ...process.env, GOBIN: folder };
    const { code, text } = await run(go, ['install', '-ldflags=-s -w', MODULE], { env });
    if (code !== 0) throw new Error(lastLine(text));
  });
}

async function works(path) {
  if (!path || !existsSync(path)) return undefined;
  const { code, text } = await run(path, ['--version']);
  const [, major, minor] = /Server (\d+)\.(\d+)/.exec(text) ?? [];
  const isRecent = Number(major) === OLDEST_SERVER[0] && Number(minor) >= OLDEST_SERVER[1];
  return code === 0 && isRecent ? path : undefined;
}
