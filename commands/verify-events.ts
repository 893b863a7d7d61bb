/** `tsx commands/verify-events.ts`: walks every event chain; exit code 1 when one is broken. */
import { chainIds, verifyChain, type ChainReport } from '../db/queries/verify-chain.ts';
import { onDatabase } from './on-database.ts';

function lineOf({ chainId, intact, firstBreak }: ChainReport): string {
  if (firstBreak === null) return `${chainId}: ${intact} events intact`;
  const found = firstBreak.eventId === null ? '' : ` (event ${firstBreak.eventId})`;
  return `${chainId}: BROKEN at ${firstBreak.seq}, ${firstBreak.reason}${found}; ${intact} events intact before it`;
}

await onDatabase({ poolMax: 1 }, async (knex) => {
  for (const chainId of await chainIds(knex)) {
    const report = await verifyChain(knex, chainId);
    process.stdout.write(`${lineOf(report)}\n`);
    if (report.firstBreak !== null) process.exitCode = 1;
  }
});
