/** I4: every mail owed arrived as its class says, and no mail went to anybody else. */
import { messageIdOf } from '../../../mail/message-id.ts';
import { arrivedMails } from './arrived-mails.ts';
import { checkPersonMails } from './person-mails.ts';
import type { Scene } from './scene.ts';

/** A reminder comes once at most; every other mail comes once at least, and again only as the same mail. */
const atMostOnce = ['reminder'];

export async function checkMails({ product, branches }: Scene): Promise<string[]> {
  const { knex, mailDomain } = product;
  const mails = await arrivedMails(product);
  const owed: { notice_key: string; kind: string; company_id: string }[] = await knex('notices as n')
    .join('mail_items as i', 'i.id', 'n.mail_item_id')
    .select('n.notice_key', 'n.kind', 'i.company_id');
  const toPersons = await checkPersonMails(product, mails);
  const wrong = [...toPersons.wrong];
  const expected = new Map<string, string>();
  for (const { notice_key, kind, company_id } of owed) {
    const email = branches.find(({ ground }) => ground.companyId === company_id)?.ground.email;
    if (email === undefined) continue;
    const messageId = messageIdOf(`${notice_key}/${email}`, mailDomain);
    expected.set(messageId, email);
    const came = mails.filter((mail) => mail.messageId === messageId).length;
    if (came === 0 && !atMostOnce.includes(kind)) wrong.push(`I4: ${notice_key} never arrived`);
    if (came > 1 && atMostOnce.includes(kind)) wrong.push(`I4: ${notice_key} arrived ${came} times`);
  }
  for (const { messageId, to } of mails) {
    if (toPersons.owed.has(messageId)) continue;
    const email = expected.get(messageId);
    if (email === undefined) wrong.push(`I4: mail ${messageId} was owed to nobody`);
    else if (to.join() !== email) wrong.push(`I4: mail ${messageId} went to somebody else`);
  }
  return wrong;
}
