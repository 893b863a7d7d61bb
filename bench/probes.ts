/** Whether the machine is as fast as it was a moment ago: fixed work for the processor, fixed writes for the disk. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { median } from './statistics.ts';

export interface Probe {
  readonly cpuMs: number;
  readonly syncMs: number;
}

const TIMES = 21;
const work = Buffer.alloc(1_000_000, 'mailroom');
const block = Buffer.alloc(4096, 1);

/** One look: medians of 21 hashes of a megabyte and of 21 writes of 4 KiB, each brought to the disk by fdatasync. */
export async function probeMachine(folder: string): Promise<Probe> {
  const cpu: number[] = [];
  for (let done = 0; done < TIMES; done += 1) {
    cpu.push(await milliseconds(() => Promise.resolve(createHash('sha256').update(work).digest())));
  }
  const file = await open(join(folder, 'probe'), 'w');
  const sync: number[] = [];
  try {
    for (let done = 0; done < TIMES; done += 1) {
      sync.push(
        await milliseconds(async () => {
          await file.write(block, 0, block.length, 0);
          await file.datasync();
        }),
      );
    }
  } finally {
    await file.close();
  }
  return { cpuMs: median(cpu), syncMs: median(sync) };
}

export async function milliseconds(step: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await step();
  return performance.now() - from;
}

/** How far the slowest of the looks is from the fastest, for processor or disk: 0.2 is 20 %. */
export function drift(looks: readonly Probe[]): number {
  const spread = (values: readonly number[]) => Math.max(...values) / Math.min(...values) - 1;
  return Math.max(spread(looks.map(({ cpuMs }) => cpuMs)), spread(looks.map(({ syncMs }) => syncMs)));
}
