/** What work costs in itself: what others do on the machine meanwhile does not count. */

/** Processor time of this process for that work, in ms: the least of five tries. */
export function effortOf(work: () => void): number {
  return Math.min(...Array.from({ length: 5 }, () => once(work)));
}

/** The same of work that is waited for, and of whatever threads it has: nothing else is under way. */
export async function effortOfDoing(work: () => Promise<unknown>): Promise<number> {
  const efforts: number[] = [];
  while (efforts.length < 5) {
    const before = process.cpuUsage();
    await work();
    efforts.push(since(before));
  }
  return Math.min(...efforts);
}

function once(work: () => void): number {
  const before = process.cpuUsage();
  work();
  return since(before);
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
