import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from '../processes/lock.mjs';
import { places } from './places.mjs';
import { alreadyRunning } from './running.mjs';

/** `npm run reset`: the next start begins with nothing. */
export function main() {
  if (!existsSync(places.local)) return console.log('There is nothing to forget.');
  const release = takeLock(places.lock);
  if (release === undefined) {
    console.error(
      `${alreadyRunning() ?? 'Mailroom is being started.'} Stop it first, then run \`npm run reset\` again.`,
    );
    process.exit(1);
  }
  // The lock goes last: a start in the meantime must not find half of the old data.
  for (const entry of readdirSync(places.local)) {
    const path = join(places.local, entry);
    if (path !== places.lock) rmSync(path, { recursive: true, force: true });
  }
  release();
  console.log('Data, mails, keys and logs are forgotten; `npm start` begins anew.');
}
