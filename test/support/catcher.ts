/** What has arrived at an address in the mail catcher that all test files share: ask by addresses of one's own. */
import { mailCatcherUrl } from './servers.ts';
import { until } from './wait.ts';

export interface CaughtMail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** Every mail to that address, newest first. */
export async function caughtFor(email: string): Promise<readonly CaughtMail[]> {
  const list = await fetch(`${mailCatcherUrl()}/api/mails?to=${encodeURIComponent(email)}`);
  const ids = (await list.json()) as { readonly id: string }[];
  return Promise.all(
    ids.map(
      async ({ id }) => (await fetch(`${mailCatcherUrl()}/api/mails/${id}`)).json() as Promise<CaughtMail>,
    ),
  );
}

/** The mails once so many have come. */
export async function caughtOnce(email: string, count: number): Promise<readonly CaughtMail[]> {
  await until(`${count} mails to ${email}`, async () => (await caughtFor(email)).length >= count, 60_000);
  return caughtFor(email);
}
