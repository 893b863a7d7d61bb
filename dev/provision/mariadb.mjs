import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../processes/guard.mjs';
import { step } from '../say.mjs';
import { cachedFolder, cacheRoot } from './cache.mjs';
import { installDebian, unpackDebian } from './debian.mjs';
import { needSpace } from './disk.mjs';
import { onPath } from './programs.mjs';
import { firstThatWorks } from './ways.mjs';

const VERSION = '10.11';
const PACKAGES = [
  'mariadb-server',
  'mariadb-server-core',
  'mariadb-client-core',
  'mariadb-common',
  'galera-4',
];

/**
 * MariaDB's programs: `{ server, install, base }`, where `base` is the folder its share and plugins lie under.
 * That a database address given by configuration comes first is decided by those who start servers.
 */
export function provisionMariadb() {
  return firstThatWorks(`MariaDB ${VERSION}`, [
    { name: 'DATABASE_URL (for tests: DATABASE_ADMIN_URL) in the environment', find: () => undefined },
    { name: `mariadbd ${VERSION} on the PATH`, find: onThisMachine },
    { name: "Debian's packages, unpacked into the cache", find: fromDebian },
    { name: 'apt-get install mariadb-server', find: installed },
  ]);
}

async function onThisMachine() {
  const server = onPath('mariadbd', { serverToo: true });
  const install = onPath('mariadb-install-db');
  if (server === undefined || install === undefined) return undefined;
  return works({ server, install, base: dirname(dirname(realpathSync(server))) });
}

async function fromDebian() {
  const folder = await cachedFolder(`mariadb-${VERSION}`, {
    isWhole: async (made) => (await works(unpacked(made))) !== undefined,
    make: (made) =>
      step(`MariaDB ${VERSION} from Debian`, async () => {
        needSpace(cacheRoot(), 400, `MariaDB ${VERSION}`);
        await unpackDebian(made, {
          packages: PACKAGES,
          libraryPackagesOf: ['mariadb-server-core', 'mariadb-client-core'],
          programs: { mariadbd: 'usr/sbin/mariadbd', 'mariadb-install-db': 'usr/bin/mariadb-install-db' },
        });
      }),
  });
  return works(unpacked(folder));
}

async function installed() {
  await step('apt-get install mariadb-server', () => installDebian(['mariadb-server']));
  return onThisMachine();
}

function unpacked(folder) {
  const program = (name) => join(folder, 'bin', name);
  return {
    server: program('mariadbd'),
    install: program('mariadb-install-db'),
    base: join(folder, 'root', 'usr'),
  };
}

/** The right version, and the plugin without which nothing would be encrypted at rest. */
async function works(programs) {
  if (!existsSync(join(programs.base, 'lib/mysql/plugin/file_key_management.so'))) return undefined;
  const { code, text } = await run(programs.server, ['--no-defaults', '--version']);
  return code === 0 && text.includes(`Ver ${VERSION}.`) ? programs : undefined;
}
