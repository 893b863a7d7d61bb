import { join } from 'node:path';
import { run } from '../processes/guard.mjs';
import { step } from '../say.mjs';
import { cachedFolder, cacheRoot } from './cache.mjs';
import { installDebian, unpackDebian } from './debian.mjs';
import { needSpace } from './disk.mjs';
import { onPath } from './programs.mjs';
import { firstThatWorks } from './ways.mjs';

/** The path of qpdf, which checks the structure of a PDF. */
export function provisionQpdf() {
  return firstThatWorks('qpdf (checks the structure of a PDF)', [
    { name: 'QPDF_PATH in the environment', find: () => works(process.env.QPDF_PATH) },
    { name: 'qpdf on the PATH', find: () => works(onPath('qpdf')) },
    { name: "Debian's package, unpacked into the cache", find: fromDebian },
    { name: 'apt-get install qpdf', find: installed },
  ]);
}

async function fromDebian() {
  const folder = await cachedFolder('qpdf-debian', {
    isWhole: async (made) => (await works(join(made, 'bin', 'qpdf'))) !== undefined,
    make: (made) =>
      step('qpdf from Debian', async () => {
        needSpace(cacheRoot(), 100, 'qpdf');
        const programs = { qpdf: 'usr/bin/qpdf' };
        await unpackDebian(made, { packages: ['qpdf'], libraryPackagesOf: ['qpdf'], programs });
      }),
  });
  return works(join(folder, 'bin', 'qpdf'));
}

async function installed() {
  await step('apt-get install qpdf', () => installDebian(['qpdf']));
  return works(onPath('qpdf'));
}

async function works(path) {
  if (!path) return undefined;
  const { code, text } = await run(path, ['--version']);
  return code === 0 && text.startsWith('qpdf version') ? path : undefined;
}
