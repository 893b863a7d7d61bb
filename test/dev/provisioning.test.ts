import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  fakeProgram,
  moduleIn,
  removeTemporaryFolders,
  root,
  runModule,
  temporaryFolder,
  withoutJest,
} from './sandbox.ts';

afterAll(removeTemporaryFolders);

/** A machine with nothing on its PATH but what a test puts there, and an empty cache. */
function bareMachine() {
  const place = temporaryFolder();
  const bin = join(place, 'usr/bin');
  const cache = join(place, 'cache');
  mkdirSync(bin, { recursive: true });
  const env = { PATH: bin, MAILROOM_CACHE: cache, QPDF_PATH: '', TEST_SERVER_PATH: '', TEMPORAL_ADDRESS: '' };
  return { place, bin, cache, env };
}

/** Where the part was found, or the message that it was not. */
function provision(
  part: 'Qpdf' | 'Temporal' | 'TestServer' | 'Mariadb',
  machine: ReturnType<typeof bareMachine>,
): string {
  const file = { Qpdf: 'qpdf', Temporal: 'temporal', TestServer: 'test-server', Mariadb: 'mariadb' }[part];
  return runModule(provisionText(part, file, machine.place), root, machine.env).stdout;
}

// The folder handed in has no packages: the maker's download fails at once, as it does without a network.
const provisionText = (part: string, file: string, place: string) => `
  import { provision${part} as provision } from 'dev/provision/${file}.mjs';
  import { describe } from 'dev/plain-error.mjs';
  provision('${place}').then((found) => console.log(JSON.stringify(found)), (error) => console.log(describe(error)));
`;

const version = (text: string) => `echo '${text}'`;
const failing = 'echo "E: the disk is made of cheese" >&2; exit 100';
const goodTemporal = version('temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)');
/** A `go` that writes the program it would build, and how often it was asked. */
const goThatBuilds = `echo built >> "$MAILROOM_CACHE/../built"
/bin/sleep 0.5
echo '#!/bin/sh' > "$GOBIN/temporal"
echo "${goodTemporal}" >> "$GOBIN/temporal"
/bin/chmod +x "$GOBIN/temporal"`;

describe('each part is looked for in its order', () => {
  it('an address given by configuration comes before the PATH', () => {
    const machine = bareMachine();
    const given = fakeProgram(join(machine.place, 'elsewhere/qpdf'), version('qpdf version 12'));
    fakeProgram(join(machine.bin, 'qpdf'), version('qpdf version 11'));
    expect(provision('Qpdf', { ...machine, env: { ...machine.env, QPDF_PATH: given } })).toContain(
      '/elsewhere/qpdf',
    );
  });

  it('the PATH comes before the cache', () => {
    const machine = bareMachine();
    fakeProgram(join(machine.bin, 'temporal'), goodTemporal);
    fakeProgram(join(machine.cache, 'temporal-1.5.1/temporal'), goodTemporal);
    expect(provision('Temporal', machine)).toContain('/usr/bin/temporal');
  });

  it('a program that is too old is passed over', () => {
    const machine = bareMachine();
    fakeProgram(join(machine.bin, 'temporal'), version('temporal version 0.10.1 (Server 1.20.0, UI 2.9.1)'));
    fakeProgram(join(machine.cache, 'temporal-1.5.1/temporal'), goodTemporal);
    expect(provision('Temporal', machine)).toContain('/cache/temporal-1.5.1/temporal');
  });

  it('the cache comes before the package route, which fills it', () => {
    const machine = bareMachine();
    fakeProgram(join(machine.bin, 'go'), goThatBuilds);
    expect(provision('Temporal', machine)).toContain('/cache/temporal-1.5.1/temporal');
    expect(provision('Temporal', machine)).toContain('/cache/temporal-1.5.1/temporal');
    expect(readFileSync(join(machine.place, 'built'), 'utf8')).toBe('built\n');
  });

  it('MariaDB counts only with the plugin that encrypts it', () => {
    const machine = bareMachine();
    fakeProgram(join(machine.bin, 'mariadbd'), version('mariadbd  Ver 10.11.99-MariaDB for Linux'));
    fakeProgram(join(machine.bin, 'mariadb-install-db'), '');
    for (const name of ['apt-get', 'dpkg']) fakeProgram(join(machine.bin, name), failing);
    expect(provision('Mariadb', machine)).toContain('could not be had');
    mkdirSync(join(machine.place, 'usr/lib/mysql/plugin'), { recursive: true });
    writeFileSync(join(machine.place, 'usr/lib/mysql/plugin/file_key_management.so'), '');
    expect(provision('Mariadb', machine)).toContain('/usr/bin/mariadbd');
  });
});

describe('when no way works', () => {
  it.each([
    ['Qpdf', ['QPDF_PATH', 'qpdf on the PATH', "Debian's package", 'apt-get install qpdf']],
    [
      'Mariadb',
      ['DATABASE_URL', 'mariadbd 10.11 on the PATH', "Debian's packages", 'apt-get install mariadb-server'],
    ],
    ['Temporal', ['TEMPORAL_ADDRESS', 'temporal on the PATH', "the maker's download", 'go install']],
    ['TestServer', ['TEST_SERVER_PATH', "the maker's download", 'Maven']],
  ] as const)('one message names every way to %s, and why it failed', (part, ways) => {
    const machine = bareMachine();
    for (const name of ['apt-get', 'dpkg', 'go', 'java', 'mvn'])
      fakeProgram(join(machine.bin, name), failing);
    const message = provision(part, machine);
    for (const way of ways) expect(message).toContain(way);
    expect(message).toContain('the disk is made of cheese');
    expect(message).toContain('docker-compose.yml');
    expect(message).not.toContain('    at ');
  });
});

describe('a provisioning', () => {
  it('that was cut off is begun anew', () => {
    const machine = bareMachine();
    fakeProgram(join(machine.bin, 'go'), goThatBuilds);
    fakeProgram(join(machine.cache, 'temporal-1.5.1/temporal'), 'kill -9 $$');
    mkdirSync(join(machine.cache, 'temporal-1.5.1.unfinished-999999'));
    writeFileSync(join(machine.cache, 'temporal-1.5.1.lock'), JSON.stringify({ pid: 999_999, began: '1' }));
    expect(provision('Temporal', machine)).toContain('/cache/temporal-1.5.1/temporal');
    expect(readdirSync(machine.cache)).toEqual(['temporal-1.5.1']);
  });

  it('by two processes at once does the work once', async () => {
    const machine = bareMachine();
    fakeProgram(join(machine.bin, 'go'), goThatBuilds);
    const text = moduleIn(root, provisionText('Temporal', 'temporal', machine.place));
    const both = [1, 2].map(
      () =>
        new Promise((resolve) => {
          const env = { ...withoutJest(), ...machine.env };
          spawn(process.execPath, ['--input-type=module', '--eval', text], { env }).on('exit', resolve);
        }),
    );
    expect(await Promise.all(both)).toEqual([0, 0]);
    expect(existsSync(join(machine.cache, 'temporal-1.5.1/temporal'))).toBe(true);
    expect(readFileSync(join(machine.place, 'built'), 'utf8')).toBe('built\n');
  });

  it('says in one sentence that the disk is too small', () => {
    const { stdout } = runModule(`
      import { needSpace } from 'dev/provision/disk.mjs';
      import { describe } from 'dev/plain-error.mjs';
      try { needSpace('${root}/not/there/yet', 1e12, 'Mailroom'); } catch (error) { console.log(describe(error)); }
    `);
    expect(stdout).toMatch(
      /^Mailroom needs about 1000000000000 MB of disk space at .+, and only \d+ MB are free there\.\n$/,
    );
  });
});
