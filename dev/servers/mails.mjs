import { mkdirSync } from 'node:fs';
import { guarded } from '../processes/guard.mjs';
import { answers, greets, untilReady } from './ready.mjs';

/** The mail catcher in a process of its own; mails are kept in `folder`. */
export async function startMails({ root, folder, smtpPort, pagePort, log }) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const args = ['dev/mail-catcher.mjs', folder, String(smtpPort), String(pagePort)];
  const start = () => guarded(process.execPath, args, { cwd: root, output: log });
  const page = `http://127.0.0.1:${pagePort}`;
  const isReady = async () => (await greets(smtpPort)) && (await answers(`${page}/api/mails`));
  const child = start();
  await untilReady('The mail catcher', child, log, isReady);
  return { child, start, isReady, page, smtpUrl: `smtp://127.0.0.1:${smtpPort}` };
}
