/** A place in which the commands of dev/ can be run without touching the checkout or the machine. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
const folders: string[] = [];

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mailroom-dev-'));
  folders.push(folder);
  return folder;
}

export function removeTemporaryFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** The bootstrap with nothing around it: what it keeps, it keeps there. */
export function copyOfDev(): string {
  const copy = temporaryFolder();
  cpSync(join(root, 'dev'), join(copy, 'dev'), { recursive: true });
  return copy;
}

/** Puts a shell script where a program would be. */
export function fakeProgram(path: string, script: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function runNode(
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: options.cwd ?? root,
    env: { ...withoutJest(), ...options.env },
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { status, stdout, stderr };
}

/** Runs a module given as text; `dev` in its imports is the folder dev/ of `place`. */
export function runModule(text: string, place = root, env: NodeJS.ProcessEnv = {}): Ended {
  return runNode(['--input-type=module', '--eval', moduleIn(place, text)], { cwd: place, env });
}

export function moduleIn(place: string, text: string): string {
  return text.replaceAll("'dev/", `'${place}/dev/`);
}

/** The options of the Node that runs Jest are not for others. */
export function withoutJest(): NodeJS.ProcessEnv {
  return { ...process.env, NODE_OPTIONS: '' };
}

/** A process counts as gone once it has ended, reaped or not. */
export function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !stat.slice(stat.lastIndexOf(')')).startsWith(') Z');
  } catch {
    return false;
  }
}

/** The names of the variables in .env.example. */
export function documentedVariables(): string[] {
  const text = readFileSync(join(root, '.env.example'), 'utf8');
  return [...text.matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name);
}
