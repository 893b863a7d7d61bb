import { step } from '../say.mjs';
import { startMails } from '../servers/mails.mjs';
import { startMariadb } from '../servers/mariadb.mjs';
import { freePort, preferredPort } from '../servers/ports.mjs';
import { startTemporal } from '../servers/temporal.mjs';
import { root } from '../root.mjs';
import { newLog, places } from './places.mjs';

/** The servers the house stands on, each unless its address is given by configuration. Returns their addresses. */
export async function startServers({ programs, apiPort, services }) {
  return {
    ...(await database(programs, services)),
    ...(await temporal(programs, apiPort, services)),
    ...(await mails(services)),
  };
}

async function database(programs, services) {
  if (process.env.DATABASE_URL) return { databaseUrl: process.env.DATABASE_URL };
  const log = newLog('mariadb');
  const { child, start, url } = await step('MariaDB', async () =>
    startMariadb({
      programs: programs.mariadb,
      place: places.mariadb,
      secrets: places.secrets,
      port: await freePort(),
      log,
    }),
  );
  services.add({ name: 'mariadb', child, start, log });
  return { databaseUrl: url };
}

async function temporal(programs, apiPort, services) {
  if (process.env.TEMPORAL_ADDRESS) return { temporalAddress: process.env.TEMPORAL_ADDRESS };
  const log = newLog('temporal');
  const port = await preferredPort('Temporal', 7233);
  const uiPort = await preferredPort('the Temporal UI', 8233);
  const ui = { port: uiPort, codecEndpoint: `http://127.0.0.1:${apiPort}/codec` };
  const { child, start, address } = await step('Temporal', () =>
    startTemporal({ program: programs.temporal, store: places.temporal, port, log, ui }),
  );
  services.add({ name: 'temporal', child, start, log });
  return { temporalAddress: address, temporalUi: `http://127.0.0.1:${uiPort}` };
}

async function mails(services) {
  if (process.env.SMTP_URL) return { smtpUrl: process.env.SMTP_URL };
  const log = newLog('mail');
  const smtpPort = await preferredPort('the mail catcher', 1025);
  const pagePort = await preferredPort('the mail page', 8025);
  const { child, start, page, smtpUrl } = await step('Mail catcher', () =>
    startMails({ root, folder: places.mails, smtpPort, pagePort, log }),
  );
  services.add({ name: 'mail', child, start, log });
  return { smtpUrl, mail: page };
}
