import { spawn } from 'node:child_process';
import { until } from '../support/wait.ts';
import { isAlive, moduleIn, removeTemporaryFolders, root, runModule, withoutJest } from './sandbox.ts';

afterAll(removeTemporaryFolders);

/** Starts a sleeping child, and one with a grandchild that both ignore TERM; prints all process ids. */
const SUPERVISOR = `
  import { guarded } from 'dev/processes/guard.mjs';
  import { whenParentEnds } from 'dev/processes/parent.mjs';
  whenParentEnds(() => process.exit(0));
  const docile = guarded('sleep', ['300']);
  const stubborn = guarded('sh', ['-c', 'trap "" TERM; sleep 300 & echo $!; sleep 300']);
  await Promise.all([docile.started, stubborn.started]);
  while (stubborn.text === '') await new Promise((resolve) => setTimeout(resolve, 20));
  console.log(JSON.stringify([docile.pid, docile.group, stubborn.pid, stubborn.group, Number(stubborn.text)]));
  setInterval(() => {}, 1000);
`;
const nodeArgs = ['--input-type=module', '--eval', moduleIn(root, SUPERVISOR)];

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text;
}

/** They look every second whether their parent is there; a busy machine takes its time. */
const areGone = (pids: readonly number[]) => until('all are gone', () => !pids.some(isAlive));

describe('guarded processes', () => {
  it('are gone soon after a kill -9 of the process that started them, grandchildren too', async () => {
    const supervisor = spawn(process.execPath, nodeArgs, {
      env: withoutJest(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pids = JSON.parse(await firstLine(supervisor.stdout)) as number[];
    expect(pids.filter(isAlive)).toEqual(pids);
    supervisor.kill('SIGKILL');
    await areGone(pids);
  });

  it('are gone soon after a kill -9 of npm, which stands before their supervisor', async () => {
    const npm = spawn('sh', ['-c', '"$@" & wait', 'npm', process.execPath, ...nodeArgs], {
      env: withoutJest(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pids = JSON.parse(await firstLine(npm.stdout)) as number[];
    npm.kill('SIGKILL');
    await areGone(pids);
  });

  it('tell how they ended and what they said, and nothing of their guard', () => {
    const { stdout } = runModule(`
      import { run } from 'dev/processes/guard.mjs';
      const ends = [];
      ends.push(await run('sh', ['-c', 'echo said; echo aside >&2; exit 7']));
      ends.push(await run('sh', ['-c', 'kill -9 $$']));
      ends.push((await run('no-such-program', [])).code);
      console.log(JSON.stringify(ends));
    `);
    const [plain, killed, missing] = JSON.parse(stdout) as [{ stdout: string; text: string }, object, number];
    expect(plain).toMatchObject({ code: 7, stdout: 'said\n' });
    expect(plain.text).toContain('aside');
    expect(killed).toEqual({ code: 137, text: '', stdout: '' });
    expect(missing).toBe(127);
  });

  it('can be interrupted: a shell would let its background processes ignore SIGINT for ever', () => {
    const { stdout } = runModule(`
      import { run } from 'dev/processes/guard.mjs';
      console.log((await run('sh', ['-c', 'kill -INT $$; echo ignored'])).stdout.trim());
    `);
    expect(stdout.trim()).toBe('');
  });

  it('are asked to end before they are made to', () => {
    const { stdout } = runModule(`
      import { guarded, stopInOrder } from 'dev/processes/guard.mjs';
      const docile = guarded('sh', ['-c', 'trap "echo bye; exit 0" TERM; echo up; while :; do sleep 0.05; done']);
      const stubborn = guarded('sh', ['-c', 'trap "" TERM; echo up; sleep 300']);
      while (docile.text === '' || stubborn.text === '') await new Promise((resolve) => setTimeout(resolve, 20));
      await stopInOrder([docile, stubborn]);
      console.log(JSON.stringify([docile.stdout, await docile.exited, await stubborn.exited]));
    `);
    const [said, docile, stubborn] = JSON.parse(stdout) as [string, number, number];
    expect([said, docile, stubborn]).toEqual(['up\nbye\n', 0, 137]);
  });
});
