/** I10: nobody is told a word of another company's: in mails, in answers to what he said, in what he can list. */
import type { Branch } from '../branch.ts';
import type { MailRead } from '../mailbox.ts';
import type { Scene } from './scene.ts';

export async function checkTenants({ product, portal, branches }: Scene): Promise<string[]> {
  const wrong: string[] = [];
  const foreignTo = (own: Branch) => foreignWords(branches, own);
  for (const mail of await allMails(product.servers.mailPage)) {
    const reader = branches.find(({ ground }) => mail.to.includes(ground.email));
    const told = `${mail.subject} ${mail.text} ${mail.html}`;
    for (const word of reader ? wordsIn(told, foreignTo(reader)) : [])
      wrong.push(`I10: a mail to ${mail.to.join()} says ${word}`);
  }
  for (const { as, path, answer } of portal.said) {
    const asker = branches.find(({ customer, site, siteStaff }) => [customer, site, siteStaff].includes(as));
    const told = JSON.stringify(answer.body ?? null);
    for (const word of asker ? wordsIn(told, foreignTo(asker)) : [])
      wrong.push(`I10: the answer to ${path} says ${word}`);
  }
  for (const branch of branches) wrong.push(...(await listed(portal, branch, branches)));
  return wrong;
}

/** What his customer reads of his own and of the next company. */
async function listed(portal: Scene['portal'], own: Branch, branches: readonly Branch[]): Promise<string[]> {
  const foreign = foreignWords(branches, own);
  const others = branches.filter((branch) => branch !== own).slice(0, 1);
  const paths = [
    ...[
      '/v1/me',
      '/v1/me/accounts',
      '/v1/postboxes',
      '/v1/mail-items?limit=100',
      `/v1/postboxes/${own.ground.postboxId}`,
    ],
    ...[own, ...others].map(({ ground }) => `/v1/companies/${ground.companyId}/users`),
    ...others.map(({ ground }) => `/v1/postboxes/${ground.postboxId}`),
  ];
  const found: string[] = [];
  for (const path of paths) {
    const { status, body } = await portal.get(own.customer, path);
    const isForeign = others.some(
      ({ ground }) => path.includes(ground.companyId) || path.includes(ground.postboxId),
    );
    if (isForeign && status < 400) found.push(`I10: ${path} of another company was answered ${status}`);
    for (const word of wordsIn(JSON.stringify(body), foreign)) found.push(`I10: ${path} says ${word}`);
  }
  return found;
}

const foreignWords = (branches: readonly Branch[], own: Branch): readonly string[] =>
  branches.filter((branch) => branch !== own).flatMap(({ canaries }) => canaries);

const wordsIn = (told: string, words: readonly string[]): readonly string[] =>
  words.filter((word) => told.includes(word));

async function allMails(mailPage: string): Promise<readonly MailRead[]> {
  const ids = (await (await fetch(`${mailPage}/api/mails`)).json()) as { readonly id: string }[];
  return Promise.all(
    ids.map(async ({ id }) => (await fetch(`${mailPage}/api/mails/${id}`)).json() as Promise<MailRead>),
  );
}
