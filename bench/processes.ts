/** Counted, not timed: how much of the processors each process takes, whatever else the machine is doing. */
import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds of processor time so far, by the name of the process. */
export type Taken = Readonly<Record<string, number>>;

/** `/proc` counts in ticks of a hundredth of a second. */
const tickMs = 10;

/** The processes of the run: ours by their process ids, the servers by the folder in which they keep their data. */
export function findProcesses(folder: string, ours: Readonly<Record<string, number>>): Map<string, number> {
  const found = new Map(Object.entries(ours));
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const [program = '', ...args] = commandOf(pid).split('\0');
    const server = ['mariadbd', 'temporal'].find((name) => program.endsWith(`/${name}`));
    if (server !== undefined && args.some((arg) => arg.includes(folder))) found.set(server, Number(pid));
  }
  return found;
}

export function processorTime(processes: ReadonlyMap<string, number>): Taken {
  const { user, system } = process.cpuUsage();
  const others = [...processes].map(([name, pid]) => [name, ticksOf(pid) * tickMs] as const);
  return { ...Object.fromEntries(others), 'load generator': (user + system) / 1_000 };
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // it has ended meanwhile
  }
}

/** Fields 14 and 15 of proc_pid_stat(5); the name in front of them may hold blanks. */
function ticksOf(pid: number): number {
  const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}
