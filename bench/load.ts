/** Two ways to ask: one after the other (closed), or at fixed instants whatever comes back (open). */
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

/** Carries out one durable command; rejects when it was not. */
export type Command = () => Promise<void>;

/** Milliseconds of each of `count` commands, one after the other. */
export async function oneByOne(command: Command, count: number): Promise<number[]> {
  const latencies: number[] = [];
  while (latencies.length < count) {
    const from = performance.now();
    await command();
    latencies.push(performance.now() - from);
  }
  return latencies;
}

/** Commands a second with so many always under way; what was begun within `seconds` is waited for and counted. */
export async function throughput(command: Command, inFlight: number, seconds: number): Promise<number> {
  const from = performance.now();
  const until = from + seconds * 1_000;
  let done = 0;
  const hand = async () => {
    while (performance.now() < until) {
      await command();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, hand));
  return done / ((performance.now() - from) / 1_000);
}

/** Milliseconds of each command, counted from the instant at which it was due: who comes late is not let off. */
export async function atRate(command: Command, perSecond: number, seconds: number): Promise<number[]> {
  const from = performance.now();
  const count = Math.max(1, Math.round(perSecond * seconds));
  const underWay: Promise<number>[] = [];
  for (let sent = 0; sent < count; sent += 1) {
    const dueAt = from + (sent * 1_000) / perSecond;
    const early = dueAt - performance.now();
    if (early > 1) await pause(early);
    underWay.push(command().then(() => performance.now() - dueAt));
  }
  return Promise.all(underWay);
}
