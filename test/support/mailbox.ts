/** What has arrived in somebody's mailbox, as the mail catcher of a product keeps it. */
import type { Product } from './product.ts';

export interface MailRead {
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

/** Every mail to that address, newest first. */
export async function mailsTo({ servers }: Product, email: string): Promise<MailRead[]> {
  const list = await fetch(`${servers.mailPage}/api/mails?to=${encodeURIComponent(email)}`);
  const ids = (await list.json()) as { readonly id: string }[];
  return Promise.all(
    ids.map(
      async ({ id }) => (await fetch(`${servers.mailPage}/api/mails/${id}`)).json() as Promise<MailRead>,
    ),
  );
}
