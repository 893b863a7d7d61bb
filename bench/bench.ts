/** What the sections are handed. */
import type { Command } from './load.ts';
import type { Reference } from './sides/reference.ts';
import type { Company, Postman } from './world.ts';

/** For those that need no letters and no reference. */
export interface Ground {
  readonly postman: Postman;
  readonly api: string;
  /** Another process of the same house. */
  readonly secondApi: string;
  readonly applicationsDir: string;
  /** On the disk that the servers write to; their data lie in it. */
  readonly folder: string;
  /** Process ids of our own processes, by name. */
  readonly pids: Readonly<Record<string, number>>;
}

export interface Bench extends Ground {
  readonly companies: readonly Company[];
  /** Our side: one decision over HTTP. */
  readonly decide: Command;
  readonly local: Reference;
  readonly ordinary: Reference;
  readonly bareLife: Reference;
}

export const ours = 'ours';
export const localName = 'empty local activity';
export const ordinaryName = 'empty ordinary activity';
export const bareLifeName = 'local activity, timer, attributes';

/** Every side by its name. */
export function commandsOf({ decide, local, ordinary, bareLife }: Bench): Readonly<Record<string, Command>> {
  return {
    [ours]: decide,
    [localName]: local.command,
    [bareLifeName]: bareLife.command,
    [ordinaryName]: ordinary.command,
  };
}
