/** Every mail that the catcher of a product has taken. */
import type { Product } from '../product.ts';

export interface Arrived {
  readonly to: readonly string[];
  readonly messageId: string;
}

export async function arrivedMails({ servers }: Product): Promise<Arrived[]> {
  return (await (await fetch(`${servers.mailPage}/api/mails`)).json()) as Arrived[];
}
