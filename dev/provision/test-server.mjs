import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { guarded, run } from '../processes/guard.mjs';
import { step } from '../say.mjs';
import { freePort } from '../servers/ports.mjs';
import { cachedFolder, cacheRoot } from './cache.mjs';
import { needSpace } from './disk.mjs';
import { makersDownload } from './makers-download.mjs';
import { onPath } from './programs.mjs';
import { firstThatWorks, lastLine } from './ways.mjs';

const VERSION = '1.39.0';
const ARCHIVE = 'classes.jsa';
const LOGGER_VERSION = '2.0.17';
// The second form has its classes in an archive.
const FOLDER = `temporal-test-server-${VERSION}-2`;

/** The path of the time-skipping Temporal server, which lets a test live through months in seconds. */
export function provisionTestServer(root) {
  return firstThatWorks("Temporal's time-skipping test server", [
    { name: 'TEST_SERVER_PATH in the environment', find: () => existing(process.env.TEST_SERVER_PATH) },
    {
      name: "the cache, or the maker's download into it",
      find: () => inCache((folder) => makersDownload(root, 'test-server', 'default', folder)),
    },
    {
      name: `Maven's io.temporal:temporal-test-server:${VERSION} into the cache, run by Java`,
      find: () => inCache(fromMaven),
    },
  ]);
}

function existing(path) {
  return path && existsSync(path) ? path : undefined;
}

async function inCache(make) {
  const folder = await cachedFolder(FOLDER, {
    isWhole: (made) => existsSync(join(made, 'temporal-test-server')),
    make,
  });
  return join(folder, 'temporal-test-server');
}

async function fromMaven(folder) {
  if (onPath('java') === undefined) throw new Error('there is no java on this machine');
  if (onPath('mvn') === undefined) throw new Error('there is no mvn on this machine');
  needSpace(cacheRoot(), 200, "Temporal's time-skipping test server");
  await step('time-skipping test server from Maven', async () => {
    const pom = join(folder, 'pom.xml');
    writeFileSync(pom, projectOf());
    const copy = [
      '--batch-mode',
      '--quiet',
      '--file',
      pom,
      'dependency:copy-dependencies',
      `-DoutputDirectory=${join(folder, 'lib')}`,
    ];
    const { code, text } = await run('mvn', copy);
    if (code !== 0 || readdirSync(join(folder, 'lib')).length === 0) throw new Error(lastLine(text));
    const launcher = join(folder, 'temporal-test-server');
    writeFileSync(launcher, LAUNCHER);
    chmodSync(launcher, 0o755);
    await archiveClasses(launcher, join(folder, ARCHIVE));
  });
}

/**
 * Every story starts a server of its own: from an archive of its classes it is there in a quarter of the time. A Java that
 * makes none (before 13), or finds one made by another, starts without.
 */
async function archiveClasses(launcher, archive) {
  const server = guarded(launcher, [String(await freePort())], {
    env: { ...process.env, TEST_SERVER_OPTIONS: `-XX:ArchiveClassesAtExit=${archive}` },
  });
  const secondsUntilAllAreLoaded = 5;
  await Promise.race([server.exited, pause(secondsUntilAllAreLoaded * 1_000)]);
  if (server.running) process.kill(await server.started, 'SIGTERM');
  await server.exited;
}

function projectOf() {
  const dependencies = [
    ['io.temporal', 'temporal-test-server', VERSION],
    ['org.slf4j', 'slf4j-nop', LOGGER_VERSION],
  ].map(
    ([group, artifact, version]) =>
      `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`,
  );
  return `<project><modelVersion>4.0.0</modelVersion><groupId>mailroom</groupId><artifactId>test-server</artifactId><version>1</version>
<dependencies>${dependencies.join('')}</dependencies></project>\n`;
}

const LAUNCHER = `#!/bin/sh
# The archive names its classes by the path they were loaded from, and this folder is renamed once.
cd "$(dirname "$0")"
[ -f ${ARCHIVE} ] && TEST_SERVER_OPTIONS='-XX:SharedArchiveFile=${ARCHIVE} -Xlog:cds=off -Xlog:cds+dynamic=off'
exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 $TEST_SERVER_OPTIONS -cp 'lib/*' io.temporal.testserver.TestServer "$@"
`;
