import { startTestServers } from '../checks/test-servers.mjs';
import { describe } from '../plain-error.mjs';
import { guarded } from '../processes/guard.mjs';
import { whenParentEnds } from '../processes/parent.mjs';
import { provisionPackages } from '../provision.mjs';
import { root } from '../root.mjs';
import { heading } from '../say.mjs';
import { startHouse } from './house.mjs';

/** `npm run bench`: servers as for the tests, the house as in production, and `bench/main.ts`, which measures it. */
export async function main(args) {
  const started = [];
  const leave = async (code) => {
    for (const each of started.toReversed()) await each.stop();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => leave(1));
  whenParentEnds(() => leave(1));

  try {
    await provisionPackages(root);
    heading('Servers');
    const servers = await startTestServers();
    started.push(servers);
    const house = await startHouse(servers);
    started.push(house);
    heading('Measurements');
    const bench = guarded(process.execPath, ['--import', 'tsx', 'bench/main.ts', ...args], {
      cwd: root,
      env: house.env,
      output: 'inherit',
    });
    await leave(await bench.exited);
  } catch (error) {
    console.error(describe(error));
    await leave(1);
  }
}
