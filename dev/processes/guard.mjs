// Every process we start runs under a small `sh` that holds a pipe from us. When we die, however we die,
// the pipe reaches its end and the `sh` ends its whole process group: nothing stays behind.
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

// fd 0 is the lifeline, fd 3 tells us the child's own process id and how it ended, fd 5 is the standard error of
// the child alone: the guard's own words (that something was killed) would be taken for the child's.
// The child runs in the foreground, because a shell lets what runs in the background ignore SIGINT for ever; it is
// asked to end before the whole group is killed, and then it has been reaped.
const GUARD = `
exec 4<&0 </dev/null 5>&2 2>/dev/null
trap : TERM INT HUP
(
  exec 3>&- 5>&-
  trap '' TERM
  read -r _ <&4
  kill -TERM 0
  sleep 1.5
  kill -KILL 0
) &
watcher=$!
/bin/sh -c 'echo "pid $$" >&3; exec "$@" 2>&5 3>&- 4<&- 5>&-' child "$@"
echo "exit $?" >&3
kill -KILL $watcher; wait $watcher
kill -KILL 0
`;

// What a shell would answer.
const NOT_STARTED = 127;
const KILLED = 137;

/**
 * Starts a command that cannot outlive this process.
 * `output` is a file to append to, 'inherit' (our own terminal) or 'capture' (kept in `text`,
 * standard output alone in `stdout` too).
 */
export function guarded(command, args, { cwd, env = process.env, output = 'capture' } = {}) {
  const file = output === 'inherit' || output === 'capture' ? undefined : openSync(output, 'a', 0o600);
  const sink = file ?? (output === 'capture' ? 'pipe' : 'inherit');
  const sh = spawn('/bin/sh', ['-c', GUARD, 'guard', command, ...args], {
    cwd,
    env,
    detached: true,
    stdio: ['pipe', sink, sink, 'pipe'],
  });
  if (file !== undefined) closeSync(file);

  const child = {
    group: sh.pid,
    pid: undefined,
    text: '',
    stdout: '',
    running: true,
    started: undefined,
    exited: undefined,
  };
  let report = '';
  sh.stdin.on('error', () => undefined);
  sh.stdout?.on('data', (bytes) => {
    child.text += bytes;
    child.stdout += bytes;
  });
  sh.stderr?.on('data', (bytes) => (child.text += bytes));
  child.started = new Promise((resolve) => {
    sh.stdio[3].on('data', (bytes) => {
      report += bytes;
      child.pid = Number(/^pid (\d+)$/m.exec(report)?.[1]);
      resolve(child.pid);
    });
    sh.stdio[3].on('close', () => resolve(undefined));
  });
  child.exited = new Promise((resolve) => {
    // 'close' and not 'exit': what the child printed last has then been read.
    sh.on('close', () => {
      child.running = false;
      resolve(Number(/^exit (\d+)$/m.exec(report)?.[1] ?? KILLED));
    });
    sh.on('error', () => {
      child.running = false;
      resolve(NOT_STARTED);
    });
  });
  return child;
}

/** Asks a guarded process to end, and ends it after `graceMs`. */
async function stop(child, graceMs) {
  if (!child.running) return;
  signalGroup(child, 'SIGTERM');
  const killer = setTimeout(() => end(child), Math.max(0, graceMs));
  await child.exited;
  clearTimeout(killer);
}

/** Stops processes one after the other, all within 2 s (3 s are promised); time that one leaves over helps the next. */
export async function stopInOrder(children) {
  const eachMs = 2000 / children.length;
  const from = Date.now();
  for (const [index, child] of children.entries())
    await stop(child, from + (index + 1) * eachMs - Date.now());
}

/** Runs a command to its end. */
export async function run(command, args, options = {}) {
  const child = guarded(command, args, options);
  return { code: await child.exited, text: child.text, stdout: child.stdout };
}

/** The child alone: its guard then reaps it and kills the rest of the group. */
function end(child) {
  try {
    process.kill(child.pid ?? -child.group, 'SIGKILL');
  } catch {
    // it has ended already
  }
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.group, signal);
  } catch {
    // the group has ended already
  }
}
