/**
 * What must hold whatever has happened (quality.md, Invariants), found out from outside: the API, the mails that
 * arrived, the database, and the list of lives in Temporal. Each check returns sentences about what is wrong.
 */
import { checkAnswers } from './invariants/answers.ts';
import { checkChains } from './invariants/chains.ts';
import { checkLinks } from './invariants/links.ts';
import { checkLives, isSettled } from './invariants/lives.ts';
import { checkMails } from './invariants/mails.ts';
import { checkMoney } from './invariants/money.ts';
import { checkScans } from './invariants/scans.ts';
import { checkTenants } from './invariants/tenants.ts';
import { checkTraces } from './invariants/traces.ts';
import type { Scene } from './invariants/scene.ts';
import { until } from './wait.ts';

/**
 * Waits until nothing is under way any more, which takes the 15 s after which commands are confirmed, and then checks
 * I1 to I7, I9, I10 and I12 to I14. An empty list means that all of them hold.
 */
export async function violationsIn(scene: Scene): Promise<string[]> {
  await until('nothing is under way', () => isSettled(scene.product), 180_000);
  // Asking for every answer again comes last but one: what it changes by mistake is seen by the chains.
  const found = [
    await checkScans(scene),
    await checkLives(scene.product),
    await checkMoney(scene.product),
    await checkMails(scene),
    await checkTenants(scene),
    await checkLinks(scene.product),
    await checkAnswers(scene),
    await checkChains(scene.product),
    await checkTraces(scene),
  ];
  return found.flat();
}
