/** The applications as they lie in a folder, one JSON file each; what may stand in one is not the platform's affair. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './config.ts';

export interface ApplicationFile {
  readonly file: string;
  readonly content: unknown;
}

type Checked<Registry> =
  | { readonly ok: true; readonly registry: Registry }
  | { readonly ok: false; readonly faults: readonly string[] };

/**
 * The registry that the check makes of the folder. A missing folder, a file that cannot be read, what is no JSON and what
 * the check finds are one ConfigError with all of them: a process with a faulty registry does not start (quality F53).
 */
export function loadApplications<Registry>(
  folder: string,
  check: (files: readonly ApplicationFile[]) => Checked<Registry>,
): Registry {
  const { files, faults } = readApplicationFiles(folder);
  const checked = check(files);
  if (checked.ok && faults.length === 0) return checked.registry;
  const all = [...faults, ...(checked.ok ? [] : checked.faults)];
  throw new ConfigError(all.map((accepted) => ({ variable: 'APPLICATIONS_DIR', accepted })));
}

interface Found {
  readonly files: readonly ApplicationFile[];
  readonly faults: readonly string[];
}

/** Every `*.json` of the folder by name, and what could not be read. */
function readApplicationFiles(folder: string): Found {
  const names = namesIn(folder);
  if (names === null) return { files: [], faults: [`must be a folder that can be read: ${folder}`] };
  if (names.length === 0) return { files: [], faults: [`must be a folder with *.json in it: ${folder}`] };
  const read = names.map((file) => ({ file, ...contentOf(join(folder, file)) }));
  return {
    files: read.flatMap(({ file, content, fault }) => (fault === undefined ? [{ file, content }] : [])),
    faults: read.flatMap(({ file, fault }) => (fault === undefined ? [] : [`${file}: ${fault}`])),
  };
}

function namesIn(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch {
    return null;
  }
}

function contentOf(path: string): { content?: unknown; fault?: string } {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return { fault: `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})` };
  }
  try {
    return { content: JSON.parse(text) as unknown };
  } catch (error) {
    const said = (error as Error).message.replaceAll(/\s+/g, ' ');
    return { fault: `line ${faultyLine(text)} is no JSON: ${said}` };
  }
}

/** The parser does not always say where: the first line after which the text is more than unfinished. */
function faultyLine(text: string): number {
  const lines = text.split('\n');
  const at = lines.findIndex((_line, index) => isWrong(lines.slice(0, index + 1).join('\n') + '\n'));
  return at < 0 ? lines.length : at + 1;
}

/** Whether the text is wrong before its end; what is only unfinished may still become right. */
function isWrong(start: string): boolean {
  try {
    JSON.parse(start);
    return false;
  } catch (error) {
    const said = (error as Error).message;
    const position = /at position (\d+)/.exec(said)?.[1];
    return position === undefined ? !said.includes('end of JSON input') : Number(position) < start.length;
  }
}
