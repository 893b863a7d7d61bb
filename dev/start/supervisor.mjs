import { rmSync } from 'node:fs';
import { describe } from '../plain-error.mjs';
import { takeLock } from '../processes/lock.mjs';
import { whenParentEnds } from '../processes/parent.mjs';
import { needSpace } from '../provision/disk.mjs';
import { provisionPackages, provisionPrograms } from '../provision.mjs';
import { say } from '../say.mjs';
import { namedPort, preferredPort } from '../servers/ports.mjs';
import { root } from '../root.mjs';
import { migrate, seedDemo, startApplication } from './application.mjs';
import { environmentOf } from './environment.mjs';
import { keep } from './kept.mjs';
import { makePlaces, places } from './places.mjs';
import { alreadyRunning, untilLastOnesAreGone, welcome } from './running.mjs';
import { startServers } from './servers.mjs';
import { createServices } from './services.mjs';

/** `npm start`: one house a checkout, from nothing to a page that answers, until somebody stops it. */
export async function main() {
  makePlaces();
  const release = takeLock(places.lock);
  if (release === undefined) {
    console.error(
      alreadyRunning() ?? 'Mailroom is being started or forgotten by another process: try again.',
    );
    process.exit(1);
  }

  let facts;
  const tell = async () =>
    facts &&
    keep(places.running, { ...facts, pids: { supervisor: process.pid, ...(await services.pids()) } });
  const services = createServices({ changed: tell });
  const leave = leaveOnce(async () => {
    // While it is starting, what the guards end by themselves at our exit would be a race with what is begun.
    if (facts !== undefined) await services.stop();
    rmSync(places.running, { force: true });
    release();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => leave(0, 'Stopping.'));
  for (const event of ['uncaughtException', 'unhandledRejection'])
    process.on(event, (error) => leave(1, describe(error)));
  whenParentEnds(() => leave(1, 'The process that started Mailroom is gone: stopping.'));

  try {
    facts = await start(services);
    await tell();
    services.keepAllRunning();
    console.log(welcome(facts));
  } catch (error) {
    await leave(1, describe(error));
  }
}

async function start(services) {
  await provisionPackages(root);
  await untilLastOnesAreGone();
  const programs = await provisionPrograms(root, {
    database: process.env.DATABASE_URL,
    temporal: process.env.TEMPORAL_ADDRESS,
  });
  needSpace(places.local, 500, 'The data of Mailroom');

  const apiPort = await portOfApi();
  const servers = await startServers({ programs, apiPort, services });
  const env = environmentOf({ ...servers, apiPort, qpdf: programs.qpdf });
  await migrate(env);
  const demo = await seedDemo(env);
  await startApplication({ env, apiPort, services });

  const addresses = {
    api: `http://127.0.0.1:${apiPort}`,
    temporalUi: servers.temporalUi,
    mail: servers.mail,
    temporal: servers.temporalAddress,
    smtp: servers.smtpUrl,
    database: servers.databaseUrl,
  };
  return { addresses, ...demo };
}

function portOfApi() {
  const named = process.env.API_PORT;
  return named ? namedPort('the API', 'API_PORT', Number(named)) : preferredPort('the API', 8080);
}

/** However often and for whatever reason it is called, the house is left once. */
function leaveOnce(tidy) {
  let leaving;
  return (code, why) => {
    leaving ??= (async () => {
      (code === 0 ? say : console.error)(why);
      await tidy();
      process.exit(code);
    })();
    return leaving;
  };
}
