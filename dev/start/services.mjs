import { stopInOrder } from '../processes/guard.mjs';
import { say, seconds } from '../say.mjs';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
// A process that has lived this long did not die of what killed it the time before.
const HEALTHY_AFTER_MS = 30_000;
// Who asks goes before who answers.
const STOP_ORDER = ['api', 'relay', 'workers', 'mail', 'temporal', 'mariadb'];

/** The processes of a running house: each `{ name, child, start, log }`. `changed` is called after every restart. */
export function createServices({ changed }) {
  const services = [];
  let stopping = false;

  /** One line, a pause that doubles, and the process is there again. */
  async function keepRunning(service) {
    let pause = FIRST_PAUSE_MS;
    while (!stopping) {
      const from = Date.now();
      const code = await service.child.exited;
      if (stopping) return;
      pause = Date.now() - from > HEALTHY_AFTER_MS ? FIRST_PAUSE_MS : pause;
      say(`${service.name} ended (${code}) and is started again in ${seconds(pause)}; see ${service.log}`);
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (stopping) return;
      service.child = service.start();
      await service.child.started;
      changed();
      pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
    }
  }

  return {
    add(service) {
      services.push(service);
      return service;
    },

    /** From now on none of them stays away. */
    keepAllRunning() {
      for (const service of services) void keepRunning(service);
    },

    async pids() {
      const entries = services.map(async ({ name, child }) => [name, await child.started]);
      return Object.fromEntries(await Promise.all(entries));
    },

    async stop() {
      stopping = true;
      const order = [...services].sort((a, b) => STOP_ORDER.indexOf(a.name) - STOP_ORDER.indexOf(b.name));
      await stopInOrder(order.map(({ child }) => child));
    },
  };
}
