import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** A JSON file for its owner only, there whole or not at all. */
export function keep(path, value) {
  writeFileSync(`${path}.unfinished`, `${JSON.stringify(value, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.unfinished`, path);
}

export function kept(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
