/** Breaks one thing for every invariant, as no fault may: so that the checker is known to see it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { v7 as uuid } from 'uuid';
import type { Scene } from '../support/invariants/scene.ts';

export async function damage({ product, branches }: Scene): Promise<void> {
  const { knex, temporal, servers, objectFolder } = product;
  const charged = await knex('ledger_transactions').first<{ id: string }>('id');
  const [closed, other] = (await knex('mail_items').where({ stage: 'forwarding' }).pluck('id')) as string[];

  // I1, and I5: a life without a row, and a row that says that its life is over
  await temporal.workflow.start('mailItem', {
    workflowId: 'mail-item/nobody',
    taskQueue: 'nobody',
    args: [],
  });
  await knex('mail_items').where({ id: closed }).update({ closed_at: new Date() });
  // I2, I3: one side of a charge is lost
  await knex('ledger_entries').where({ transaction_id: charged.id }).where('amount_cents', '>', 0).delete();
  // I4: a mail to a stranger; I10: one that speaks of another company
  const transport = createTransport(servers.smtpUrl);
  await transport.sendMail({ from: 'a@b.example', to: 'stranger@b.example', subject: 'Post', text: 'Post' });
  const [reader, foreign] = branches.map(({ ground }) => ground);
  const text = foreign?.canaries.join() ?? '';
  await transport.sendMail({ from: 'a@b.example', to: reader?.email, subject: 'Post', text });
  // I6, I7: what was answered is no more so, and another answer is remembered
  await knex('mail_items').where({ id: other }).update({ version: 1 });
  await knex.raw(`UPDATE requests SET answer = REPLACE(answer, '"forward-now"', '"destroy"')`);
  // I9, I12: charged a day before the period began, as an event now says
  await knex.raw(
    `UPDATE events SET occurred_at = occurred_at - INTERVAL 1 DAY WHERE kind = 'mail-item.storage-charged'`,
  );
  // I14: a link was used, and nobody knows for what
  const at = new Date();
  const link = { id: uuid(), purpose: 'reset', life_id: uuid(), created_at: at, ends_at: at, used_at: at };
  await knex('one_time_links').insert(link);
  // I13: a name in the clear
  writeFileSync(join(objectFolder, 'note'), branches[0]?.ground.email ?? '');
}
