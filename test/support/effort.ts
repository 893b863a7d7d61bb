/** What work costs in itself: what others do on the machine meanwhile does not count. */

/** Processor time of this process for that work, in ms: the least of five tries. */
export function effortOf(work: () => void): number {
  return Math.min(...Array.from({ length: 5 }, () => once(work)));
}

function once(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
