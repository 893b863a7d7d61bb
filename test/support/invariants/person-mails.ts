/** I4 for mails about a person's access: each that counts as sent arrived, at that address and under its own id. */
import { mailboxOf } from '../../../domain/mailbox.ts';
import { messageIdOf } from '../../../mail/message-id.ts';
import type { Product } from '../product.ts';
import { hashOf } from '../requests.ts';
import type { Arrived } from './arrived-mails.ts';

/** Said before it is sent, so that it comes once at most; a death in between leaves nothing. */
const isAtMostOnce = (kind: string) => kind.endsWith('-reminder') || kind === 'places-digest';

/** What is wrong, and the Message-IDs of the mails that were owed. */
export async function checkPersonMails(
  { knex, mailDomain }: Product,
  mails: readonly Arrived[],
): Promise<{ readonly wrong: string[]; readonly owed: ReadonlySet<string> }> {
  const sent: { notice_key: string; kind: string; recipient_hash: string }[] = await knex(
    'notice_deliveries as d',
  )
    .join('notices as n', 'n.notice_key', 'd.notice_key')
    .whereNotNull('n.life_id')
    .where('d.outcome', 'sent')
    .select('d.notice_key', 'n.kind', 'd.recipient_hash');
  const addresses = new Map(mails.flatMap(({ to }) => to.map((email) => [hashOf(mailboxOf(email)), email])));
  const wrong: string[] = [];
  const owed = new Set<string>();
  for (const { notice_key: key, kind, recipient_hash: hash } of sent) {
    const email = addresses.get(hash);
    const messageId = email && messageIdOf(`${key}/${email}`, mailDomain);
    const came = mails.filter((mail) => mail.messageId === messageId && mail.to.join() === email);
    if (came.length > 1 && isAtMostOnce(kind)) wrong.push(`I4: ${key} arrived ${came.length} times`);
    if (messageId !== undefined && came.length > 0) owed.add(messageId);
    else if (!isAtMostOnce(kind)) wrong.push(`I4: ${key} counts as sent and never arrived`);
  }
  return { wrong, owed };
}
