/** `tsx commands/verify-events.ts`: walks every event chain; exit code 1 when one is broken. */
import { createKnex } from '../db/knex.ts';
import { chainIds, verifyChain, type ChainReport } from '../db/queries/verify-chain.ts';
import { readConfig } from '../platform/config.ts';

function lineOf({ chainId, intact, firstBreak }: ChainReport): string {
  if (firstBreak === null) return `${chainId}: ${intact} events intact`;
  const found = firstBreak.eventId === null ? '' : ` (event ${firstBreak.eventId})`;
  return `${chainId}: BROKEN at ${firstBreak.seq}, ${firstBreak.reason}${found}; ${intact} events intact before it`;
}

const knex = createKnex(readConfig(process.env).databaseUrl, { poolMax: 1 });
try {
  for (const chainId of await chainIds(knex)) {
    const report = await verifyChain(knex, chainId);
    process.stdout.write(`${lineOf(report)}\n`);
    if (report.firstBreak !== null) process.exitCode = 1;
  }
} finally {
  await knex.destroy();
}
