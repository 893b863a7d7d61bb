/** MariaDB, Temporal and mail catcher of one's own: those of the run are shared, and these may be killed. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provisionPrograms } from '../../dev/provision.mjs';
import { startMails } from '../../dev/servers/mails.mjs';
import { startMariadb } from '../../dev/servers/mariadb.mjs';
import { freePort } from '../../dev/servers/ports.mjs';
import { startTemporal } from '../../dev/servers/temporal.mjs';
import type { OwnProcess } from './own-process.ts';
import { ownProcess } from './own-process.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface OwnServers {
  readonly mariadb: OwnProcess;
  readonly temporal: OwnProcess;
  readonly mails: OwnProcess;
  /** An empty database, and an account that may also hold back commits. */
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly smtpUrl: string;
  readonly mailPage: string;
  /** Where data lie that must hold nothing readable. */
  readonly stores: readonly string[];
}

/** All three, each with its data under `folder`; killed and started again they have their data still. */
export async function startOwnServers(folder: string): Promise<OwnServers> {
  mkdirSync(join(folder, 'logs'), { recursive: true });
  const log = (name: string) => join(folder, 'logs', `${name}.log`);
  const programs = await provisionPrograms(root, {});
  const place = join(folder, 'mariadb');
  const store = join(folder, 'temporal', 'temporal.sqlite');
  mkdirSync(join(folder, 'temporal'));
  const [mariadb, temporal, mails] = await Promise.all([
    startMariadb({
      programs: programs.mariadb,
      place,
      secrets: join(folder, 'secrets'),
      port: await freePort(),
      log: log('mariadb'),
      mayCreateDatabases: true,
    }),
    startTemporal({ program: programs.temporal, store, port: await freePort(), log: log('temporal') }),
    startMails({
      root,
      folder: join(folder, 'mails'),
      smtpPort: await freePort(),
      pagePort: await freePort(),
      log: log('mails'),
    }),
  ]);
  const named = (
    name: string,
    { child, start: begin, isReady }: typeof mariadb | typeof temporal | typeof mails,
  ) => ownProcess({ name, log: log(name), begin, isReady, child });
  return {
    mariadb: named('mariadb', mariadb),
    temporal: named('temporal', temporal),
    mails: named('mails', mails),
    databaseUrl: mariadb.url,
    temporalAddress: temporal.address,
    smtpUrl: mails.smtpUrl,
    mailPage: mails.page,
    stores: [place, join(folder, 'temporal')],
  };
}
