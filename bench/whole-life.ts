/** Lives for P7: two that wait, and one that is decided, released at its cut-off, begun and completed. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createLives } from '../api/lives/lives.ts';
import type { CommandInputs, CommandName } from '../domain/commands.ts';
import type { MailItem } from '../domain/mail-item.ts';
import { mailItemToStart } from '../db/queries/life-starts.ts';
import { belgianSite, fourteenDays } from '../test/support/mail-items.ts';
import type { Cost } from './histories.ts';
import { costOf } from './histories.ts';
import type { Company, Postman } from './world.ts';
import { deliver, hashOf, now, openCompany } from './world.ts';

export interface LifeCosts {
  readonly bareWait: Cost;
  readonly waitWithMail: Cost;
  readonly whole: Cost;
}

const leastSeconds = 20;

/** Takes up to 80 s, for the cut-off is a minute of the clock. */
export async function liveThrough(postman: Postman): Promise<LifeCosts> {
  const { knex, client } = postman;
  const site = siteWithCutOffSoon();
  const policy = fourteenDays;
  const silent = await openCompany(knex, { policy, site, box: { notifies_arrivals: false } });
  const company = await openCompany(knex, { policy, site });
  const bareWait = await workflowOf(postman, silent);
  const whole = await workflowOf(postman, company);
  const costs = {
    bareWait: await costOf(client, `mail-item/${bareWait}`),
    waitWithMail: await costOf(client, `mail-item/${whole}`),
  };
  await decideAndComplete(postman, whole, company);
  await client.workflow.getHandle(`mail-item/${whole}`).result();
  return { ...costs, whole: await costOf(client, `mail-item/${whole}`) };
}

async function workflowOf(postman: Postman, company: Company): Promise<string> {
  const [letter] = await deliver(postman, [company], 1);
  if (letter === undefined) throw new Error('the letter did not arrive');
  // The first workflow task, and the one after the mail.
  await pause(2_000);
  return letter.id;
}

async function decideAndComplete(postman: Postman, itemId: string, { userId }: Company): Promise<void> {
  const lives = createLives(postman);
  const command = <Name extends CommandName>(name: Name, input: CommandInputs[Name]) =>
    lives.commandMailItem(name, {
      itemId,
      actor: { type: 'user', id: userId },
      request: { id: hashOf(randomUUID()), bodyHash: hashOf('body'), receivedAt: now() },
      input,
    });
  await command('decide', { asked: { kind: 'forward-now', manner: 'standard' }, version: 1 });
  while ((await itemOf(postman, itemId)).decision?.releasedAt === null) await pause(500);
  await pause(1_000);
  const { task } = await itemOf(postman, itemId);
  if (task === null) throw new Error('a forwarding that was released has a task');
  await command('beginTask', { seen: { kind: task.kind, dueOn: task.dueOn } });
  await command('completeTask', { happenedAt: now(), outcome: null });
}

async function itemOf({ knex }: Postman, itemId: string): Promise<MailItem> {
  const found = await mailItemToStart(knex, itemId);
  if (found === null) throw new Error(`no mail item ${itemId}`);
  return found.item;
}

/** A zone where it is about noon, so that no day ends while we wait; open all week. */
function siteWithCutOffSoon(): MailItem['site'] {
  const soon = new Date(Math.ceil((Date.now() + leastSeconds * 1_000) / 60_000) * 60_000);
  const ahead = 12 - soon.getUTCHours();
  const zone = `Etc/GMT${ahead > 0 ? '-' : '+'}${String(Math.abs(ahead))}`;
  const cutOff = `12:${String(soon.getUTCMinutes()).padStart(2, '0')}`;
  return { ...belgianSite, zone, cutOff, workingWeekdays: [1, 2, 3, 4, 5, 6, 7], closedDays: [] };
}
