import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// Debian keeps servers here, and leaves these folders out of an ordinary user's PATH.
const SERVER_FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/** The full path of a program on the PATH, or undefined. */
export function onPath(name, { serverToo = false } = {}) {
  const folders = (process.env.PATH ?? '').split(delimiter).concat(serverToo ? SERVER_FOLDERS : []);
  return folders
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
