import { setTimeout as pause } from 'node:timers/promises';
import { lockHolder } from '../processes/lock.mjs';
import { kept } from './kept.mjs';
import { places } from './places.mjs';

/** One sentence for somebody who starts a house that stands, or undefined when none does. */
export function alreadyRunning() {
  const pid = lockHolder(places.lock);
  if (pid === undefined) return undefined;
  const { addresses } = kept(places.running) ?? {};
  if (addresses === undefined) return `Mailroom is being started already (process ${pid}).`;
  const where = [`API ${addresses.api}`, `Temporal UI ${addresses.temporalUi}`, `mails ${addresses.mail}`];
  return `Mailroom is running already (process ${pid}): ${where.filter((one) => !one.endsWith('undefined')).join(', ')}.`;
}

/** After a kill -9 the guards need up to two seconds to end what ran: a new start must not open the same files before. */
export async function untilLastOnesAreGone() {
  const pids = Object.values(kept(places.running)?.pids ?? {});
  for (let tries = 0; tries < 40 && pids.some(isAlive); tries += 1) await pause(100);
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** What a newcomer needs to go on. */
export function welcome({ addresses, logins, siteTokens, issuerTokens }) {
  const line = (name, value) => `  ${name.padEnd(15)} ${value}`;
  return [
    '',
    'Mailroom is running.',
    '',
    line('API reference', addresses.api),
    ...(addresses.temporalUi ? [line('Temporal UI', addresses.temporalUi)] : []),
    ...(addresses.mail ? [line('Mails', addresses.mail)] : []),
    '',
    ...table('Demo logins', logins),
    ...table('Site tokens', siteTokens),
    ...table('Issuer tokens', issuerTokens),
    'The same is in .local/running.json; logs are in .local/logs. Ctrl-C stops it, `npm run reset` forgets it.',
    '',
  ].join('\n');
}

/** Whatever the demo data says of a login, in columns. */
function table(title, rows) {
  if (rows.length === 0) return [];
  const cells = rows.map((row) => Object.values(row).map(String));
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const lines = cells.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
  return [title, ...lines, ''];
}
